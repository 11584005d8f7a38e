namespace BackOffice.Sandbox;

/// <summary>Every payment that can be rehearsed. Each shows one thing and is plain in all others: paid two days ago by card.</summary>
public static class PaymentScenes
{
    public static PaymentScene Plain { get; } = new(
        "plain",
        Numbered(1),
        "Plain refund",
        "普通退款",
        "Paid USD 200.00. A refund is pending and within five minutes success; whole or in parts.",
        "已付 200.00 美元。退款先为 pending，五分钟内变为 success；可全额或分次退。");

    public static PaymentScene FailsLater { get; } = new(
        "fails-later",
        Numbered(2),
        "The refund fails later",
        "退款稍后失败",
        "Paid USD 185.40. The refund is pending and after five minutes fail; the amount can be refunded again.",
        "已付 185.40 美元。退款先为 pending，五分钟后变为 fail；金额可再次退款。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 185.40m) with { Course = RefundCourse.Fails },
    };

    public static PaymentScene LostReplyAfter { get; } = new(
        "lost-reply-after",
        Numbered(3),
        "Reply lost after the refund was recorded",
        "退款已登记，回复丢失",
        "Paid USD 240.00. The first refund is recorded, but the connection breaks: there is no batch number to ask with.",
        "已付 240.00 美元。首次退款已登记但连接中断，没有可用于查询的退款号。")
    {
        FirstRefund = new Fault.DropAfter(),
        Payment = (tradeNo, now) => Paid(tradeNo, now, 240.00m),
    };

    public static PaymentScene LostReplyBefore { get; } = new(
        "lost-reply-before",
        Numbered(4),
        "Connection lost before the refund was recorded",
        "退款登记前连接中断",
        "Paid USD 96.20. The first refund breaks before it arrives: nothing is refunded.",
        "已付 96.20 美元。首次退款在到达前中断，没有任何退款。")
    {
        FirstRefund = new Fault.DropBefore(),
        Payment = (tradeNo, now) => Paid(tradeNo, now, 96.20m),
    };

    public static PaymentScene WholeOnly { get; } = new(
        "whole-only",
        Numbered(5),
        "Partial refunds are not supported",
        "不支持部分退款",
        "Paid USD 310.00 by a local method. A part is refused with R0020; the whole amount goes through.",
        "以本地方式支付 310.00 美元。部分退款返回 R0020；全额可退。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 310.00m) with { Method = "LocalBank", TakesPartialRefunds = false },
    };

    public static PaymentScene TooOld { get; } = new(
        "older-than-180-days",
        Numbered(6),
        "Paid more than 180 days ago",
        "付款已超过 180 天",
        "Paid USD 420.00 181 days ago. Every refund is refused with R0027.",
        "181 天前支付 420.00 美元。任何退款均返回 R0027。")
    {
        Payment = (tradeNo, now) => new CardPayment(tradeNo, "USD", 420.00m, now.AddDays(-181)),
    };

    public static PaymentScene BeingSettled { get; } = new(
        "being-settled",
        Numbered(7),
        "The payment is being settled",
        "交易结算中",
        "Paid USD 150.00. Refused for now with R0021; an hour after the start the refund goes through.",
        "已付 150.00 美元。暂时返回 R0021；开始一小时后可退款。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 150.00m) with { BeingSettledUntil = now.AddHours(1) },
    };

    public static PaymentScene HalfRefunded { get; } = new(
        "half-refunded",
        Numbered(8),
        "Half is refunded already",
        "已退一半",
        "Paid USD 260.00, of which USD 130.00 are refunded (batch 410008). More than the rest is refused with R0025.",
        "已付 260.00 美元，其中 130.00 已退（退款号 410008）。超过余额返回 R0025。")
    {
        RefundedBefore = new EarlierRefund("410008", 130.00m),
        Payment = (tradeNo, now) => Paid(tradeNo, now, 260.00m),
    };

    public static PaymentScene InYen { get; } = new(
        "in-yen",
        Numbered(9),
        "Paid in yen",
        "日元支付",
        "Paid JPY 24800, without decimals. A fraction of a yen is refused with P0001.",
        "已付 24800 日元，无小数。含小数的金额返回 P0001。")
    {
        Payment = (tradeNo, now) => new CardPayment(tradeNo, "JPY", 24_800m, now.AddDays(-2)),
    };

