using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Notices as they look on the wire.</summary>
internal static class NoticeBodies
{
    public static JsonObject Void(string account, string orderNo, string voidCode, int status, string message) =>
        Envelope(account, "order.void", new JsonObject
        {
            ["orderNo"] = orderNo,
            ["voidCode"] = voidCode,
            ["voidStatus"] = status,
            ["message"] = message,
        });

    /// <summary>A refund at some state. The partner publishes neither name nor shape: a guess after that of voids.</summary>
    public static JsonObject Refund(string account, string orderNo, string refundCode, int status, string message) =>
        Envelope(account, "order.refund", new JsonObject
        {
            ["orderNo"] = orderNo,
            ["refundCode"] = refundCode,
            ["refundStatus"] = status,
            ["message"] = message,
        });

    /// <summary>Money credited for a refund: the old form, flat and without a type.</summary>
    public static JsonObject RefundCredited(string account, RefundAmounts amounts)
    {
        var extras = amounts.Order.ExtrasTotal + amounts.Extras.Sum(e => e.Total);
        return new JsonObject
        {
            ["cid"] = account,
            ["orderNo"] = amounts.Order.OrderNo,
            ["currency"] = amounts.Order.Currency,
            ["originalTotalFare"] = amounts.Order.FareTotal,
            ["originalTotalAncillaryAmount"] = extras,
            ["originalTotalAmount"] = amounts.Order.FareTotal + extras,
            ["airlinePenaltyAmountForFare"] = amounts.Penalty,
            ["airlinePenaltyAmountForAncillaries"] = 0,
            ["airlinePenaltyAmount"] = amounts.Penalty,
            ["finalRefundAmount"] = amounts.Final,
            ["transactionFee"] = amounts.Fee,
            ["refundStatus"] = 2,
        };
    }

    public static JsonObject Ticketed(string account, Order order) =>
        Envelope(account, "order.ticketed", new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["orderStatus"] = 2,
            ["paxTicketInfos"] = OrderAnswer.Travellers(order, order.Travellers, isTicketed: true),
        });

    private static JsonObject Envelope(string account, string type, JsonObject data) => new()
    {
        ["cid"] = account,
        ["type"] = type,
        ["status"] = -1,
        ["data"] = data,
    };
}
