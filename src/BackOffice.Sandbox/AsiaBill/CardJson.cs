using System.Globalization;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>Replies and notices as they look on the wire.</summary>
internal static class CardJson
{
    private static readonly TimeSpan ChinaTime = TimeSpan.FromHours(8);

    public static string WordOf(CardRefundStatus status) => status switch
    {
        CardRefundStatus.Pending => "pending",
        CardRefundStatus.Success => "success",
        CardRefundStatus.Fail => "fail",
    };

    public static JsonObject Refused(string code, string? text = null) => new()
    {
        ["code"] = code,
        ["message"] = text ?? AsiaBillCodes.TextOf(code),
        ["data"] = null,
    };

    public static JsonObject Refund(RefundCase refund, AsiaBillOptions options) => new()
    {
        ["code"] = options.ShortSuccessCode || refund.Payment.ShortSuccessCode ? AsiaBillCodes.ShortSuccess : AsiaBillCodes.Success,
        ["message"] = AsiaBillCodes.TextOf(AsiaBillCodes.Success),
        ["data"] = new JsonObject
        {
            ["batchNo"] = BatchNo(refund, options),
            ["refundDescription"] = refund.Description,
            ["refundReason"] = refund.Asked.Reason,
            ["refundStatus"] = WordOf(refund.Status),
            ["tradeNo"] = refund.Payment.TradeNo,
        },
    };

    public static JsonObject Notice(RefundCase refund, CardRefundStatus status, DateTimeOffset at, AsiaBillOptions options)
    {
        var payment = refund.Payment;
        var data = new JsonObject
        {
            ["reason"] = refund.Asked.Reason,
            ["amount"] = Amount(payment, refund.Asked.Amount, options),
            ["batchNo"] = BatchNo(refund, options),
            ["orderAmount"] = Amount(payment, payment.Amount, options),
            ["orderNo"] = payment.OrderNo,
            ["tradeNo"] = options.TradeNoAsNumber ? JsonNode.Parse(payment.TradeNo) : payment.TradeNo,
            ["orderCurrency"] = payment.Currency,
            ["noticeDate"] = DateOf(at, options.NoticeDateShape),
            ["currency"] = payment.Currency,
        };
        if (options.NoticesNameTrack && refund.Asked.MerTrackNo.Length > 0)
            data["merTrackNo"] = refund.Asked.MerTrackNo;
        return new JsonObject { ["data"] = data, ["type"] = "refund." + WordOf(status) };
    }

    private static JsonNode BatchNo(RefundCase refund, AsiaBillOptions options) =>
        HasNumbers(refund.Payment, options) && long.TryParse(refund.BatchNo, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? JsonValue.Create(number)
            : JsonValue.Create(refund.BatchNo);

    private static JsonNode Amount(CardPayment payment, decimal amount, AsiaBillOptions options) => HasNumbers(payment, options)
        ? JsonValue.Create(amount)
        : JsonValue.Create(amount.ToString(RefundRequest.DecimalsOf(payment.Currency) is 0 ? "0" : "0.00", CultureInfo.InvariantCulture));

    private static bool HasNumbers(CardPayment payment, AsiaBillOptions options) => options.NumbersAsNumbers || payment.NumbersAsNumbers;

    private static string DateOf(DateTimeOffset at, NoticeDateShape shape) => at.ToOffset(ChinaTime).ToString(
        shape switch
        {
            NoticeDateShape.Spaced => "yyyy-MM-dd HH:mm:ss",
            NoticeDateShape.WithT => "yyyy-MM-dd'T'HH:mm:ss",
        },
        CultureInfo.InvariantCulture);
}
