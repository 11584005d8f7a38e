using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Web.Features.Orders;
using Unit.Web.Cases;

namespace Unit.Web.Orders;

/// <summary>Two adults and a child.</summary>
public sealed class RefundChoiceTests
{
    private static readonly OrderPassenger Zhao = new("ZHAO", "YI", PassengerType.Adult);
    private static readonly OrderPassenger Qian = new("QIAN", "ER", PassengerType.Adult);
    private static readonly OrderPassenger Sun = new("SUN", "SAN", PassengerType.Child);
    private static readonly OrderSnapshot Order = ACase.Order() with { Passengers = [Zhao, Qian, Sun] };

    [Fact]
    public void Choice_AtFirst_IsEverybody() => Assert.Equal((3, null), (new RefundChoice(Order, []).Count, new RefundChoice(Order, []).WhyNot()));

    [Fact]
    public void Choice_OfBothAdults_LeavesAChildAlone()
    {
        var choice = new RefundChoice(Order, []);

        choice.Toggle(Sun);

        Assert.Equal("refund.child-alone", choice.WhyNot()?.Name);
    }

    [Fact]
    public void Choice_OfNobody_IsRefused()
    {
        var choice = new RefundChoice(Order with { Passengers = [Zhao] }, []);

        choice.Toggle(Zhao);

        Assert.Equal("refund.nobody-chosen", choice.WhyNot()?.Name);
    }

    [Fact]
    public void Wish_OfOne_NamesThemAsOnTheTicket()
    {
        var choice = new RefundChoice(Order, []);
        choice.Toggle(Zhao);
        choice.Toggle(Sun);

        var wish = choice.Wish(RefundReason.Involuntary, "EUR");

        Assert.Equal((RefundReason.Involuntary, "EUR", new RefundPassenger("QIAN", "ER")), (wish.Reason, wish.DisplayCurrency, Assert.Single(wish.Passengers)));
    }

    [Fact]
    public void Toggle_OfSomebodyWithARefund_ChoosesNobody()
    {
        var choice = new RefundChoice(Order, [Known("R-2026-000001", Zhao)]);

        choice.Toggle(Zhao);

        Assert.Equal(["R-2026-000001", null, null], choice.Lines.Select(l => l.TakenBy));
        Assert.Equal([false, true, true], choice.Lines.Select(l => l.IsChosen));
    }

    /// <summary>Whoever has given the ticket back travels with nobody.</summary>
    [Fact]
    public void Choice_OfTheLastAdultOnBoard_LeavesAChildAlone()
    {
        var choice = new RefundChoice(Order, [Known("R-2026-000001", Zhao)]);

        choice.Toggle(Sun);

        Assert.Equal("refund.child-alone", choice.WhyNot()?.Name);
    }

    [Fact]
    public void Choice_WhereEverybodyHasARefund_HasNobodyLeft() =>
        Assert.True(new RefundChoice(Order, [Known("R-2026-000001", Zhao, Qian), Known("R-2026-000002", Sun)]).IsNobodyLeft);

    /// <summary>An order that is read again brings its passengers anew; who was left out by hand must not come back by itself.</summary>
    [Fact]
    public void Choice_ReadAgain_IsWhoWasChosenAndIsStillFree()
    {
        var before = new RefundChoice(Order, []);
        before.Toggle(Qian);

        var again = new RefundChoice(ReadAgain(), [Known("R-2026-000001", Zhao)], before);

        Assert.Equal([false, false, true], again.Lines.Select(l => l.IsChosen));
    }

    [Fact]
    public void Choice_ReadAgain_DoesNotChooseWhoBecameFree()
    {
        var before = new RefundChoice(Order, [Known("R-2026-000001", Zhao)]);

        Assert.Equal([false, true, true], new RefundChoice(ReadAgain(), [], before).Lines.Select(l => l.IsChosen));
    }

    /// <summary>Nobody could be chosen, so nobody was left out.</summary>
    [Fact]
    public void Choice_ReadAgainAfterEverybodyHadARefund_IsEverybody() =>
        Assert.Equal(3, new RefundChoice(ReadAgain(), [], new RefundChoice(Order, [Known("R-2026-000001", Zhao, Qian, Sun)])).Count);

    private static OrderSnapshot ReadAgain() => Order with { Passengers = [.. Order.Passengers.Select(p => p with { TicketNumbers = ["1234567890123"] })] };

    private static KnownRefund Known(string number, params OrderPassenger[] whose) =>
        new(number, new RefundWish(RefundReason.Voluntary, [.. whose.Select(p => new RefundPassenger(p.LastName, p.FirstName))], null));
}
