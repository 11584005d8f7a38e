using BackOffice.Sandbox.Atlas;
using static BackOffice.Sandbox.Atlas.Seeding;

namespace BackOffice.Sandbox;

/// <content>Orders whose quotation says no, in each of its ways.</content>
public static partial class Scenes
{
    public static Scene NotVoidableFlag { get; } = new(
        "not-voidable-flag",
        "TESTA20260801000000011",
        "Not voidable, told by isVoidable",
        "不可作废：isVoidable 为 false",
        "The quotation succeeds with isVoidable false and without an offer.",
        "报价成功，但 isVoidable 为 false，且没有报价号。")
    {
        Carrier = "DY",
        Seed = at => [NonVoidable(at.Ticketed(
            Minutes(35),
            at.Fly("DY", "DY622", "OSL", "LGW", 14, "07:50", 135),
            new Traveller("SAMPLE", "JONAS") { Gender = "M", Nationality = "NO", Fare = 61.00m, Tax = 24.10m }), RefusalShape.Flag)],
    };

    public static Scene NotVoidableWindow { get; } = new(
        "not-voidable-window",
        "TESTA20260801000000012",
        "Not voidable, told by the window alone",
        "不可作废：仅 voidWindow 表明",
        "isVoidable is true and an offer is there, yet voidWindow.allowVoid is false. void.do would answer 808.",
        "isVoidable 为 true 且有报价号，但 voidWindow.allowVoid 为 false；void.do 会返回 808。")
    {
        Carrier = "D8",
        Seed = at => [NonVoidable(at.Ticketed(
            Minutes(50),
            at.Fly("D8", "D84210", "ARN", "CDG", 22, "12:30", 155),
            new Traveller("SAMPLE", "KARIN") { Nationality = "SE", Fare = 83.20m, Tax = 27.70m }), RefusalShape.Window)],
    };

    public static Scene NotVoidableCode808 { get; } = new(
        "not-voidable-code-808",
        "TESTA20260801000000013",
        "Not voidable, told by a code",
        "不可作废：返回码 808",
        "The quotation answers 808: the fare cannot be voided.",
        "报价返回 808：该票价不允许作废。")
    {
        Carrier = "TS",
        QuoteStatus = AtlasCodes.FareNotVoidable,
        Seed = at => [NonVoidable(at.Ticketed(
            Minutes(65),
            at.Fly("TS", "TS110", "YUL", "CDG", 40, "21:15", 415),
            new Traveller("EXAMPLE", "LEON") { Gender = "M", Nationality = "CA", Fare = 311.00m, Tax = 98.40m }), RefusalShape.Code)],
    };

    public static Scene NotCovered843 { get; } = new(
        "not-covered-843",
        "TESTA20260801000000014",
        "Airline not covered",
        "航司不支持作废",
        "The quotation answers 843; think of a refund.",
        "报价返回 843；请考虑退款。")
    {
        Carrier = "OD",
        QuoteStatus = AtlasCodes.NotCovered,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(30),
                at.Fly("OD", "OD803", "KUL", "SIN", 11, "14:00", 70),
                new Traveller("EXAMPLE", "MEI") { Nationality = "MY", Fare = 38.20m, Tax = 15.60m }),
        ],
    };

    public static Scene Payment841 { get; } = new(
        "payment-841",
        "TESTA20260801000000015",
        "Paid with an own airline account",
        "支付方式不支持作废",
        "The quotation answers 841: the airline has to be asked directly.",
        "报价返回 841：需直接联系航司。")
    {
        Carrier = "G4",
        QuoteStatus = AtlasCodes.PaymentNotSupported,
        Seed = at =>
        [
            at.Ticketed(
                Minutes(45),
                at.Fly("G4", "G41502", "LAS", "MSP", 16, "10:10", 190),
                new Traveller("TESTER", "NOAH") { Gender = "M", Nationality = "US", Fare = 64.00m, Tax = 17.20m }) with
            {
                PaymentMethod = 4,
            },
        ],
    };

    public static Scene WindowClosed822 { get; } = new(
        "window-closed-822",
        "TESTA20260801000000016",
        "The window has closed",
        "作废窗口已关闭",
        "Ticketed thirty hours ago: the quotation answers 822.",
        "三十小时前出票：报价返回 822。")
    {
        Carrier = "AS",
        QuoteStatus = AtlasCodes.WindowClosed,
        Seed = at =>
        [
            at.Ticketed(
                Hours(30),
                at.Fly("AS", "AS330", "SEA", "SFO", 28, "06:30", 130),
                new Traveller("TESTER", "OLIVIA") { Nationality = "US", Fare = 109.00m, Tax = 25.60m }),
        ],
    };

    public static Scene Flown820 { get; } = new(
        "flown-820",
        "TESTA20260801000000017",
        "The flight has left",
        "航班已起飞",
        "Departed an hour ago: the quotation answers 820.",
        "一小时前已起飞：报价返回 820。")
    {
        Carrier = "VF",
        QuoteStatus = AtlasCodes.TicketUsed,
        Seed = at =>
        [
            at.Ticketed(
                Hours(9),
                new Leg("VF", "VF3055", "SAW", "ATH", at.Now - Hours(1), at.Now + Minutes(30)),
                new Traveller("SAMPLE", "PELIN") { Nationality = "TR", Fare = 47.00m, Tax = 13.40m }),
        ],
    };

    private static Order NonVoidable(Order order, RefusalShape shape) =>
        order with { Void = new VoidTraits { IsFareNonVoidable = true, RefusalShape = shape } };
}
