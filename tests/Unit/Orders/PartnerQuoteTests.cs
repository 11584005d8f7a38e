using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
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

    /// <summary>Nor may it be told, compared or added up: the bag alone is not what comes back.</summary>
    [Fact]
    public void Sums_WithAPartThatCannotBeRead_AreNone()
    {
        Assert.Equal([Fare + Bag], Quote(Fare, Bag).EstimatedBack);
        Assert.Equal([Fare, new Money(3_000, "EUR")], Quote(Fare, new Money(3_000, "EUR")).EstimatedBack);
        Assert.Empty(Quote(null, Bag).EstimatedBack);
        Assert.Empty(Quote(Fare, Bag, null).EstimatedBack);
        Assert.Equal(("USD 1280.00", "–"), (QuoteRecords.SumOf(Quote(Fare, Bag)), QuoteRecords.SumOf(Quote(null, Bag))));
    }

    /// <summary>It stands in place of the fare. What was paid for bags comes in cash beside it, and is not all that is at stake.</summary>
    [Fact]
    public void Sums_BesideAVoucher_AreThoseOfTheExtras()
    {
        var voucher = Quote(null, Bag, Bag) with { Method = RefundMethod.Voucher };

        Assert.Equal([Bag + Bag], voucher.EstimatedBack);
        Assert.Null(voucher.SingleEstimate);
        Assert.Empty((Quote(null, Bag, null) with { Method = RefundMethod.Voucher }).EstimatedBack);
        Assert.Equal(Fare + Bag, (Quote(Fare, Bag) with { Method = RefundMethod.Voucher }).SingleEstimate);
    }

    [Fact]
    public void Estimate_InSeveralCurrencies_IsNone() => Assert.Null(Quote(Fare, new Money(3_000, "EUR")).SingleEstimate);

    private static PartnerQuote Quote(Money? fare, params Money?[] extras) => new()
    {
        OrderNo = "TESTA20260901000000001", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = DateTimeOffset.UnixEpoch, FareBack = fare,
        Extras = [.. extras.Select(back => new QuotedExtra("TESTB20260901000000001", null, back))],
    };
}
