using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Void quotations, submissions and cases as they look on the wire.</summary>
internal static class VoidAnswers
{
    public static readonly string[] QuotationKeys =
    [
        "orderNo", "isVoidable", "voidOfferId", "voidMethod", "fastConfirmation", "expectedConfirmationDate",
        "expectedRefundDate", "voidTickets", "voidFareAmount", "serviceFee", "voidWindow",
    ];

    public static readonly string[] SubmissionKeys =
    [
        "orderNo", "isVoidable", "voidOfferId", "voidMethod", "fastConfirmation", "expectedConfirmationDate",
        "expectedRefundDate", "voidTickets", "voidFareAmount", "serviceFee", "voidStatus", "voidCode", "cancelReason",
    ];

    public static readonly string[] QueryKeys = ["voidOrders"];

    public static JsonObject Quotation(VoidQuote quote, DateTimeOffset now, StandInOptions options)
    {
        var amounts = quote.Amounts!;
        var order = amounts.Order;
        var answer = new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["isVoidable"] = quote.IsVoidable,
            ["voidOfferId"] = quote.Offer?.Id,
            ["voidMethod"] = Method(order),
            ["fastConfirmation"] = 1,
            ["expectedConfirmationDate"] = WireTime.OwnDay(now.AddDays(1)),
            ["expectedRefundDate"] = null,
            ["voidTickets"] = Each(Tickets(order), FullTicket),
            ["voidFareAmount"] = FareAmount(order),
            ["voidPostTicketingServiceAmounts"] = Extras(amounts),
            ["serviceFee"] = Fee(order, WholeWhenItCan(order.Void.Fee)),
            ["voidWindow"] = Window(order, quote.AllowVoid, options),
        };
        if (order.Void.CarriesDeadline || options.VoidDeadlineField)
            answer["voidDeadline"] = WireTime.Own19(VoidWindow.ClosesAt(order, order.TicketedAt ?? now));
        return answer;
    }

    public static JsonObject Submission(VoidCase accepted)
    {
        var order = accepted.Offer.Amounts.Order;
        return new JsonObject
        {
            ["orderNo"] = accepted.OrderNo,
            ["isVoidable"] = true,
            ["voidOfferId"] = accepted.Offer.Id,
            ["voidMethod"] = Method(order),
            ["fastConfirmation"] = 1,
            ["expectedConfirmationDate"] = WireTime.OwnDay(accepted.SubmittedAt.AddDays(1)),
            ["expectedRefundDate"] = null,
            ["voidTickets"] = Each(Tickets(order), ShortTicket),
            ["voidFareAmount"] = FareAmount(order),
            ["voidPostTicketingServiceAmounts"] = Extras(accepted.Offer.Amounts),
            ["serviceFee"] = Fee(order, decimal.Add(order.Void.Fee, 0.00m)),
            ["voidStatus"] = accepted.Status,
            ["voidCode"] = accepted.VoidCode,
            ["cancelReason"] = accepted.CancelReason,
        };
    }

    public static JsonObject Queried(VoidCase found, StandInOptions options)
    {
        var order = found.Offer.Amounts.Order;
        var answer = new JsonObject
        {
            ["orderNo"] = found.OrderNo,
            ["voidCode"] = found.VoidCode,
            ["voidStatus"] = found.Status,
            ["voidOfferId"] = options.QueriesNameOffers ? found.Offer.Id : null,
            ["voidMethod"] = Method(order),
            ["cancelReason"] = found.CancelReason,
            ["expectedConfirmationDate"] = WireTime.OwnDay(found.SubmittedAt.AddDays(1)),
            ["expectedRefundDate"] = found.RefundExpectedAt is { } expected ? WireTime.OwnDay(expected) : null,
            ["voidTickets"] = Each(Tickets(order), ShortTicket),
            ["voidFareAmount"] = FareAmount(order),
            ["voidPostTicketingServiceAmounts"] = Extras(found.Offer.Amounts),
            ["serviceFee"] = Fee(order, WholeWhenItCan(order.Void.Fee)),
        };
        if (options.ActualRefundAmount && found.Status is 2 && !order.Void.IsVoucher)
            answer["actualRefundAmount"] = order.Total + found.Offer.Amounts.Extras.Sum(e => e.Total) - order.Void.Fee;
        return answer;
    }

    private static string Method(Order order) => order.Void.IsVoucher ? "Voucher" : "CashBackToOriginalPayment";

    private static JsonObject? FareAmount(Order order) => order.Void.IsVoucher ? null : new JsonObject
    {
        ["currency"] = order.Currency,
        ["originalFareAmount"] = order.Total,
        ["estimatedRefundAmount"] = order.Total,
    };

    private static JsonArray Extras(VoidAmounts amounts) => Each(amounts.Extras, extra => new JsonObject
    {
        ["postTicketingOrderNo"] = extra.OrderNo,
        ["currency"] = extra.Currency,
        ["originalPostTicketingServiceAmount"] = extra.Total,
        ["estimatedRefundAmount"] = extra.Total,
    });

    private static JsonObject Fee(Order order, JsonNode amount) => new()
    {
        ["currency"] = order.Currency,
        ["transactionFee"] = amount,
    };

    private static JsonNode WholeWhenItCan(decimal fee) =>
        decimal.IsInteger(fee) ? JsonValue.Create(decimal.ToInt64(fee)) : JsonValue.Create(fee);

    private static JsonObject Window(Order order, bool allowVoid, StandInOptions options)
    {
        var sameDay = order.Void.HasSameDayCutOff && options.SameDayFields;
        return new JsonObject
        {
            ["supportVoid"] = true,
            ["allowVoid"] = allowVoid,
            ["voidTimeAfterIssure"] = VoidWindow.HoursAfterIssue,
            ["voidTimeBeforeDepature"] = VoidWindow.MinutesBeforeDeparture,
            ["sameDayDeadlineTime"] = sameDay ? VoidWindow.SameDayTime : null,
            ["sameDayTimezone"] = sameDay ? VoidWindow.SameDayZone : null,
        };
    }

    private sealed record Ticket(Order Order, Traveller Traveller, string Number, decimal Fare, decimal Extras);

    /// <summary>One ticket per traveller and booking; two bookings share the amounts in halves, the odd unit on the first.</summary>
    private static IEnumerable<Ticket> Tickets(Order order) =>
        from traveller in order.Travellers
        from share in order.AirlinePnrs.Index()
        select new Ticket(
            order,
            traveller,
            share.Item,
            Share(traveller.Fare + traveller.Tax, share.Index, order.AirlinePnrs.Count),
            Share(traveller.Bags.Sum(b => b.Price), share.Index, order.AirlinePnrs.Count));

    private static decimal Share(decimal whole, int index, int of)
    {
        var part = decimal.Round(whole / of, 2, MidpointRounding.ToZero);
        return of is 1 ? whole : index is 0 ? whole - (part * (of - 1)) : part;
    }

    private static JsonObject ShortTicket(Ticket ticket) => new()
    {
        ["lastName"] = ticket.Traveller.LastName,
        ["firstName"] = ticket.Traveller.FirstName,
        ["ticketNo"] = ticket.Number,
    };

    private static JsonObject FullTicket(Ticket ticket)
    {
        var total = ticket.Fare + ticket.Extras;
        return new JsonObject
        {
            ["name"] = ticket.Traveller.Name,
            ["lastName"] = ticket.Traveller.LastName,
            ["firstName"] = ticket.Traveller.FirstName,
            ["ticketNo"] = ticket.Number,
            ["currency"] = ticket.Order.Currency,
            ["originalFareAmount"] = ticket.Fare,
            ["originalAncillaryAmount"] = ticket.Extras,
            ["originalTotalAmount"] = total,
            ["refundableAmountForFare"] = ticket.Fare,
            ["refundableAmountForAncillaries"] = ticket.Extras,
            ["refundReason"] = "4",
            ["airlinePenaltyAmountForFare"] = 0,
            ["airlinePenaltyAmountForAncillaries"] = 0,
            ["airlinePenaltyAmount"] = 0,
            ["estimatedRefundAmount"] = total,
            ["originalTotalAmountWithTicket"] = total,
            ["refundableAmountForAncillariesWithTicket"] = ticket.Extras,
        };
    }

    private static JsonArray Each<T>(IEnumerable<T> items, Func<T, JsonObject> write) => [.. items.Select(write)];
}
