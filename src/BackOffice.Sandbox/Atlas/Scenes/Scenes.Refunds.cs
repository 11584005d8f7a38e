using BackOffice.Sandbox.Atlas;
using static BackOffice.Sandbox.Atlas.Seeding;

namespace BackOffice.Sandbox;

/// <content>Orders that can no longer be voided, and what a refund of them brings.</content>
public static partial class Scenes
{
    public static Scene RefundAfterWindow { get; } = new(
        "refund-after-window",
        "TESTA20260801000000051",
        "Too late for a void, refundable",
        "作废已过期，可退款",
        "The void answers 822. An accurate refund quotation follows: the airline keeps 35, the fee is 2.",
        "作废返回 822；退款可准确报价：航司扣 35，手续费 2。")
    {
        Carrier = "SY",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at => [Late(at, "SY", "SY207", "MSP", "LAS", Adult("PAULA", 164.00m))],
    };

    public static Scene RefundChildStays { get; } = new(
        "refund-child-stays",
        "TESTA20260801000000052",
        "Two adults and a child, one to refund",
        "两名成人一名儿童，退其中一人",
        "Either adult alone can be refunded, also together with the child. Both adults without the child answer 802.",
        "可单独退任一成人，或连同儿童一起退；只退两名成人返回 802。")
    {
        Carrier = "F9",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at =>
        [
            Late(
                at, "F9", "F91420", "DEN", "MCO",
                Adult("RALF", 88.00m),
                Adult("SONJA", 88.00m),
                new Traveller("SAMPLE", "TIM") { Type = TravellerType.Child, BornOn = new DateOnly(2019, 3, 8), Gender = "M", Fare = 71.00m, Tax = 19.35m }),
        ],
    };

    public static Scene RefundVoucher { get; } = new(
        "refund-voucher",
        "TESTA20260801000000053",
        "Refund as a voucher",
        "退款为代金券",
        "Quoted exactly, but as vouchers: no cash amount. The voucher's code appears once the refund is done.",
        "可准确报价，但以代金券退还，无现金金额；退款完成后才有券码。")
    {
        Carrier = "VJ",
        QuoteStatus = AtlasCodes.NotCovered,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at => [Late(at, "VJ", "VJ122", "SGN", "HAN", Adult("UTA", 92.40m)) with { Refund = new RefundTraits { IsVoucher = true } }],
    };

    public static Scene RefundCannotQuote { get; } = new(
        "refund-cannot-quote",
        "TESTA20260801000000054",
        "No refund amount can be quoted",
        "无法报价的退款",
        "CannotQuote: the amount is shown as 0 where the passenger wants it, and as the whole fare where the airline changed the flight.",
        "CannotQuote：自愿退款显示为 0（金额未知），非自愿显示为全额票价。")
    {
        Carrier = "N0",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at =>
        [
            Late(at, "N0", "N0312", "LGW", "JFK", Adult("VIKTOR", 221.00m)) with
            {
                Refund = new RefundTraits { Terms = RefundTerms.AirlineDecides, AirlinePays = 84.20m },
            },
        ],
    };

    public static Scene RefundNotRefundable { get; } = new(
        "refund-not-refundable",
        "TESTA20260801000000055",
        "Not refundable, told by isRefundable",
        "不可退款：isRefundable 为 false",
        "The quotation succeeds with isRefundable false and an offer that looks good; refund.do answers it with 805.",
        "报价成功但 isRefundable 为 false，且带有看似可用的报价号；refund.do 返回 805。")
    {
        Carrier = "DY",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at => [Late(at, "DY", "DY814", "OSL", "ARN", Adult("WIEBKE", 49.90m)) with { Refund = new RefundTraits { Terms = RefundTerms.NotRefundable } }],
    };

    public static Scene RefundRejectedLater { get; } = new(
        "refund-rejected-later",
        "TESTA20260801000000056",
        "Refund rejected by the airline later",
        "退款稍后被航司拒绝",
        "Accepted, with the airline after four hours, and after two days 4 with a reason.",
        "已受理，四小时后转航司，两天后状态为 4 并附原因。")
    {
        Carrier = "BX",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at => [Late(at, "BX", "BX148", "PUS", "FUK", Adult("XAVER", 66.10m)) with { Refund = new RefundTraits { Script = CaseScript.RejectedByAirline } }],
    };

    public static Scene RefundVcc { get; } = new(
        "refund-vcc",
        "TESTA20260801000000057",
        "Refund to a card passed through to the airline",
        "VCC 卡直付订单的退款",
        "After submission 0, 1 and within five days 5: done, the final amount stays unknown.",
        "提交后状态为 0、1，五天内到 5：已完成，但最终金额未知。")
    {
        Carrier = "VF",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at => [Late(at, "VF", "VF3061", "SAW", "ATH", Adult("YARA", 74.80m)) with { PaymentMethod = 3 }],
    };

    public static Scene RefundLostReply { get; } = new(
        "refund-lost-reply",
        "TESTA20260801000000058",
        "Reply to a refund lost after acceptance",
        "退款受理后回复丢失",
        "The first refund.do is accepted, but the connection breaks. A new quotation answers 803, a new submission 814 and later 816 or 803.",
        "首次 refund.do 已受理但连接中断；再次报价返回 803，再次提交返回 814，之后 816 或 803。")
    {
        Carrier = "LJ",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        FirstRefund = new Fault.DropAfter(),
        Seed = at => [Late(at, "LJ", "LJ307", "ICN", "FUK", Adult("ZENO", 81.30m))],
    };

