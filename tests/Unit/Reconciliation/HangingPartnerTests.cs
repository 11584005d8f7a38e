using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>A partner that does not answer costs a round three questions: the other partner's, and the next round's notices and leases, do not wait for the rest.</summary>
public sealed class HangingPartnerTests
{
    private static readonly TimeSpan UntilDue = PollPlan.FirstAsk + TimeSpan.FromSeconds(1);

    /// <summary>Five card refunds were due before the void, and AsiaBill says nothing about any of them.</summary>
    [Fact]
    public async Task Round_WhileAsiaBillIsSilent_AsksItThreeTimesAndFindsTheVoid()
    {
        await using var desk = await Desk.StartAsync();
        await CardsAsync(desk, await desk.SupplierAsync(), 5);
        desk.Pass(UntilDue);
        var lost = await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled(), times: 100);

        await desk.ReconcileAsync();

        Assert.Equal((3, CaseState.Following), (desk.Cards.Count(AsiaBillStandIn.LookUpPath), await desk.StateAsync(lost)));
    }

    /// <summary>Those that had no turn are not forgotten: the next round begins with them.</summary>
    [Fact]
    public async Task Round_AfterOneThatWasCutShort_AsksAboutTheRest()
    {
        await using var desk = await Desk.StartAsync();
        await CardsAsync(desk, await desk.SupplierAsync(), 5);
        desk.Pass(UntilDue);
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled(), times: 3);
        await desk.ReconcileAsync();

        await desk.ReconcileAsync();

        Assert.Equal(5, desk.Cards.Count(AsiaBillStandIn.LookUpPath));
    }

    /// <summary>A partner that answers now and then is no partner that hangs.</summary>
    [Fact]
    public async Task Round_WithAnAnswerBetweenTheSilences_GoesOn()
    {
        await using var desk = await Desk.StartAsync();
        await CardsAsync(desk, await desk.SupplierAsync(), 5);
        desk.Pass(UntilDue);
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled(), times: 2);
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Delay(TimeSpan.Zero));
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled(), times: 2);

        await desk.ReconcileAsync();

        Assert.Equal(5, desk.Cards.Count(AsiaBillStandIn.LookUpPath));
    }

    [Fact]
    public async Task Round_WhileAtlasIsSilent_AsksItThreeTimesAndAsksAsiaBill()
    {
        await using var desk = await Desk.StartAsync();
        var supplier = await desk.SupplierAsync();
        await desk.SentAsync(Scenes.Vcc);
        await desk.SentAsync(Scenes.RejectedLater);
        await desk.SentAsync(Scenes.StuckAtZero);
        await CardsAsync(desk, supplier, 1);
        desk.Pass(UntilDue);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled(), times: 100);

        await desk.ReconcileAsync();

        Assert.Equal((3, 1), (desk.Partner.Count("queryVoidOrders.do"), desk.Cards.Count(AsiaBillStandIn.LookUpPath)));
    }

    /// <summary>A number that a notice named is AsiaBill's to answer for as well: it waits for a round in which AsiaBill answers.</summary>
    [Fact]
    public async Task NamedNumber_WhileAsiaBillIsSilent_IsAskedAboutInALaterRound()
    {
        await using var desk = await Desk.StartAsync();
        var (supplier, payment) = (await desk.SupplierAsync(), PaymentScenes.LostReplyAfter.TradeNo);
        await CardsAsync(desk, supplier, 3);
        var lost = await CardAsync(desk, supplier, payment, new Money(24_000, "USD"));
        desk.Pass(UntilDue);
        await desk.TellAsync(payment, lost + "-1");
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled(), times: 3);

        await desk.ReconcileAsync();
        var held = await desk.StateAsync(lost);
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.OutcomeUnknown, CaseState.Following), (held, await desk.StateAsync(lost)));
    }

    private static async Task CardsAsync(Desk desk, string supplier, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await CardAsync(desk, supplier, desk.Cards.CopyOf(PaymentScenes.Plain), CardLegs.Whole);
        }
    }

    private static async Task<string> CardAsync(Desk desk, string supplier, string tradeNo, Money total)
    {
        var number = await desk.ApprovedAsync(await desk.CardQuotedAsync(await desk.Staff.AgentAsync(), supplier, tradeNo, total));
        await desk.SendRoundAsync();
        return number;
    }
}
