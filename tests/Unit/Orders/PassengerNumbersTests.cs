using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class PassengerNumbersTests
{
    private static readonly OrderSnapshot Family = Of(
        new OrderPassenger("ZHAO", "YI FAN", PassengerType.Adult) { TicketNumbers = ["T1"] },
        new OrderPassenger("ZHAO", "YI", PassengerType.Adult) { TicketNumbers = ["T2", "T3"] },
        new OrderPassenger("ZHAO", "YI", PassengerType.Infant) { TicketNumbers = ["T4"] });

    /// <summary>A name that two have means neither of them.</summary>
    [Theory]
    [InlineData("ZHAO", "YI FAN", 1)]
    [InlineData("Zhao", "YIFAN", 1)]
    [InlineData("ZHAO", "YI", null)]
    [InlineData("QIAN", "ER", null)]
    public void Number_ByName_IsThatOfTheOnlyOne(string last, string first, int? expected) =>
        Assert.Equal((expected, expected), (Family.NumberOf(last, first), Family.NumberOf(last + "/" + first)));

    [Theory]
    [InlineData("T3", 2)]
    [InlineData("T4", 3)]
    [InlineData("T9", null)]
    [InlineData(null, null)]
    public void Number_OfATicket_IsThatOfWhoHasIt(string? ticket, int? expected) => Assert.Equal(expected, Family.NumberOf(new QuotedTicket("ZHAO", "YI", ticket)));

    [Fact]
    public void Number_OfATicketTheOrderDoesNotKnow_GoesByItsName() => Assert.Equal(1, Family.NumberOf(new QuotedTicket("ZHAO", "YI FAN", "T9")));

    [Fact]
    public void Number_OfTheOrdersOwn_TellsNamesakesApart() => Assert.Equal<int?>([1, 2, 3], Family.Passengers.Select(p => Family.NumberOf(p)));

    [Fact]
    public void Number_WhereThereIsOneOnly_IsNone()
    {
        var alone = Of(Family.Passengers[0]);

        Assert.Equal((null, null), (alone.NumberOf(alone.Passengers[0]), alone.NumberOf("ZHAO", "YI FAN")));
    }

    private static OrderSnapshot Of(params OrderPassenger[] passengers) => new()
    {
        OrderNo = "TESTA1", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, Passengers = passengers, ReadAt = default,
    };
}
