using System.Globalization;
using System.Text.Json.Nodes;
using static BackOffice.Sandbox.Atlas.CaseAnswers;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Refund quotations, submissions and cases as they look on the wire.</summary>
internal static class RefundAnswers
{
    private const int DaysUntilConfirmed = 10;
    private const int DaysUntilRefunded = 50;

    public static readonly string[] QuotationKeys =
    [
        "orderNo", "displayCurrency", "isRefundable", "refundQuoteType", "refundOfferId", "refundMethod", "fastConfirmation",
        "expectedConfirmationDate", "expectedRefundDate", "refundTickets", "refundFareAmount", "refundPostTicketingServiceAmounts",
        "refundVouchers", "serviceFee", "refundRules",
    ];

    public static readonly string[] SubmissionKeys = [.. QuotationKeys, "refundStatus", "refundCode", "cancelReason", "refundReason"];

    public static readonly string[] QueryKeys = ["refundOrders"];

    public static JsonObject Quotation(RefundOffer offer, StandInOptions options)
    {
        var amounts = offer.Amounts;
        var order = amounts.Order;
        return new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["displayCurrency"] = amounts.DisplayCurrency,
            ["isRefundable"] = amounts.IsRefundable,
            ["refundQuoteType"] = QuoteType(amounts),
            ["refundOfferId"] = offer.Id,
            ["refundMethod"] = Method(order.Refund.IsVoucher),
            ["fastConfirmation"] = amounts.IsAccurate ? 1 : 0,
            ["expectedConfirmationDate"] = WireTime.OwnDay(offer.QuotedAt.AddDays(DaysUntilConfirmed)),
            ["expectedRefundDate"] = WireTime.OwnDay(offer.QuotedAt.AddDays(DaysUntilRefunded)),
            ["refundTickets"] = Each(Tickets(order).Reverse(), NamedTicket),
            ["refundFareAmount"] = Fare(amounts),
            ["refundPostTicketingServiceAmounts"] = order.Refund.ExtrasAsObject || options.RefundExtrasAsObject ? ExtrasInOne(amounts) : Extras(amounts),
            ["refundVouchers"] = Vouchers(amounts, issued: null),
            ["serviceFee"] = ServiceFee(amounts),
            ["refundRules"] = RefundRules.OfRefund(order),
        };
    }

    public static JsonObject Submission(RefundCase accepted, StandInOptions options)
    {
        var answer = Quotation(accepted.Offer, options);
        answer["fastConfirmation"] = null;
        answer["refundStatus"] = accepted.Status;
        answer["refundCode"] = accepted.Code;
        answer["cancelReason"] = accepted.CancelReason;
        answer["refundReason"] = ((int)accepted.Amounts.Reason).ToString(CultureInfo.InvariantCulture);
        return answer;
    }

    public static JsonObject Queried(RefundCase found, StandInOptions options)
    {
        var amounts = found.Amounts;
        var answer = new JsonObject
        {
            ["orderNo"] = found.OrderNo,
            ["refundCode"] = found.Code,
            ["displayCurrency"] = amounts.DisplayCurrency,
            ["expectedConfirmationDate"] = null,
            ["expectedRefundDate"] = found.RefundExpectedAt is { } expected ? WireTime.OwnDay(expected) : null,
            ["refundQuoteType"] = QuoteType(amounts),
            ["refundTickets"] = options.QueriesNameTickets ? Each(Tickets(amounts.Order).Reverse(), ShortTicket) : null,
            ["refundFareAmount"] = Fare(amounts),
            ["refundPostTicketingServiceAmounts"] = Extras(amounts),
            ["refundVouchers"] = Vouchers(amounts, issued: found.Status is 2 ? found : null),
            ["serviceFee"] = ServiceFee(amounts),
            ["refundRules"] = new JsonArray(),
            ["refundStatus"] = found.Status,
            ["cancelReason"] = found.CancelReason,
            ["refundOfferId"] = options.QueriesNameOffers ? found.Offer.Id : null,
            ["refundMethod"] = Method(amounts.Order.Refund.IsVoucher),
        };
        if (options.ActualRefundAmount && found.Status is 2 && !amounts.Order.Refund.IsVoucher)
            answer["actualRefundAmount"] = amounts.Final;
        return answer;
    }

    private static string QuoteType(RefundAmounts amounts) => amounts.IsAccurate ? "AccurateQuote" : "CannotQuote";

    private static JsonObject NamedTicket(CaseTicket ticket)
    {
        var answer = ShortTicket(ticket);
        answer.Insert(0, "name", ticket.Traveller.Name);
        return answer;
    }

    private static JsonObject? Fare(RefundAmounts amounts)
    {
        if (amounts.Order.Refund.IsVoucher)
            return null;

        var answer = FareAmount(amounts.Order, amounts.Estimated);
        Show(answer, "displayOriginalFareAmount", amounts.Order.Total, amounts);
        Show(answer, "displayEstimatedRefundAmount", amounts.Estimated, amounts);
        return answer;
    }

    private static JsonArray Extras(RefundAmounts amounts) =>
        Each(amounts.Extras, extra => OneExtra(extra.OrderNo, extra.Total, amounts.EstimatedOf(extra), amounts));

    /// <summary>One object has room for one order number: that of the first; the amounts are those of all.</summary>
    private static JsonObject? ExtrasInOne(RefundAmounts amounts) => amounts.Extras.Count is 0
        ? null
        : OneExtra(amounts.Extras[0].OrderNo, amounts.Extras.Sum(e => e.Total), amounts.Extras.Sum(amounts.EstimatedOf), amounts);

    private static JsonObject OneExtra(string orderNo, decimal original, decimal estimated, RefundAmounts amounts)
    {
        var answer = Extra(orderNo, amounts.Order.Currency, original, estimated);
        Show(answer, "displayPostTicketingServiceAmount", original, amounts);
        Show(answer, "displayEstimatedRefundAmount", estimated, amounts);
        return answer;
    }

    /// <summary>One per traveller; without number, code and dates before the airline has issued it.</summary>
    private static JsonArray? Vouchers(RefundAmounts amounts, RefundCase? issued)
    {
        var validFrom = issued?.RefundExpectedAt;
        return !amounts.Order.Refund.IsVoucher ? null : Each(amounts.Order.Travellers.Index(), traveller => new JsonObject
        {
            ["voucherId"] = issued is null ? null : string.Create(CultureInfo.InvariantCulture, $"V{issued.Code}-{traveller.Index + 1}"),
            ["voucherCode"] = issued is null ? null : string.Create(CultureInfo.InvariantCulture, $"{amounts.Order.PnrCode}{traveller.Index + 1}"),
            ["eligiblePassengers"] = new JsonArray(new JsonObject { ["name"] = traveller.Item.Name }),
            ["airline"] = amounts.Order.Carrier,
            ["estimatedRefundAmount"] = amounts.EstimatedOf(traveller.Item),
            ["currency"] = amounts.Order.Currency,
            ["voucherStartDate"] = validFrom is { } from ? WireTime.OwnDay(from) : null,
            ["voucherEndDate"] = validFrom is { } until ? WireTime.OwnDay(until.AddYears(1)) : null,
            ["travelStartDate"] = null,
            ["travelEndDate"] = null,
            ["note"] = null,
        });
    }

    private static JsonObject ServiceFee(RefundAmounts amounts)
    {
        var answer = Fee(amounts.Order, WholeWhenItCan(amounts.Fee));
        Show(answer, "displayTransactionFee", amounts.Fee, amounts);
        return answer;
    }

    private static void Show(JsonObject answer, string field, decimal amount, RefundAmounts amounts)
    {
        if (amounts.DisplayCurrency is { } display)
            answer[field] = DisplayRates.Show(amount, amounts.Order.Currency, display);
    }
}
