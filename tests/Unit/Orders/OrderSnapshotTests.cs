using System.Text.Json;
using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class OrderSnapshotTests
{
    /// <summary>Cases are found and held by it: whichever letters Atlas echoes, and an older edition stored, it is one order.</summary>
    [Theory]
    [InlineData("testa20260801000000001", "TESTA20260801000000001")]
    [InlineData("TESTA20260801000000001", "TESTA20260801000000001")]
    [InlineData("no-number", "no-number")]
    public void Number_InAnyLetters_IsKeptInOneForm(string echoed, string kept)
    {
        var stored = JsonSerializer.Serialize(Order("TESTA20260801000000001")).Replace("TESTA20260801000000001", echoed, StringComparison.Ordinal);

        Assert.Equal(kept, Order(echoed).OrderNo);
        Assert.Equal(kept, JsonSerializer.Deserialize<OrderSnapshot>(stored)!.OrderNo);
    }

    [Fact]
    public void Locator_WrittenTwiceInOtherLetters_IsNamedOnce()
    {
        var order = Order("TESTA20260801000000001") with
        {
            Passengers = [new OrderPassenger("ZHAO", "YAN", PassengerType.Adult) { AirlinePnrs = ["abc12x"] }],
            AirlineBookings = [new AirlineBooking("Y4", null, "ABC12X"), new AirlineBooking("Y4", null, "DEF34Y")],
        };

        Assert.Equal("abc12x / DEF34Y", order.AirlinePnr);
    }

    private static OrderSnapshot Order(string orderNo) => new()
    {
        OrderNo = orderNo, Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = DateTimeOffset.UnixEpoch,
    };
}
