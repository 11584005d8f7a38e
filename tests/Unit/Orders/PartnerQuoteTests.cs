using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Orders;

public sealed class PartnerQuoteTests
{
    private static readonly Money Fare = new(125_000, "USD");
    private static readonly Money Bag = new(3_000, "USD");

    /// <summary>A part that could not be read would leave a smaller sum, and a smaller sum may need nobody's yes.</summary>
    [Fact]
    public void Estimate_WithAPartThatCannotBeRead_IsNone()
    {
        Assert.Equal(Fare + Bag, Quote(Fare, Bag).SingleEstimate);
        Assert.Equal(Fare, Quote(Fare).SingleEstimate);
        Assert.Null(Quote(null, Bag).SingleEstimate);
        Assert.Null(Quote(Fare, [null]).SingleEstimate);
        Assert.Null(Quote(Fare, Bag, null).SingleEstimate);
    }

    [Fact]
    public void Estimate_InSeveralCurrencies_IsNone() => Assert.Null(Quote(Fare, new Money(3_000, "EUR")).SingleEstimate);

    private static PartnerQuote Quote(Money? fare, params Money?[] extras) => new()
    {
        OrderNo = "TESTA20260901000000001", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = DateTimeOffset.UnixEpoch, FareBack = fare,
        Extras = [.. extras.Select(back => new QuotedExtra("TESTB20260901000000001", null, back))],
    };
}
