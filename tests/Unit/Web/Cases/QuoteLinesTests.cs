using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>The lines under which an approver and an agent see two quotes side by side.</summary>
public sealed class QuoteLinesTests
{
    private static readonly PartnerQuote Void = new()
    {
        OrderNo = "TESTA1", IsPossible = true, OfferId = "q_1", Method = RefundMethod.Cash, QuotedAt = ACase.Now,
        FarePaid = Usd(18248), FareBack = Usd(16248), Fee = Usd(300),
        Extras = [new QuotedExtra("TESTB1", Usd(2000), Usd(2000))],
        Tickets = [new QuotedTicket("ZHAO", "YI", "T1") { Back = Usd(8124) }, new QuotedTicket("QIAN", "ER", "T2")],
    };

    private static readonly PartnerQuote Refund = Void with
    {
        Kind = CaseKind.Refund, Method = RefundMethod.Other, RawMethod = "Miles",
        Extras = [new QuotedExtra("TESTB1", Usd(2000), Usd(2000)), new QuotedExtra(null, Usd(900), null)],
        Tickets =
        [
            new QuotedTicket("ZHAO", "YI", "T1") { Paid = Usd(9124), Back = Usd(8124), Penalty = Usd(1000) },
            new QuotedTicket("QIAN", "ER", "T2") { Penalty = Usd(0) },
        ],
        Vouchers = [new QuotedVoucher("VJ", Usd(5000), ["ZHAO/YI", "QIAN/ER"]) { ValidUntil = new DateOnly(2027, 3, 1) }],
    };

    /// <summary>Each alters what a decision was made on.</summary>
    public static TheoryData<string> Changes { get; } = [.. Changed.Keys];

