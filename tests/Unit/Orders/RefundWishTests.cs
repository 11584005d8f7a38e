using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class RefundWishTests
{
    /// <summary>An order that is read anew may spell its passengers otherwise: nobody gets a second refund for that.</summary>
    [Theory]
    [InlineData("ZHAO", "YIFAN", true)]
    [InlineData("Zhao", "Yi-Fan", true)]
    [InlineData("ZHAO", "YI FAN", true)]
    [InlineData("ZHAO", "YI", false)]
    [InlineData("YIFAN", "ZHAO", false)]
    public void Overlap_IsToldByTheLettersOfTheNames(string last, string first, bool expected)
    {
        var one = Wish(new("QIAN", "ER"), new("ZHAO", "YIFAN"));
        var other = Wish(new("SUN", "SAN"), new(last, first));

        Assert.Equal((expected, expected), (one.Overlaps(other), other.Overlaps(one)));
    }

    /// <summary>The partner compares names letter by letter, and lets no child fly alone.</summary>
    [Theory]
    [InlineData("", "refund.nobody-chosen")]
    [InlineData("RALF RALF", "refund.passenger-unknown")]
    [InlineData("NOBODY", "refund.passenger-unknown")]
    [InlineData("RALF NOBODY", "refund.passenger-unknown")]
    [InlineData("ralf", "refund.passenger-unknown")]
    [InlineData("RALF SONJA", "refund.child-alone")]
    [InlineData("RALF", null)]
    [InlineData("RALF TIM", null)]
    [InlineData("TIM", null)]
    [InlineData("RALF SONJA TIM", null)]
    public void Wish_ForSomeOfAFamily_IsRefusedWhereThePartnerWould(string firstNames, string? refusal)
    {
        var family = Order(new("SAMPLE", "RALF", PassengerType.Adult), new("SAMPLE", "SONJA", PassengerType.Adult), new("SAMPLE", "TIM", PassengerType.Child));
        var chosen = firstNames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(first => new RefundPassenger("SAMPLE", first));

        Assert.Equal(refusal, Wish([.. chosen]).WhyNot(family)?.Name);
    }

    [Theory]
    [InlineData(PassengerType.Adult, null)]
    [InlineData(PassengerType.Child, "refund.child-alone")]
    [InlineData(PassengerType.Infant, "refund.child-alone")]
    [InlineData(PassengerType.Other, null)]
    public void Wish_ThatLeavesOneBehind_IsRefusedWhereThatIsAChild(PassengerType type, string? refusal)
    {
        var pair = Order(new("SAMPLE", "RALF", PassengerType.Adult), new("SAMPLE", "TIM", type));

        Assert.Equal(refusal, Wish(new RefundPassenger("SAMPLE", "RALF")).WhyNot(pair)?.Name);
    }

    private static RefundWish Wish(params RefundPassenger[] passengers) => new(RefundReason.Voluntary, passengers, null);

    private static OrderSnapshot Order(params OrderPassenger[] passengers) => new()
    {
        OrderNo = "TESTA20260801000000051", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = DateTimeOffset.UnixEpoch, Passengers = passengers,
    };
}
