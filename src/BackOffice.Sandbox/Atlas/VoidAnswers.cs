using System.Text.Json.Nodes;
using static BackOffice.Sandbox.Atlas.CaseAnswers;

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
            ["voidCode"] = accepted.Code,
            ["cancelReason"] = accepted.CancelReason,
        };
    }

    public static JsonObject Queried(VoidCase found, StandInOptions options)
    {
        var order = found.Offer.Amounts.Order;
        var answer = new JsonObject
        {
            ["orderNo"] = found.OrderNo,
            ["voidCode"] = found.Code,
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

    private static string Method(Order order) => CaseAnswers.Method(order.Void.IsVoucher);

    private static JsonObject? FareAmount(Order order) => order.Void.IsVoucher ? null : CaseAnswers.FareAmount(order, order.Total);

    private static JsonArray Extras(VoidAmounts amounts) => Each(amounts.Extras, extra => Extra(extra.OrderNo, extra.Currency, extra.Total, extra.Total));

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

    private static JsonObject FullTicket(CaseTicket ticket)
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
}
