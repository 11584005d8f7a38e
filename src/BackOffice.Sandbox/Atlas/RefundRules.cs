using System.Globalization;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>The airline's rules about giving back the tickets of an order; the order and a refund write their amounts in different ways.</summary>
internal static class RefundRules
{
    private const int Always = 525_600;

    /// <summary>As an order shows them: nothing is "0", an amount carries its currency.</summary>
    public static JsonArray OfOrder(Order order) => Write(order, "", new JsonArray(), amount => amount is 0 ? "0" : Money(amount, order));

    /// <summary>As a refund quotation shows them: every amount carries its currency.</summary>
    public static JsonArray OfRefund(Order order) => Write(order, null, new JsonArray("ALL"), amount => Money(amount, order));

    private static JsonArray Write(Order order, string? passengerType, JsonArray ancillaries, Func<decimal, string> money)
    {
        JsonObject Rule(RefundReason reason, decimal penalty, bool isRefundable, int endMinute) => new()
        {
            ["airline"] = order.Carrier,
            ["ruleType"] = ((int)reason).ToString(CultureInfo.InvariantCulture),
            ["passengerType"] = passengerType,
            ["penaltyAmount"] = money(penalty),
            ["penaltyPercent"] = penalty is 0 ? 0 : null,
            ["penaltyPercentBase"] = null,
            ["airlineFee"] = penalty is 0 ? money(0) : null,
            ["taxRefundable"] = isRefundable,
            ["fareRefundable"] = isRefundable,
            ["refundableAncillaries"] = isRefundable ? ancillaries.DeepClone() : null,
            ["startMinute"] = Always,
            ["endMinute"] = endMinute,
            ["refundMethod"] = CaseAnswers.Method(order.Refund.IsVoucher),
        };

        return
        [
            Rule(RefundReason.Voluntary, order.Refund.Penalty, order.Refund.Terms is not RefundTerms.NotRefundable, -Always),
            Rule(RefundReason.Involuntary, 0, isRefundable: true, 300),
        ];
    }

    private static string Money(decimal amount, Order order) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00} {order.Currency}");
}
