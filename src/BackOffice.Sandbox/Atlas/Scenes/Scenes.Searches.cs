using BackOffice.Sandbox.Atlas;
using static BackOffice.Sandbox.Atlas.Seeding;

namespace BackOffice.Sandbox;

/// <content>Orders that are hard to find, to show or to tell apart.</content>
public static partial class Scenes
{
    public static Scene ChineseName { get; } = new(
        "chinese-name",
        "TESTA20260801000000031",
        "A Chinese name",
        "中文姓名",
        "The ticket is in pinyin, the contact in characters. Voidable.",
        "客票姓名为拼音，联系人为汉字。可作废。")
    {
        Carrier = "TW",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(25),
                at.Fly("TW", "TW282", "ICN", "FUK", 33, "16:40", 80),
                new Traveller("WANG", "XIAOMING") { Gender = "M", Nationality = "CN", Fare = 93.00m, Tax = 30.20m }) with
            {
                Contact = new ContactPerson("王小明", "wang.xiaoming@example.com", "0086-13900001234"),
            },
        ],
    };

    public static Scene LongName { get; } = new(
        "long-name",
        "TESTA20260801000000032",
        "A name of sixty characters",
        "六十个字符的姓名",
        "The name must neither break the page nor be cut without a trace. Voidable.",
        "姓名不得撑破页面，也不得被悄悄截断。可作废。")
    {
        Carrier = "Z0",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(20),
                at.Fly("Z0", "Z0701", "LGW", "JFK", 45, "13:00", 490),
                new Traveller("WOLFESCHLEGELSTEINHAUSENBERGERDORF", "MAXIMILIANE ALEXANDRA JOH") { Nationality = "DE", Fare = 205.00m, Tax = 88.10m }) with
            {
                Contact = new ContactPerson("Maximiliane Example", "maximiliane@example.com", "0049-15112345678"),
            },
        ],
    };

    public static Scene NinePassengers { get; } = new(
        "nine-passengers",
        "TESTA20260801000000033",
        "Nine passengers",
        "九位乘客",
        "A family with children and an infant; one void takes all nine.",
        "带儿童和婴儿的家庭；一次作废涉及全部九人。")
    {
        Carrier = "F9",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(Minutes(50), at.Fly("F9", "F91187", "ORD", "MCO", 60, "11:55", 165), NineTravellers()),
        ],
    };

    public static Scene Unpaid { get; } = new(
        "unpaid",
        "TESTA20260801000000034",
        "Not paid yet",
        "尚未支付",
        "State 0, held for 25 more minutes; the quotation answers 815.",
        "状态 0，保留 25 分钟；报价返回 815。")
    {
        Carrier = "PB",
        QuoteStatus = 815,
        Seed = at =>
        [
            at.Ticketed(
                TimeSpan.Zero,
                at.Fly("PB", "PB922", "YUL", "BOS", 19, "09:30", 95),
                new Traveller("DEMO", "ZOE") { Nationality = "CA", Fare = 129.00m, Tax = 41.00m }) with
            {
                CreatedAt = at.Now.AddMinutes(-5),
                PaidAt = null,
                TicketedAt = null,
            },
        ],
    };

    public static Scene Ticketing { get; } = new(
        "ticketing",
        "TESTA20260801000000035",
        "Paid, tickets on their way",
        "已支付，出票中",
        "State 1; the quotation answers 815. Ticketed five minutes after the start, then voidable.",
        "状态 1，报价返回 815。开始五分钟后出票，之后可作废。")
    {
        Carrier = "A3",
        QuoteStatus = 815,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(1),
                at.Fly("A3", "A3412", "SKG", "ATH", 13, "19:05", 55),
                new Traveller("DEMO", "ARIS") { Gender = "M", Nationality = "GR", Fare = 39.00m, Tax = 16.20m }) with
            {
                TicketedAt = at.Now.AddMinutes(5),
            },
        ],
    };

    public static Scene PaidInYen { get; } = new(
        "paid-in-yen",
        "TESTA20260801000000036",
        "Paid in yen",
        "日元支付",
        "Amounts without decimals. Voidable, as the route touches the United States.",
        "金额无小数。航线涉及美国，可作废。")
    {
        Carrier = "ZG",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(70),
                at.Fly("ZG", "ZG24", "NRT", "LAX", 26, "14:20", 600),
                new Traveller("DEMO", "HARUKA") { Nationality = "JP", Fare = 41_900, Tax = 9_870 }) with
            {
                Currency = "JPY",
                TechnicalFeePerTraveller = 300,
            },
        ],
    };

    public static Scene SharedPnrFirst { get; } = new(
        "shared-pnr-first",
        "TESTA20260801000000037",
        "Shares its four-digit PNR, first order",
        "四位 PNR 重复：订单一",
        "PNR 4821 of the airline alone answers 701; with the passenger's name it is found. Voidable.",
        "仅用 PNR 4821 查询返回 701，加上乘客姓名即可找到。可作废。")
    {
        Carrier = "VF",
        AirlinePnr = "4821",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(95),
                at.Fly("VF", "VF3109", "SAW", "CDG", 17, "07:20", 220),
                new Traveller("DEMO", "BERK") { Gender = "M", Nationality = "TR", Fare = 73.00m, Tax = 21.50m }),
        ],
    };

    public static Scene SharedPnrSecond { get; } = new(
        "shared-pnr-second",
        "TESTA20260801000000038",
        "Shares its four-digit PNR, second order",
        "四位 PNR 重复：订单二",
        "The other order with PNR 4821. Voidable.",
        "另一个 PNR 为 4821 的订单。可作废。")
    {
        Carrier = "VF",
        AirlinePnr = "4821",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Hours(4),
                at.Fly("VF", "VF3120", "CDG", "SAW", 27, "13:45", 210),
                new Traveller("DEMO", "CELINE") { Nationality = "FR", Fare = 81.00m, Tax = 21.50m }),
        ],
    };

    public static Scene RoundTripTwoPnrs { get; } = new(
        "round-trip-two-pnrs",
        "TESTA20260801000000039",
        "Round trip with two PNRs",
        "往返两个 PNR",
        "Two bookings at the airline, one order; a void takes both.",
        "航司两个预订，同一订单；作废涉及两者。")
    {
        Carrier = "TW",
        ReturnPnr = "X10039",
        IsVoidable = true,
        Seed = at =>
        {
            var order = at.Ticketed(
                Minutes(15),
                at.Fly("TW", "TW241", "ICN", "NRT", 21, "08:30", 145),
                new Traveller("DEMO", "DAMIAN") { Gender = "M", Nationality = "PL", Fare = 181.00m, Tax = 66.31m });
            return
            [
                order with
                {
                    Legs = [order.Legs[0], at.Fly("TW", "TW242", "NRT", "ICN", 28, "12:10", 160, bound: 2)],
                    AirlinePnrs = [at.AirlinePnr, "X" + at.AirlinePnr[1..]],
                },
            ];
        },
    };

    public static Scene UnknownAirport { get; } = new(
        "unknown-airport",
        "TESTA20260801000000040",
        "An airport nobody knows",
        "未知机场",
        "Leaves from XQZ, whose time zone no list holds. Voidable.",
        "从 XQZ 出发，其时区不在任何列表中。可作废。")
    {
        Carrier = "A3",
        IsVoidable = true,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(33),
                at.Fly("A3", "A3990", Airports.Unlisted, "ATH", 10, "18:00", 70),
                new Traveller("DEMO", "ELEKTRA") { Nationality = "GR", Fare = 52.00m, Tax = 14.80m }),
        ],
    };

    private static Traveller[] NineTravellers()
    {
        string[] adults = ["ADAM", "BELLA", "CARL", "DORA", "ERIK"];
        string[] children = ["FINN", "GINA", "HANS"];
        return
        [
            .. adults.Select(name => new Traveller("EXAMPLE", name) { Nationality = "US", Fare = 69.00m, Tax = 21.40m }),
            .. children.Select(name => new Traveller("EXAMPLE", name) { Type = TravellerType.Child, BornOn = new DateOnly(2018, 6, 3), Nationality = "US", Fare = 59.00m, Tax = 21.40m }),
            new Traveller("EXAMPLE", "IDA") { Type = TravellerType.Infant, BornOn = new DateOnly(2026, 1, 9), Nationality = "US", Fare = 12.00m, Tax = 2.10m },
        ];
    }
}
