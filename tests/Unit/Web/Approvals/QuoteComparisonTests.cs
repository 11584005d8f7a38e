using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;

namespace Unit.Web.Approvals;

public sealed class QuoteComparisonTests
{
    private static readonly DateTimeOffset Deadline = new(2026, 9, 1, 14, 59, 0, TimeSpan.Zero);

    private static readonly PartnerQuote Frozen = new()
    {
        OrderNo = "TESTA1", IsPossible = true, OfferId = "q_1", Method = RefundMethod.Cash, QuotedAt = Deadline.AddHours(-2),
        FarePaid = Usd(18248), FareBack = Usd(16248), Fee = Usd(300),
        Extras = [new QuotedExtra("TESTB1", Usd(2000), Usd(2000))],
        Tickets = [new QuotedTicket("ZHAO", "YI", "T1") { Back = Usd(8124) }, new QuotedTicket("QIAN", "ER", "T2")],
    };

    [Fact]
    public void Compare_WithItself_ShowsNoDifference() => Assert.DoesNotContain(Compare(Frozen), line => line.Differs);

    /// <summary>No airline, ticket or fee has a part in it.</summary>
    [Fact]
    public void Compare_OfACardRefund_IsThePaymentAndItsAmount()
    {
        var card = new PartnerQuote
        {
            Kind = CaseKind.CardRefund, OrderNo = "TESTA1", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = Deadline, TradeNo = "2026080112000000000001", FarePaid = Usd(20000), FareBack = Usd(5000),
        };

        var lines = QuoteComparison.Of(card, null, card with { FareBack = Usd(5001) }, null);

        Assert.Equal([("Line.CardTotal", false, "2026080112000000000001"), ("Line.CardAmount", true, null)], lines.Select(l => (l.Key, l.Differs, l.Of)));
    }

    [Fact]
    public void Compare_WithANewOfferAndLaterTime_ShowsNoDifference() =>
        Assert.DoesNotContain(Compare(Frozen with { OfferId = "q_2", QuotedAt = Deadline }), line => line.Differs);

    [Fact]
    public void Compare_WithAHigherFee_MarksTheFeeAlone() =>
        Assert.Equal("Line.Fee", Assert.Single(Compare(Frozen with { Fee = Usd(500) }), line => line.Differs).Key);

    [Fact]
    public void Compare_WithLessForTheFare_MarksTheFareAndTheSum() =>
        Assert.Equal(["Line.FareBack", "Line.Sum"], Compare(Frozen with { FareBack = Usd(100) }).Where(l => l.Differs).Select(l => l.Key));

    [Fact]
    public void Compare_WithAVoucher_MarksTheMethod() =>
        Assert.Contains(Compare(Frozen with { Method = RefundMethod.Voucher }), line => line is { Key: "Line.Method", Differs: true, Binds: true });

    [Fact]
    public void Compare_OfARefundThatTheAirlineNowDecides_MarksTheSumAsWell()
    {
        var refund = Frozen with { Kind = CaseKind.Refund };

        Assert.Equal(["Line.Sureness", "Line.Sum"], QuoteComparison.Of(refund, null, refund with { Sureness = QuoteSureness.CannotQuote }, null).Where(l => l.Differs).Select(l => l.Key));
    }

    [Fact]
    public void Compare_OfARefund_ShowsNoDeadline() =>
        Assert.DoesNotContain(QuoteComparison.Of(Frozen with { Kind = CaseKind.Refund }, null, Frozen with { Kind = CaseKind.Refund }, null), line => line.Key is "Line.Deadline" or "Line.Voidable");

    [Fact]
    public void Compare_WithAVoucherOfLess_MarksIt()
    {
        var refund = Frozen with { Kind = CaseKind.Refund, Vouchers = [new QuotedVoucher("VJ", Usd(5000), ["ZHAO/YI"])] };

        Assert.Equal("Line.Voucher", Assert.Single(QuoteComparison.Of(refund, null, refund with { Vouchers = [new QuotedVoucher("VJ", Usd(4000), ["ZHAO/YI"])] }, null), l => l.Differs).Key);
    }

    [Fact]
    public void Compare_WithAPassengerLess_MarksTheirTicket() =>
        Assert.Contains(Compare(Frozen with { Tickets = [Frozen.Tickets[0]] }), line => line is { Person: "QIAN/ER", Differs: true, Binds: true });

    [Fact]
    public void Compare_WithALaterRefundDay_MarksItAsNotBinding()
    {
        var changed = Assert.Single(Compare(Frozen with { ExpectedRefundOn = new DateOnly(2026, 9, 20) }), line => line.Differs);

        Assert.False(changed.Binds);
    }

    [Fact]
    public void Compare_OfTwoCurrencies_KeepsOneSumForEach()
    {
        var lines = Compare(Frozen with { Extras = [new QuotedExtra("TESTB1", null, new Money(1000, "EUR"))] });

        Assert.Equal(["EUR", "USD"], lines.Where(l => l.IsSum).Select(l => l.Of));
    }

    private static IReadOnlyList<ComparedLine> Compare(PartnerQuote fresh) => QuoteComparison.Of(Frozen, Deadline, fresh, Deadline);

    private static Money Usd(long minor) => new(minor, "USD");
}