    public static PaymentScene ShortCode { get; } = new(
        "short-success-code",
        Numbered(10),
        "Success is 0000",
        "成功码为 0000",
        "Paid USD 75.00. Success is told with 0000 in place of 00000.",
        "已付 75.00 美元。成功码为 0000 而不是 00000。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 75.00m) with { ShortSuccessCode = true },
    };

    public static PaymentScene AsNumbers { get; } = new(
        "numbers-as-numbers",
        Numbered(11),
        "Numbers as JSON numbers",
        "数字以 JSON 数值返回",
        "Paid USD 88.80. The batch number, and in notices the amounts, are JSON numbers and no texts.",
        "已付 88.80 美元。退款号以及通知中的金额为 JSON 数值而非文本。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 88.80m) with { NumbersAsNumbers = true },
    };

    public static PaymentScene ErrorRecorded { get; } = new(
        "s0001-recorded",
        Numbered(12),
        "S0001 although the refund was recorded",
        "返回 S0001，但退款已登记",
        "Paid USD 199.00. The first refund is answered with S0001 and yet recorded: the outcome is unknown.",
        "已付 199.00 美元。首次退款返回 S0001，但已登记：结果未知。")
    {
        FirstRefund = new Fault.Code(0, AfterProcessing: true) { Word = "S0001" },
        Payment = (tradeNo, now) => Paid(tradeNo, now, 199.00m),
    };

    public static PaymentScene ErrorNotRecorded { get; } = new(
        "s0001-not-recorded",
        Numbered(13),
        "S0001 and nothing was recorded",
        "返回 S0001，未登记退款",
        "Paid USD 198.00. The first refund is answered with S0001 and not recorded: from outside the same as the one before.",
        "已付 198.00 美元。首次退款返回 S0001 且未登记：外部看来与前一笔相同。")
    {
        FirstRefund = new Fault.Code(0) { Word = "S0001" },
        Payment = (tradeNo, now) => Paid(tradeNo, now, 198.00m),
    };

    public static PaymentScene PaymentFailed { get; } = new(
        "payment-failed",
        Numbered(14),
        "The payment itself had failed",
        "原交易支付失败",
        "USD 64.00 that were never paid. Every refund is refused with R0013.",
        "64.00 美元未支付成功。任何退款均返回 R0013。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 64.00m) with { HasFailed = true },
    };

    public static PaymentScene StaysPending { get; } = new(
        "stays-pending",
        Numbered(15),
        "The refund stays pending",
        "退款一直处理中",
        "Paid USD 120.00. The refund is accepted and stays pending until somebody decides it.",
        "已付 120.00 美元。退款已受理，一直为 pending，直到有人处理。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 120.00m) with { Course = RefundCourse.StaysPending },
    };

    public static PaymentScene FailsAfterSuccess { get; } = new(
        "fails-after-success",
        Numbered(16),
        "Success, and a fail after it",
        "先成功后失败",
        "Paid USD 140.00. The refund is success after five minutes and fail after twenty: a contradiction.",
        "已付 140.00 美元。退款五分钟后为 success，二十分钟后变为 fail：相互矛盾。")
    {
        Payment = (tradeNo, now) => Paid(tradeNo, now, 140.00m) with { Course = RefundCourse.FailsAfterSuccess },
    };

    public static IReadOnlyList<PaymentScene> All { get; } =
    [
        Plain, FailsLater, LostReplyAfter, LostReplyBefore, WholeOnly, TooOld, BeingSettled, HalfRefunded, InYen, ShortCode,
        AsNumbers, ErrorRecorded, ErrorNotRecorded, PaymentFailed, StaysPending, FailsAfterSuccess,
    ];

    /// <summary>The scene of that key, or null.</summary>
    public static PaymentScene? Find(string key) => All.FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.Ordinal));

    private static string Numbered(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"20260801120000{number:00000000}");

    private static CardPayment Paid(string tradeNo, DateTimeOffset now, decimal amount) => new(tradeNo, "USD", amount, now.AddDays(-2));
}
