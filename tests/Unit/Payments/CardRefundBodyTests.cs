using System.Text.Json;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Payments;

public sealed class CardRefundBodyTests
{
    private static readonly TradeNo TradeNo = TradeNo.Of("2022051812003332818907");

    [Fact]
    public void Body_OfARefund_IsExactlyThis() =>
        Assert.Equal(
            """{"merTrackNo":"CASE-0001-1","refundAmount":"0.01","refundReason":"test","refundType":"2","remark":"r","tradeNo":"2022051812003332818907"}""",
            CardRefundBody.Of(Words("test")).Require());

    [Fact]
    public void Body_WithChinese_KeepsItAsItIs() => Assert.Contains("\"refundReason\":\"客户退票，\\\"误订\\\"\"", CardRefundBody.Of(Words(" 客户退票，\"误订\" ")).Require());

    [Theory]
    [InlineData(16548, "USD", "165.48")]
    [InlineData(100, "USD", "1.00")]
    [InlineData(8990, "JPY", "8990")]
    [InlineData(12345, "KWD", "12.345")]
    public void Body_OfAnAmount_HasTheCurrencysDecimalsAndGivesItBack(long minor, string currency, string written)
    {
        var body = CardRefundBody.Of(Words("test") with { Amount = new Money(minor, currency), Type = CardRefundType.Whole, TrackNo = "C-2026-000001-1" }).Require();

        Assert.Contains($"\"refundAmount\":\"{written}\",\"refundReason\":\"test\",\"refundType\":\"1\"", body);
        Assert.Equal(new CardRefundRead(TradeNo, "C-2026-000001-1", written), CardRefundBody.Read(body));
    }

    [Theory]
    [InlineData("", "payments.text-missing")]
    [InlineData(" \t", "payments.text-missing")]
    [InlineData("a/b", "payments.text-characters")]
    [InlineData("a<b", "payments.text-characters")]
    [InlineData("a>b", "payments.text-characters")]
    [InlineData("a&b", "payments.text-characters")]
    [InlineData("a+b", "payments.text-characters")]
    [InlineData("a\nb", "payments.text-characters")]
    [InlineData("a\u0000b", "payments.text-characters")]
    [InlineData("a\u0085b", "payments.text-characters")]
    [InlineData("a\u2028b", "payments.text-characters")]
    [InlineData("a\u3000b", "payments.text-characters")]
    [InlineData("smile 😀", "payments.text-characters")]
    public void Text_ThatCannotGoAsItIs_IsRefused(string text, string refusal)
    {
        Assert.Equal(refusal, CardRefundBody.WhyNot(text)?.Name);
        Assert.Equal(refusal, CardRefundBody.Of(Words(text)).Refusal?.Name);
        Assert.Equal(refusal, CardRefundBody.Of(Words("good") with { Remark = text }).Refusal?.Name);
    }

    /// <summary>A fact of its own: a runner that writes its cases down would repair the text.</summary>
    [Fact]
    public void Text_WithHalfAPair_IsRefused() => Assert.Equal("payments.text-characters", CardRefundBody.Of(Words("half \uD83D")).Refusal?.Name);

    [Fact]
    public void Text_OfMoreThanAHundredCharacters_IsRefusedWithItsLength()
    {
        Assert.Null(CardRefundBody.WhyNot(new string('退', 100)));
        Assert.Equal([100, 101], CardRefundBody.WhyNot(new string('退', 101))!.Arguments);
    }

    [Fact]
    public void Body_OfNothing_IsRefused() =>
        Assert.Equal(PaymentsRefusals.AmountNotPositive.Name, CardRefundBody.Of(Words("test") with { Amount = Money.Zero("USD") }).Refusal?.Name);

    /// <summary>Whatever text gets in comes out the same, by two ways to write JSON that agree on every byte.</summary>
    [Fact]
    public void Body_OverAnyText_ReadsBackAndIsWrittenTheSameByOthers() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            if (!CardRefundBody.Of(Words(text.Get)).IsDone(out var body, out _))
            {
                return true;
            }

            using var json = JsonDocument.Parse(body);
            var byHand = "{" + string.Join(',', json.RootElement.EnumerateObject().Select(p => $"\"{p.Name}\":\"{p.Value.GetString()!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"")) + "}";
            return json.RootElement.GetProperty("refundReason").GetString() == text.Get.Trim() && byHand == body;
        }));

    [Theory]
    [InlineData("C-2026-000001", 1, "C-2026-000001-1")]
    [InlineData("C-2026-123456789012", 123456789, "C-2026-123456789012-123456789")]
    public void TrackNo_OfAPermit_NamesCaseAndPermit(string caseNumber, int permit, string expected) => Assert.Equal(expected, CardRefundBody.TrackNo(caseNumber, permit));

    [Fact]
    public void TrackNo_ThatIsTooLongOrOdd_IsABug()
    {
        Assert.Throws<FormatException>(() => CardRefundBody.TrackNo(new string('1', 31), 1));
        Assert.Throws<FormatException>(() => CardRefundBody.TrackNo("C 1", 1));
        Assert.Throws<FormatException>(() => CardRefundBody.Of(Words("test") with { TrackNo = "" }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"tradeNo":2022051812003332818907,"merTrackNo":"C-1","refundAmount":"1.00"}""")]
    [InlineData("""{"tradeNo":"20220518120033328189","merTrackNo":"C-1","refundAmount":"1.00"}""")]
    [InlineData("""{"tradeNo":"2022051812003332818907","merTrackNo":"","refundAmount":"1.00"}""")]
    [InlineData("""{"tradeNo":"2022051812003332818907","merTrackNo":"C-1","refundAmount":null}""")]
    public void Body_ThatIsNotOurs_CannotBeRead(string body) => Assert.Null(CardRefundBody.Read(body));

    private static CardRefundWords Words(string reason) => new(TradeNo, CardRefundType.Part, new Money(1, "USD"), reason, "r", "CASE-0001-1");
}
