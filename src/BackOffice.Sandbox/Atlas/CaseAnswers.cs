using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>A ticket inside a void or refund, with its share of the traveller's amounts.</summary>
internal sealed record CaseTicket(Order Order, Traveller Traveller, string Number, decimal Fare, decimal Extras);

/// <summary>What voids and refunds write alike.</summary>
internal static class CaseAnswers
{
    public static string Method(bool isVoucher) => isVoucher ? "Voucher" : "CashBackToOriginalPayment";

    public static JsonObject FareAmount(Order order, decimal estimated) => new()
    {
        ["currency"] = order.Currency,
        ["originalFareAmount"] = order.Total,
        ["estimatedRefundAmount"] = estimated,
    };

    public static JsonObject Extra(string orderNo, string currency, decimal original, decimal estimated) => new()
    {
        ["postTicketingOrderNo"] = orderNo,
        ["currency"] = currency,
        ["originalPostTicketingServiceAmount"] = original,
        ["estimatedRefundAmount"] = estimated,
    };

    public static JsonObject Fee(Order order, JsonNode amount) => new()
    {
        ["currency"] = order.Currency,
        ["transactionFee"] = amount,
    };

    public static JsonNode WholeWhenItCan(decimal fee) =>
        decimal.IsInteger(fee) ? JsonValue.Create(decimal.ToInt64(fee)) : JsonValue.Create(fee);

    /// <summary>One ticket per traveller and booking; two bookings share the amounts in halves, the odd unit on the first.</summary>
    public static IEnumerable<CaseTicket> Tickets(Order order) =>
        from traveller in order.Travellers
        from share in order.AirlinePnrs.Index()
        select new CaseTicket(
            order,
            traveller,
            share.Item,
            Share(traveller.Fare + traveller.Tax, share.Index, order.AirlinePnrs.Count),
            Share(traveller.Bags.Sum(b => b.Price), share.Index, order.AirlinePnrs.Count));

    public static JsonObject ShortTicket(CaseTicket ticket) => new()
    {
        ["lastName"] = ticket.Traveller.LastName,
        ["firstName"] = ticket.Traveller.FirstName,
        ["ticketNo"] = ticket.Number,
    };

    public static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) => [.. items.Select(write)];

    private static decimal Share(decimal whole, int index, int of)
    {
        var part = decimal.Round(whole / of, 2, MidpointRounding.ToZero);
        return of is 1 ? whole : index is 0 ? whole - (part * (of - 1)) : part;
    }
}
