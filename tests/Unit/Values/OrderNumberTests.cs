using BackOffice.Core.Values;

namespace Unit.Values;

public sealed class OrderNumberTests
{
    [Theory]
    [InlineData("TESTA20260801000000001", "TESTA20260801000000001")]
    [InlineData("  testa20260801000000001\r\n", "TESTA20260801000000001")]
    [InlineData("TESTA 2026 0801\t0000\u00A000001", "TESTA20260801000000001")]
    [InlineData("A123456789", "A123456789")]
    [InlineData("A12345678", null)]
    [InlineData("ABCDEFGHIJKL", null)]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData(null, null)]
    [InlineData("TESTA20260801-00000001", null)]
    [InlineData("TESTA20260801000000001;", null)]
    [InlineData("<script>alert(1)</script>", null)]
    [InlineData("订单20260801000000001", null)]
    [InlineData("ＴＥＳＴＡ20260801000000001", null)]
    [InlineData("TESTA2026080100000000١", null)]
    public void Parse_OfWhatWasTyped_IsTheNumberOrNothing(string? typed, string? expected) =>
        Assert.Equal(expected, OrderNumber.TryParse(typed, out var number) ? number.Value : null);

    [Theory]
    [InlineData(40, true)]
    [InlineData(41, false)]
    [InlineData(500, false)]
    public void Parse_OfALongText_StopsAtForty(int length, bool expected) => Assert.Equal(expected, OrderNumber.TryParse(new string('7', length), out _));

    [Fact]
    public void Of_WhatIsNoNumber_Throws() => Assert.Throws<FormatException>(() => OrderNumber.Of("no"));

    [Theory]
    [InlineData("V-2026-000123", "V-2026-000123")]
    [InlineData(" v-2026-000123 ", "V-2026-000123")]
    [InlineData("V-2026-1000000", "V-2026-1000000")]
    [InlineData("V-2026-", null)]
    [InlineData("V-------", null)]
    [InlineData("V-20260001", null)]
    [InlineData("1-2026-000123", null)]
    [InlineData("V-2026-00012X", null)]
    [InlineData("V-2026-000123-000123-000123", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void CaseNumber_OfWhatWasTyped_IsTheNumberOrNothing(string? typed, string? expected) => Assert.Equal(expected, CaseNumber.Read(typed));

    [Fact]
    public void CaseNumber_OfALargeYear_GrowsBeyondSixDigits() => Assert.Equal(("V-2026-000001", "V-2026-1234567"), (CaseNumber.Of(CaseKind.Void, 2026, 1), CaseNumber.Of(CaseKind.Void, 2026, 1_234_567)));
}