    public static Scene RefundPastLimit { get; } = new(
        "refund-past-limit-821",
        "TESTA20260801000000059",
        "Past the airline's limit for refunds",
        "已过航司退款期限",
        "Departs in eighteen hours, and this airline wants a day: the refund quotation answers 821, the void 843.",
        "十八小时后起飞，而该航司要求提前一天：退款报价返回 821，作废返回 843。")
    {
        Carrier = "VJ",
        QuoteStatus = AtlasCodes.NotCovered,
        RefundQuoteStatus = AtlasCodes.RefundLimitPassed,
        Seed = at =>
        [
            at.Ticketed(
                Hours(25),
                new Leg("VJ", "VJ811", "SGN", "SIN", at.Now + Hours(18), at.Now + Hours(18) + Minutes(125)),
                Adult("ASTRID", 77.00m)),
        ],
    };

    public static Scene RefundWhereNoVoid { get; } = new(
        "refund-where-no-void-843",
        "TESTA20260801000000060",
        "Airline without voids, refundable",
        "航司不支持作废，可退款",
        "The void answers 843 from the first minute; the refund is quoted exactly.",
        "出票后作废即返回 843；退款可准确报价。")
    {
        Carrier = "OD",
        QuoteStatus = AtlasCodes.NotCovered,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at =>
        [
            at.Ticketed(Minutes(50), at.Fly("OD", "OD807", "KUL", "SIN", 23, "09:20", 70), Adult("BRUNO", 95.00m)),
        ],
    };

    public static Scene RefundTwoExtras { get; } = new(
        "refund-two-extras",
        "TESTA20260801000000061",
        "Refund with two extras, told as one object",
        "含两笔后加服务的退款，以单个对象返回",
        "Quotation and submission tell the amounts of both later orders as one object with one number; the query lists them.",
        "报价和提交以一个对象（仅一个订单号）给出两笔后加订单的金额；查询则分别列出。")
    {
        Carrier = "Y4",
        AncillaryOrderNo = "TESTB20260801000000061",
        FurtherAncillaryOrderNo = "TESTB20260801000000071",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at =>
        {
            var main = Late(at, "Y4", "Y4326", "GDL", "TIJ", Adult("CARLA", 70.00m), Adult("DIEGO", 70.00m)) with
            {
                Refund = new RefundTraits { ExtrasAsObject = true },
            };
            return
            [
                main,
                BagLater(at, main, 0, 31.50m) with { OrderNo = at.AncillaryOrderNo! },
                BagLater(at, main, 1, 44.25m) with { OrderNo = at.FurtherAncillaryOrderNo! },
            ];
        },
    };

    public static Scene RefundQuotationFails { get; } = new(
        "refund-quotation-9999",
        "TESTA20260801000000062",
        "The refund quotation fails",
        "退款报价失败",
        "Whatever is asked, the refund quotation answers 9999. The order can be voided.",
        "无论如何请求，退款报价都返回 9999；订单可作废。")
    {
        Carrier = "EI",
        IsVoidable = true,
        RefundQuoteStatus = AtlasCodes.Unexpected,
        Seed = at =>
        [
            at.Ticketed(Hours(5), at.Fly("EI", "EI177", "DUB", "LHR", 24, "16:45", 80), Adult("EDDA", 63.00m)) with
            {
                Currency = "EUR",
                Refund = new RefundTraits { QuotationFailsWith = AtlasCodes.Unexpected },
            },
        ],
    };

    public static Scene RefundConnecting { get; } = new(
        "refund-connecting",
        "TESTA20260801000000063",
        "Two connecting flights to refund",
        "联程航班退款",
        "Both flights go together: one without the other answers 811.",
        "两段航班须一并退款；只退一段返回 811。")
    {
        Carrier = "A3",
        QuoteStatus = AtlasCodes.WindowClosed,
        RefundQuoteStatus = AtlasCodes.Success,
        Seed = at =>
        {
            var order = Late(at, "A3", "A3121", "SKG", "ATH", Adult("FLORA", 133.00m));
            return [order with { Legs = [order.Legs[0], at.Fly("A3", "A3608", "ATH", "LHR", 22, "16:20", 235)] }];
        },
    };

    /// <summary>Issued more than 23 hours ago.</summary>
    private static Order Late(Seeding at, string carrier, string flightNumber, string from, string to, params Traveller[] travellers) =>
        at.Ticketed(Hours(25), at.Fly(carrier, flightNumber, from, to, 22, "11:40", 130), travellers);

    private static Traveller Adult(string firstName, decimal fare) => new("SAMPLE", firstName) { Fare = fare, Tax = 19.35m };

    private static Order BagLater(Seeding at, Order main, int traveller, decimal price) =>
        at.Ticketed(Hours(24), main.Legs[0], main.Travellers[traveller] with { Fare = 0, Tax = 0, Bags = [new Bag(1, 20, price)] }) with
        {
            TicketOrderNo = main.OrderNo,
            Contact = main.Contact,
        };
}
