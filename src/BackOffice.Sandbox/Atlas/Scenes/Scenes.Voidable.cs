using BackOffice.Sandbox.Atlas;
using static BackOffice.Sandbox.Atlas.Seeding;

namespace BackOffice.Sandbox;

/// <content>Orders that can be voided, and the limits that end it.</content>
public static partial class Scenes
{
    public static Scene PlainDeposit { get; } = new(
        "plain-deposit",
        "TESTA20260801000000001",
        "Plain void, paid from the deposit",
        "普通作废：预存款支付",
        "Quote in full without a fee. After submission 0, 1, 3 and within ten minutes 2.",
        "报价全额退回，无手续费。提交后状态依次为 0、1、3，十分钟内到 2。")
    {
        Carrier = "Y4",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(40),
                at.Fly("Y4", "Y4702", "MEX", "CUN", 20, "13:10", 155),
                new Traveller("SAMPLE", "ANNA") { Fare = 118.40m, Tax = 36.05m, Bags = [new Bag(1, 15, 27.12m)] }),
        ],
    };

    public static Scene Vcc { get; } = new(
        "vcc",
        "TESTA20260801000000002",
        "Paid with a card passed through to the airline",
        "VCC 卡直付航司",
        "Quote with a fee of 2.50. After submission 0, 1 and 5: done, the final amount stays unknown.",
        "报价含 2.50 手续费。提交后状态为 0、1、5：已完成，但最终金额未知。")
    {
        Carrier = "F9",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(55),
                at.Fly("F9", "F92341", "DEN", "LAS", 12, "09:40", 125),
                new Traveller("SAMPLE", "BORIS") { Gender = "M", Fare = 89.00m, Tax = 22.60m }) with
            {
                PaymentMethod = 3,
                Void = new VoidTraits { Fee = 2.50m },
            },
        ],
    };

    public static Scene ClosesInThreeMinutes { get; } = new(
        "closes-in-3-minutes",
        "TESTA20260801000000003",
        "The window closes in three minutes",
        "作废窗口三分钟后关闭",
        "Voidable now; three minutes after the start 822.",
        "现在可以作废；开始三分钟后返回 822。")
    {
        Carrier = "A3",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Hours(23) - Minutes(3),
                at.Fly("A3", "A3600", "ATH", "LHR", 9, "08:05", 240),
                new Traveller("EXAMPLE", "CLARA") { Fare = 142.00m, Tax = 61.30m }) with
            {
                TicketedAt = at.Now - Hours(23) + Minutes(3),
            },
        ],
    };

    public static Scene SameDaySeoul { get; } = new(
        "same-day-seoul",
        "TESTA20260801000000004",
        "Same-day cut-off in Seoul",
        "首尔当日截止",
        "Voidable until 23:59 in Seoul on the day of issue, whatever the 23 hours say.",
        "仅在首尔出票当日 23:59 前可作废，与 23 小时规则无关。")
    {
        Carrier = "7C",
        IsVoidable = true,
        Seed = at =>
        [
            IssuedTodayInSeoul(at, at.Ticketed(
                Minutes(40),
                at.Fly("7C", "7C1302", "ICN", "KIX", 15, "10:35", 110),
                new Traveller("EXAMPLE", "DAEUN") { Nationality = "KR", Fare = 96.50m, Tax = 28.40m })),
        ],
    };

    public static Scene ClosesByDeparture { get; } = new(
        "closes-by-departure",
        "TESTA20260801000000005",
        "Departs in five hours",
        "五小时后起飞",
        "Voidable for two more hours: the window ends 180 minutes before departure.",
        "还有两小时可作废：起飞前 180 分钟关闭。")
    {
        Carrier = "SY",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(90),
                new Leg("SY", "SY345", "MSP", "MCO", at.Now + Hours(5), at.Now + Hours(5) + Minutes(205)),
                new Traveller("TESTER", "EMIL") { Gender = "M", Nationality = "US", Fare = 77.10m, Tax = 18.90m }),
        ],
    };

    public static Scene DeadlineGiven { get; } = new(
        "deadline-given",
        "TESTA20260801000000006",
        "The answer carries a voidDeadline",
        "报价带有 voidDeadline",
        "Voidable; the quotation names the deadline itself, in GMT+8.",
        "可作废；报价直接给出截止时间（GMT+8）。")
    {
        Carrier = "EI",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Hours(3),
                at.Fly("EI", "EI165", "DUB", "LHR", 30, "11:20", 80),
                new Traveller("TESTER", "FIONA") { Nationality = "IE", Fare = 54.99m, Tax = 31.20m }) with
            {
                Currency = "EUR",
                Void = new VoidTraits { CarriesDeadline = true },
            },
        ],
    };

    public static Scene TwoPassengersAndBag { get; } = new(
        "two-passengers-and-bag",
        "TESTA20260801000000007",
        "Two passengers, a bag bought later",
        "两位乘客，后加行李",
        "The quote lists both tickets, the later bag as an order of its own, and a fee of 4.",
        "报价列出两张客票、后加行李订单和 4 元手续费。")
    {
        Carrier = "Y4",
        AncillaryOrderNo = "TESTB20260801000000007",
        IsVoidable = true,
        Seed = at =>
        {
            var leg = at.Fly("Y4", "Y4318", "GDL", "TIJ", 25, "17:25", 185);
            var main = at.Ticketed(
                Hours(2),
                leg,
                new Traveller("SAMPLE", "GRACE") { Nationality = "MX", Fare = 54.10m, Tax = 16.49m },
                new Traveller("SAMPLE", "HUGO") { Nationality = "MX", Gender = "M", Fare = 54.10m, Tax = 16.49m }) with
            {
                Void = new VoidTraits { Fee = 4 },
            };
            var bag = at.Ticketed(Hours(1), leg, main.Travellers[0] with { Fare = 0, Tax = 0, Bags = [new Bag(1, 20, 50.11m)] });
            return [main, bag with { OrderNo = at.AncillaryOrderNo!, TicketOrderNo = at.OrderNo, Contact = main.Contact }];
        },
    };

    public static Scene Voucher { get; } = new(
        "voucher",
        "TESTA20260801000000008",
        "Refund as a voucher",
        "以代金券退款",
        "Voidable with voidMethod Voucher and without a cash amount.",
        "可作废，voidMethod 为 Voucher，无现金金额。")
    {
        Carrier = "DM",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(75),
                at.Fly("DM", "DM1200", "SDQ", "BOG", 18, "15:45", 165),
                new Traveller("EXAMPLE", "INES") { Nationality = "DO", Fare = 99.00m, Tax = 44.75m }) with
            {
                Void = new VoidTraits { IsVoucher = true },
            },
        ],
    };

    /// <summary>Just after midnight in Seoul the usual forty minutes ago would be yesterday, with the window already closed.</summary>
    private static Order IssuedTodayInSeoul(Seeding at, Order order)
    {
        var local = Airports.LocalTime("ICN", at.Now);
        var midnight = at.Now - local.TimeOfDay;
        var paid = order.PaidAt < midnight ? midnight : order.PaidAt!.Value;
        return order with
        {
            CreatedAt = paid.AddMinutes(-4),
            PaidAt = paid,
            TicketedAt = paid.AddSeconds(30) > at.Now ? at.Now : paid.AddSeconds(30),
            Void = new VoidTraits { HasSameDayCutOff = true },
        };
    }
}
