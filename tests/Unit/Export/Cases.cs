using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
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
}
