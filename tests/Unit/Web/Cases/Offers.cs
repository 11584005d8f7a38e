using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;

namespace Unit.Web.Cases;

/// <summary>Void, refund and keep as the screen gets them: two passengers, MEX → CUN, the window open for an hour and twenty-four minutes.</summary>
internal static class Offers
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 45, 0, TimeSpan.Zero);

    public static OptionsView View(PartnerQuote? byVoid, PartnerQuote? byRefund, Money? fee = null, int refunded = 2, Refusal? whyNot = null)
    {
        var order = Order();
        var until = new Deadline { At = Now.AddMinutes(84), Limit = DeadlineLimit.SameDay, Certainty = DeadlineCertainty.Certain, Zone = "Asia/Seoul" };
        var noWindow = new Deadline { Limit = DeadlineLimit.NoWindow, Certainty = DeadlineCertainty.Certain };
        var comparison = Comparison.Of(
            new ComparedOffer(byVoid, byVoid is null ? whyNot : null, 2, until), new ComparedOffer(byRefund, byRefund is null ? whyNot : null, refunded, noWindow), fee);
        return new OptionsView(comparison, order, CaseKind.Void, [.. order.Passengers.Take(refunded).Select(p => new RefundPassenger(p.LastName, p.FirstName))], Now, TimeSpan.FromMinutes(2));
    }

    public static PartnerQuote Cash(CaseKind kind, long back, string currency = "USD") => new()
    {
        Kind = kind, OrderNo = "TESTA20260801000000001", IsPossible = true, OfferId = "q_1", Method = RefundMethod.Cash, QuotedAt = Now,
        FarePaid = new Money(18_274, currency), FareBack = new Money(back, currency), Fee = new Money(333, "USD"), ExpectedRefundOn = new DateOnly(2026, 12, 10),
        Extras = [new QuotedExtra("TESTB1", new Money(0, currency), new Money(0, currency))],
    };

    public static PartnerQuote Voucher() => Cash(CaseKind.Refund, 0) with
    {
        Method = RefundMethod.Voucher, FareBack = null, Extras = [],
        Vouchers = [new QuotedVoucher("VJ", new Money(9_240, "USD"), ["ZHAO/YIFAN"]) { ValidUntil = new DateOnly(2027, 10, 1) }],
    };

    private static OrderSnapshot Order() => new()
    {
        OrderNo = "TESTA20260801000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = Now,
        Passengers = [new OrderPassenger("ZHAO", "YIFAN", PassengerType.Adult) { AirlinePnrs = ["XVOCMN"] }, new OrderPassenger("QIAN", "ERMEI", PassengerType.Adult)],
        Segments = [new FlightSegment("Y4", "Y4702", "MEX", new DateTime(2026, 12, 24, 13, 10, 0), "CUN", null)],
    };
}