    private static Dictionary<string, Func<PartnerQuote, PartnerQuote>> Changed => new(StringComparer.Ordinal)
    {
        ["order"] = q => q with { OrderNo = "TESTA2" },
        ["possible"] = q => q with { IsPossible = false },
        ["method"] = q => q with { Method = RefundMethod.Cash },
        ["unlisted method"] = q => q with { RawMethod = "Points" },
        ["no unlisted method"] = q => q with { RawMethod = null },
        ["sureness"] = q => q with { Sureness = QuoteSureness.CannotQuote },
        ["payment"] = q => q with { TradeNo = "2026083011000000000001" },
        ["fare paid"] = q => q with { FarePaid = Usd(18249) },
        ["fare back"] = q => q with { FareBack = Usd(16247) },
        ["no fare back"] = q => q with { FareBack = null },
        ["currency of the fare"] = q => q with { FareBack = new Money(16248, "EUR") },
        ["fee"] = q => q with { Fee = Usd(301) },
        ["no fee"] = q => q with { Fee = null },
        ["fee of nothing"] = q => q with { Fee = Usd(0) },
        ["extra less"] = q => q with { Extras = [q.Extras[0]] },
        ["extra without amounts"] = q => q with { Extras = [.. q.Extras, new QuotedExtra("TESTB2", null, null)] },
        ["extra back"] = q => q with { Extras = [q.Extras[0] with { Back = Usd(0) }, q.Extras[1]] },
        ["extra paid"] = q => q with { Extras = [q.Extras[0] with { Paid = Usd(2001) }, q.Extras[1]] },
        ["extra's number"] = q => q with { Extras = [q.Extras[0] with { ExtraOrderNo = "TESTB2" }, q.Extras[1]] },
        ["extra twice"] = q => q with { Extras = [.. q.Extras, q.Extras[0]] },
        ["ticket without an amount less"] = q => q with { Tickets = [q.Tickets[0]] },
        ["ticket without an amount more"] = q => q with { Tickets = [.. q.Tickets, new QuotedTicket("SUN", "SAN", null)] },
        ["ticket twice"] = q => q with { Tickets = [.. q.Tickets, q.Tickets[1]] },
        ["ticket's back"] = q => q with { Tickets = [q.Tickets[0] with { Back = Usd(8123) }, q.Tickets[1]] },
        ["ticket's paid"] = q => q with { Tickets = [q.Tickets[0] with { Paid = Usd(9125) }, q.Tickets[1]] },
        ["ticket's penalty"] = q => q with { Tickets = [q.Tickets[0] with { Penalty = Usd(1001) }, q.Tickets[1]] },
        ["penalty of nothing and none"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { Penalty = null }] },
        ["ticket's number"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { TicketNo = "T3" }] },
        ["last name"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { LastName = "QIANG" }] },
        ["names run together"] = q => q with { Tickets = [q.Tickets[0], q.Tickets[1] with { LastName = "QIANE", FirstName = "R" }] },
        ["voucher less"] = q => q with { Vouchers = [] },
        ["voucher twice"] = q => q with { Vouchers = [.. q.Vouchers, q.Vouchers[0]] },
        ["voucher's worth"] = q => q with { Vouchers = [q.Vouchers[0] with { Worth = Usd(4000) }] },
        ["voucher without worth"] = q => q with { Vouchers = [.. q.Vouchers, new QuotedVoucher("VJ", null, ["SUN/SAN"])] },
        ["voucher's end"] = q => q with { Vouchers = [q.Vouchers[0] with { ValidUntil = new DateOnly(2027, 2, 1) }] },
        ["voucher's airline"] = q => q with { Vouchers = [q.Vouchers[0] with { Airline = "VZ" }] },
        ["voucher's people"] = q => q with { Vouchers = [q.Vouchers[0] with { Passengers = ["ZHAO/YI"] }] },
    };

    /// <summary>Neither table may call the same what ends a request.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public void Lines_WhereTheFingerprintsDiffer_DifferToo(string change)
    {
        var (then, now) = (ACase.Quote(Refund), ACase.Quote(Changed[change](Refund)));

        Assert.NotEqual(QuoteFingerprint.Of(then.Content), QuoteFingerprint.Of(now.Content));
        Assert.Contains(QuoteLines.Between(then, now), line => line is { Differs: true, Binds: true });
        Assert.Contains(QuoteDifferences.Between(then, now), line => line.Differs);
    }

    [Fact]
    public void Lines_OfOneQuote_DoNotDiffer() => Assert.DoesNotContain(Between(Refund, Refund), line => line.Differs);

    /// <summary>The partner promises no order of its lists, not even among those of equal name.</summary>
    [Fact]
    public void Lines_OfTheSameInAnotherOrder_DoNotDiffer()
    {
        var quote = Refund with
        {
            Tickets = [.. Refund.Tickets, new QuotedTicket("LI", "AN", null) { Back = Usd(1) }, new QuotedTicket("LI", "AN", null) { Back = Usd(2) }],
            Extras = [.. Refund.Extras, new QuotedExtra(null, Usd(800), null)],
        };

        Assert.DoesNotContain(Between(quote, quote with { Tickets = [.. quote.Tickets.Reverse()], Extras = [.. quote.Extras.Reverse()] }), line => line.Differs);
    }

    [Fact]
    public void Lines_WithANewOfferAndALaterTime_DoNotDiffer() =>
        Assert.DoesNotContain(Between(Void, Void with { OfferId = "q_2", QuotedAt = ACase.Now.AddHours(1) }), line => line.Differs);

    /// <summary>No airline, ticket or fee has a part in it.</summary>
    [Fact]
    public void Lines_OfACardRefund_AreThePaymentAndItsAmount()
    {
        var card = new PartnerQuote
        {
            Kind = CaseKind.CardRefund, OrderNo = "TESTA1", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = ACase.Now, TradeNo = "2026080112000000000001", FarePaid = Usd(20000), FareBack = Usd(5000),
        };

        Assert.Equal(
            [(QuoteFigure.CardTotal, false, "2026080112000000000001"), (QuoteFigure.CardAmount, true, null)],
            Between(card, card with { FareBack = Usd(5001) }).Select(l => (l.What, l.Differs, l.Of)));
    }

    [Fact]
    public void Lines_WithAHigherFee_DifferInTheFeeAlone() => Assert.Equal([QuoteFigure.Fee], Differing(Void, Void with { Fee = Usd(500) }));

    [Fact]
    public void Lines_WithLessForTheFare_DifferInTheFareAndTheSum() =>
        Assert.Equal([QuoteFigure.FareBack, QuoteFigure.Sum], Differing(Void, Void with { FareBack = Usd(100) }));

    [Fact]
    public void Lines_OfARefundThatTheAirlineNowDecides_DifferInTheSumAsWell() =>
        Assert.Equal(
            [QuoteFigure.Sureness, QuoteFigure.Sum],
            Differing(Refund with { Extras = Void.Extras }, Refund with { Extras = Void.Extras, Sureness = QuoteSureness.CannotQuote }));

    /// <summary>The bag alone is no sum of the new quote; that nothing would come back it does not say.</summary>
    [Fact]
    public void Lines_WithoutAnAmountForTheFare_NameNoNewSum() =>
        Assert.Equal(NoAmount.NotNamed, Assert.Single(Between(Void, Void with { FareBack = null }), l => l.What == QuoteFigure.Sum).Now);

    /// <summary>Nobody left an amount out there.</summary>
    [Fact]
    public void Lines_WithAVoucherInPlaceOfCash_HoldNoNewSum() =>
        Assert.Null(Assert.Single(Between(Void, Void with { Method = RefundMethod.Voucher, FareBack = null, Extras = [] }), l => l.What == QuoteFigure.Sum).Now);

    [Fact]
    public void Lines_OfARefund_HoldNoDeadline() =>
        Assert.DoesNotContain(Between(Refund, Refund), line => line.What is QuoteFigure.Deadline or QuoteFigure.Voidable);

    [Fact]
    public void Lines_WithAPassengerLess_NameThem() =>
        Assert.Equal(["QIAN/ER"], Assert.Single(Between(Void, Void with { Tickets = [Void.Tickets[0]] }), line => line.Differs).People);

    [Fact]
    public void Lines_WithALaterRefundDay_DifferWithoutBinding() =>
        Assert.False(Assert.Single(Between(Void, Void with { ExpectedRefundOn = new DateOnly(2026, 9, 20) }), line => line.Differs).Binds);

    [Fact]
    public void Lines_OfTwoCurrencies_HoldOneSumForEach() =>
        Assert.Equal(
            ["EUR", "USD"],
            Between(Void, Void with { Extras = [new QuotedExtra("TESTB1", null, new Money(1000, "EUR"))] }).Where(l => l.What == QuoteFigure.Sum).Select(l => l.Of));

    private static IReadOnlyList<QuoteLine> Between(PartnerQuote then, PartnerQuote now) => QuoteLines.Between(ACase.Quote(then), ACase.Quote(now));

    private static IEnumerable<QuoteFigure> Differing(PartnerQuote then, PartnerQuote now) => Between(then, now).Where(l => l.Differs).Select(l => l.What);

    private static Money Usd(long minor) => new(minor, "USD");
}
