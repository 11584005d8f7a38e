using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Unit.Testing;

namespace Unit.Export;

/// <summary>Cases put straight into the database, for what no stand-in would ever say.</summary>
internal static class Cases
{
    public static OrderSnapshot Order(string orderNo, params OrderPassenger[] passengers) => new()
    {
        OrderNo = orderNo, Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, Total = new Money(10_000, "USD"),
        Passengers = passengers, ReadAt = Desk.Start,
        Segments = [new FlightSegment("Y4", "Y4702", "MEX", new DateTime(2026, 12, 24, 13, 10, 0), "CUN", null)],
    };

    public static PartnerQuote Quote(string orderNo, RefundMethod method, Money? fareBack, params QuotedExtra[] extras) => new()
    {
        OrderNo = orderNo, IsPossible = true, OfferId = "q_1", Method = method, FarePaid = fareBack, FareBack = fareBack, Extras = extras,
        Fee = fareBack is { } back ? new Money(300, back.Currency) : null, QuotedAt = Desk.Start,
    };

    /// <summary>Opened at the given instant and, where there is a quote, quoted.</summary>
    public static async Task AddAsync(Desk desk, params (OrderSnapshot Order, PartnerQuote? Quote, DateTimeOffset At)[] cases)
    {
        var actor = await desk.Staff.AgentAsync();
        await using var db = desk.Database.Open();
        var sequence = 0;
        foreach (var (order, quote, at) in cases)
        {
            var found = Case.Open(order, 2026, ++sequence, "Booked the wrong day.", actor, at);
            db.Add(found);
            if (quote is not null)
            {
                await db.SaveChangesAsync();
                var kept = new CaseQuote
                {
                    CaseId = found.Id, QuotedAt = at, QuotedByName = actor.Name, Fingerprint = QuoteFingerprint.Of(quote), Content = quote,
                    Deadline = VoidDeadline.Of(quote, order), Raw = "{}",
                };
                db.Add(kept);
                await db.SaveChangesAsync();
                found.Apply(new CaseInput.QuoteGiven(false), actor, at);
                found.SetQuote(kept, kept.Deadline);
            }
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Voids of which nothing has come back, each with a customer who has been paid.</summary>
    public static async Task AddPaidCustomersAsync(Desk desk, int count)
    {
        var actor = await desk.Staff.AgentAsync();
        var (paid, success) = (new Money(15_000, "USD"), (int)CardRefundStatus.Success);
        await using var db = desk.Database.Open();
        var suppliers = Enumerable.Range(1, count).Select(i => Case.Open(Order("TESTA" + Digits(i, 12)), 2026, i, "Booked the wrong day.", actor, Desk.Start)).ToList();
        db.AddRange(suppliers);
        await db.SaveChangesAsync();
        foreach (var supplier in suppliers)
        {
            var wish = new CardWish("20260830110000" + Digits(supplier.Sequence, 8), paid, new DateOnly(2026, 8, 30), paid);
            var card = Case.OpenCard(supplier, wish, 2026, count + supplier.Sequence, "Booked the wrong day.", actor, Desk.Start);
            card.Apply(new CaseInput.QuoteGiven(false), actor, Desk.Start);
            card.Apply(new CaseInput.SendPermitted(), actor, Desk.Start);
            card.Apply(new CaseInput.Claimed(), actor, Desk.Start);
            card.Apply(new CaseInput.SendAccepted(new PartnerProgress { PartnerRef = wish.TradeNo, Status = success }), actor, Desk.Start);
            db.Add(card);
        }

        await db.SaveChangesAsync();
    }

    private static string Digits(int number, int length) => number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}
