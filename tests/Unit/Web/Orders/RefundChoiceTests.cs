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

    /// <summary>What was ticked for one passenger must not come back for another who stands in their place.</summary>
    [Fact]
    public void Stamp_OfOtherPassengersOrOtherPlaces_IsAnother()
    {
        var stamp = new RefundChoice(Order, []).Stamp;

        Assert.Equal(stamp, new RefundChoice(Order with { Passengers = [Zhao, Qian, Sun] }, []).Stamp);
        Assert.NotEqual(stamp, new RefundChoice(Order with { Passengers = [Qian, Zhao, Sun] }, []).Stamp);
        Assert.NotEqual(stamp, new RefundChoice(Order with { Passengers = [Zhao, Qian] }, []).Stamp);
        Assert.DoesNotContain("ZHAO", stamp, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_OfBothAdults_LeavesAChildAlone()
    {
        var choice = new RefundChoice(Order, []);

        choice.Choose(Sun, false);

        Assert.Equal("refund.child-alone", choice.WhyNot()?.Name);
    }

    [Fact]
    public void Choice_OfNobody_IsRefused()
    {
        var choice = new RefundChoice(Order with { Passengers = [Zhao] }, []);

        choice.Choose(Zhao, false);

        Assert.Equal("refund.nobody-chosen", choice.WhyNot()?.Name);
    }

    [Fact]
    public void Wish_OfOne_NamesThemAsOnTheTicket()
    {
        var choice = new RefundChoice(Order, []);
        choice.Choose(Zhao, false);
        choice.Choose(Sun, false);

        var wish = choice.Wish(RefundReason.Involuntary, "EUR");

        Assert.Equal((RefundReason.Involuntary, "EUR", new RefundPassenger("QIAN", "ER")), (wish.Reason, wish.DisplayCurrency, Assert.Single(wish.Passengers)));
    }

    /// <summary>A browser puts back what was ticked, also where it is ticked already.</summary>
    [Fact]
    public void Choose_ToldTheSameAgain_StaysAsItIs()
    {
        var choice = new RefundChoice(Order, []);

        choice.Choose(Zhao, true);
        choice.Choose(Sun, false);
        choice.Choose(Sun, false);

        Assert.Equal([true, true, false], choice.Lines.Select(l => l.IsChosen));
    }

    [Fact]
    public void Choose_OfSomebodyWithARefund_ChoosesNobody()
    {
        var choice = new RefundChoice(Order, [Known("R-2026-000001", Zhao)]);

        choice.Choose(Zhao, true);

        Assert.Equal(["R-2026-000001", null, null], choice.Lines.Select(l => l.TakenBy));
        Assert.Equal([false, true, true], choice.Lines.Select(l => l.IsChosen));
    }

    /// <summary>Whoever has given the ticket back travels with nobody.</summary>
    [Fact]
    public void Choice_OfTheLastAdultOnBoard_LeavesAChildAlone()
    {
        var choice = new RefundChoice(Order, [Known("R-2026-000001", Zhao)]);

        choice.Choose(Sun, false);

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
        before.Choose(Qian, false);

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
