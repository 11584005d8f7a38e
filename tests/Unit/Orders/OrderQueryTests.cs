using BackOffice.Core.Orders;

namespace Unit.Orders;

/// <summary>The one search box: whatever is pasted gets an answer or a named no, never an exception.</summary>
public sealed class OrderQueryTests
{
    [Theory]
    [InlineData("TESTA20260801000000001", "number TESTA20260801000000001")]
    [InlineData(" testa2026 0801 000000001\n", "number TESTA20260801000000001")]
    [InlineData("V-2026-000123", "case V-2026-000123")]
    [InlineData("v-2026-000123 ", "case V-2026-000123")]
    [InlineData("S10001 Y4", "pnr S10001 Y4")]
    [InlineData("y4 s10001", "pnr S10001 Y4")]
    [InlineData("Y4/S10001", "pnr S10001 Y4")]
    [InlineData("4821 VF", "pnr 4821 VF")]
    [InlineData("ABCDEF+VF", "pnr ABCDEF VF")]
    [InlineData("VF+ABCDEF", "pnr ABCDEF VF")]
    [InlineData("ABCDEF 7C", "pnr ABCDEF 7C")]
    [InlineData("anna@example.com", "email anna@example.com")]
    [InlineData("  Anna.Sample@Example.com ", "email Anna.Sample@Example.com")]
    [InlineData("SAMPLE/ANNA", "name SAMPLE/ANNA")]
    [InlineData("sample, anna maria", "name SAMPLE/ANNA MARIA")]
    [InlineData("sample anna", "name SAMPLE/ANNA|ANNA/SAMPLE")]
    [InlineData("WU LI", "name WU/LI|LI/WU")]
    [InlineData("CHEN LI", "name CHEN/LI|LI/CHEN")]
    [InlineData("王小明", "name 王小明")]
    [InlineData("王 小明", "name 王/小明|小明/王")]
    [InlineData("O'NEILL-SMITH", "name O'NEILL-SMITH")]
    public void Read_OfWhatPeopleType_IsUnderstood(string typed, string expected) => Assert.Equal(expected, Word(typed));

    [Theory]
    [InlineData("", "orders.empty-search")]
    [InlineData("   \t\r\n ", "orders.empty-search")]
    [InlineData(null, "orders.empty-search")]
    [InlineData("S10001", "orders.pnr-needs-carrier")]
    [InlineData("4821", "orders.pnr-needs-carrier")]
    [InlineData("<script>alert(1)</script>", "orders.not-understood")]
    [InlineData("' OR 1=1 --", "orders.not-understood")]
    [InlineData("anna@", "orders.not-understood")]
    [InlineData("@example.com", "orders.not-understood")]
    [InlineData("a@b@c", "orders.not-understood")]
    [InlineData("<anna@example.com>", "orders.not-understood")]
    [InlineData("anna @example.com", "orders.not-understood")]
    [InlineData("12345678", "orders.not-understood")]
    [InlineData("+49 170 1234567", "orders.not-understood")]
    [InlineData("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE", "orders.not-understood")]
    [InlineData("/", "orders.not-understood")]
    [InlineData("😀", "orders.not-understood")]
    [InlineData("\u0000", "orders.not-understood")]
    [InlineData("\ud800", "orders.not-understood")]
    public void Read_OfWhatCannotBeUsed_IsANamedNo(string? typed, string expected) => Assert.Equal(expected, Word(typed));

    [Theory]
    [InlineData(200, "orders.not-understood")]
    [InlineData(201, "orders.search-too-long")]
    [InlineData(500, "orders.search-too-long")]
    [InlineData(100_000, "orders.search-too-long")]
    public void Read_OfALongText_SaysSo(int length, string expected) => Assert.Equal(expected, Word(new string('7', length)));

    [Fact]
    public void Read_OfTooMuch_NamesTheLimitAndWhatCame() => Assert.Equal([200, 500], OrderQuery.Read(new string('x', 500)).Refusal!.Arguments);

    private static string Word(string? typed) => OrderQuery.Read(typed).IsDone(out var query, out var refusal)
        ? query switch
        {
            OrderQuery.ByNumber number => "number " + number.OrderNo,
            OrderQuery.ByCase byCase => "case " + byCase.Number,
            OrderQuery.ByPnr pnr => "pnr " + pnr.Pnr + " " + pnr.Carrier,
            OrderQuery.ByEmail email => "email " + email.Email,
            OrderQuery.ByName name => "name " + string.Join('|', name.Spellings),
            _ => "?",
        }
        : refusal.Name;
}
