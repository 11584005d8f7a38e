using BackOffice.Sandbox.Atlas;
using static BackOffice.Sandbox.Atlas.Seeding;

namespace BackOffice.Sandbox;

/// <content>Orders whose void goes another way than hoped: lost replies, odd endings, colleagues who were faster.</content>
public static partial class Scenes
{
    public static Scene LostReplyAfter { get; } = new(
        "lost-reply-after",
        "TESTA20260801000000021",
        "Reply lost after acceptance",
        "受理后回复丢失",
        "The first void.do is accepted, but the connection breaks. Only queryVoidOrders knows the case code.",
        "首次 void.do 已受理但连接中断，只有 queryVoidOrders 能查到单号。")
    {
        Carrier = "Y4",
        IsVoidable = true,
        FirstSubmission = new Fault.DropAfter(),
        Seed = at => [Simple(at, "Y4", "Y4214", "CUN", "GDL", "QUINN", 71.25m)],
    };

    public static Scene LostReplyBefore { get; } = new(
        "lost-reply-before",
        "TESTA20260801000000022",
        "Connection lost before acceptance",
        "受理前连接中断",
        "The first void.do breaks before it is processed. No void will ever be found.",
        "首次 void.do 在处理前中断，之后查不到任何作废。")
    {
        Carrier = "LJ",
        IsVoidable = true,
        FirstSubmission = new Fault.DropBefore(),
        Seed = at => [Simple(at, "LJ", "LJ301", "ICN", "FUK", "ROSA", 84.60m)],
    };

    public static Scene StuckAtZero { get; } = new(
        "stuck-at-zero",
        "TESTA20260801000000023",
        "Stays at 0",
        "一直停在 0",
        "Accepted, then nothing happens any more.",
        "已受理，之后状态不再变化。")
    {
        Carrier = "TW",
        IsVoidable = true,
        Seed = at => [Simple(at, "TW", "TW211", "ICN", "KIX", "SOJIN", 90.15m, CaseScript.StuckAtZero)],
    };

    public static Scene RejectedLater { get; } = new(
        "rejected-later",
        "TESTA20260801000000024",
        "Rejected by the airline later",
        "稍后被航司拒绝",
        "0, 1 and then 4 with a reason. A new attempt is allowed after it.",
        "状态 0、1，随后 4 并附原因；之后可再次提交。")
    {
        Carrier = "BX",
        IsVoidable = true,
        Seed = at => [Simple(at, "BX", "BX142", "PUS", "FUK", "TARO", 58.30m, CaseScript.RejectedByAirline)],
    };

    public static Scene AttemptsUsedUp { get; } = new(
        "attempts-used-up",
        "TESTA20260801000000025",
        "Automatic attempts used up",
        "自动处理多次失败",
        "From 0 straight to 4, after ten failed attempts at the airline.",
        "对航司十次尝试失败后，从 0 直接到 4。")
    {
        Carrier = "ZE",
        IsVoidable = true,
        Seed = at => [Simple(at, "ZE", "ZE605", "ICN", "NRT", "UMA", 77.80m, CaseScript.AttemptsUsedUp)],
    };

    public static Scene SkipsToRefunded { get; } = new(
        "skips-to-refunded",
        "TESTA20260801000000026",
        "Skips to refunded",
        "直接跳到已退款",
        "From 0 straight to 2 after a minute.",
        "一分钟后从 0 直接到 2。")
    {
        Carrier = "RS",
        IsVoidable = true,
        Seed = at => [Simple(at, "RS", "RS711", "ICN", "NRT", "VERA", 102.45m, CaseScript.SkipsToEnd)],
    };

    public static Scene Colleague816 { get; } = new(
        "colleague-816",
        "TESTA20260801000000027",
        "A colleague has voided it in the portal",
        "同事已在门户提交作废",
        "The quotation answers 816; queryVoidOrders shows the colleague's case.",
        "报价返回 816；queryVoidOrders 可查到同事的作废单。")
    {
        Carrier = "7C",
        QuoteStatus = AtlasCodes.AlreadySubmitted,
        VoidedElsewhereBefore = Minutes(2),
        Seed = at => [Simple(at, "7C", "7C134", "PUS", "CJU", "WILLOW", 41.90m)],
    };

    public static Scene Colleague817 { get; } = new(
        "colleague-817",
        "TESTA20260801000000028",
        "A refund was requested in the portal",
        "门户中已有退款申请",
        "The quotation answers 817; there is no void to be found.",
        "报价返回 817；查不到作废单。")
    {
        Carrier = "OA",
        QuoteStatus = AtlasCodes.RefundExists,
        Seed = at => [Refunding(Simple(at, "OA", "OA104", "ATH", "SKG", "XENIA", 66.70m), RefundTrace.Refund)],
    };

    public static Scene Colleague818 { get; } = new(
        "colleague-818",
        "TESTA20260801000000029",
        "A refund claim was filed in the portal",
        "门户中已有退款索赔",
        "The quotation answers 818; there is no void to be found.",
        "报价返回 818；查不到作废单。")
    {
        Carrier = "N0",
        QuoteStatus = AtlasCodes.RefundClaimExists,
        Seed = at => [Refunding(Simple(at, "N0", "N0305", "LGW", "JFK", "YANN", 238.00m), RefundTrace.Claim)],
    };

    private static Order Simple(
        Seeding at,
        string carrier,
        string flightNumber,
        string from,
        string to,
        string firstName,
        decimal fare,
        CaseScript script = CaseScript.Normal) =>
        at.Ticketed(
            Minutes(40),
            at.Fly(carrier, flightNumber, from, to, 20, "12:15", 120),
            new Traveller("SAMPLE", firstName) { Fare = fare, Tax = 19.35m }) with
        {
            Void = new VoidTraits { Script = script },
        };

    private static Order Refunding(Order order, RefundTrace trace) =>
        order with { Void = order.Void with { RefundTrace = trace } };
}
