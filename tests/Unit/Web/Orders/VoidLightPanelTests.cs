using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

public sealed class VoidLightPanelTests : DeskScreen
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is known of the end is a cautious reading: the stand-in says yes for a little longer, and is asked until it says no.</summary>
    [Fact]
    public async Task Light_OfAPageThatIsLeftOpen_GoesOutWhenTheWindowCloses()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var view = (await desk.Use<ViewOrder>().ExecuteAsync(agent, Scenes.TwoPassengersAndBag.OrderNo, CancellationToken.None)).Require();
        var end = (await desk.Use<CheckVoidable>().ExecuteAsync(agent, view.Order, CancellationToken.None)).Require().Deadline!.At!.Value;
        var clock = new TestClock(end.AddHours(-1));
        void PassTo(DateTimeOffset instant)
        {
            desk.Pass(instant - desk.Clock.GetUtcNow());
            clock.AdvanceTo(instant);
        }

        PassTo(end.AddHours(-1));
        Sit(desk, agent, Role.Agent, typeof(CheckVoidable), typeof(OpenVoidCase), typeof(QuoteCase));
        Services.AddSingleton<TimeProvider>(clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddSingleton<CaseChanges>().AddScoped<LiveReadings>();
        var panel = Render<VoidLightPanel>(p => p.Add(l => l.View, view));
        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-yes"), Patience);

        PassTo(end - view.Margin + TimeSpan.FromSeconds(2));
        await clock.WaitsStartedAsync(2).WaitAsync(Patience);
        PassTo(end + TimeSpan.FromSeconds(2));
        await clock.WaitsStartedAsync(3).WaitAsync(Patience);
        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-yes"), Patience);
        PassTo(end.AddMinutes(11));

        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-no"), Patience);
    }

    /// <summary>Atlas refused our account: nobody has said that the order cannot be voided.</summary>
    [Fact]
    public async Task Light_ByACodeThatSaysNothingOfTheBooking_IsNoNo_AndIsAskedForAgain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(401));
        var panel = await ShowAsync(desk, agent);
        await panel.WaitForAssertionAsync(() => panel.Find(".notice-actions button"), Patience);
        var (text, words) = (panel.Find(".notice-text").TextContent, panel.FindAll(".light-word, .light.is-no").Count);

        await panel.Find(".notice-actions button").ClickAsync(new MouseEventArgs());

        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-yes"), Patience);
        Assert.Equal(("Atlas does not accept our account.", 0), (text, words));
    }

    /// <summary>A quotation mints an offer; while a send is on its way nothing may be asked that could take the place of the one that is sent.</summary>
    [Fact]
    public async Task Light_WhenAColleaguesVoidHasGoneOut_IsAskedForAgain_AndNotBefore()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var panel = await ShowAsync(desk, agent);
        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-yes"), Patience);

        await desk.QueuedAsync(Scenes.PlainDeposit);
        await TellAsync(panel, desk, agent);
        var whileQueued = panel.FindAll(".light.is-yes").Count;
        await desk.SendRoundAsync();
        await TellAsync(panel, desk, agent);

        await panel.WaitForAssertionAsync(() => panel.Find(".light.is-no"), Patience);
        // Two by the light, one by the colleague's quote, one by the sender.
        Assert.Equal((1, 4), (whileQueued, desk.Partner.Count("voidQuotation.do")));
    }

    private static async Task TellAsync(IRenderedComponent<VoidLightPanel> panel, Desk desk, Actor who)
    {
        var ours = (await desk.Use<ReadOrderCases>().ExecuteAsync(who, Scenes.PlainDeposit.OrderNo, CancellationToken.None)).Require();
        var view = panel.Instance.View with { Cases = ours.Cases, Refunds = ours.Refunds };
        panel.Render(p => p.Add(l => l.View, view));
    }

    private async Task<IRenderedComponent<VoidLightPanel>> ShowAsync(Desk desk, Actor who)
    {
        Sit(desk, who, Role.Agent, typeof(CheckVoidable), typeof(OpenVoidCase), typeof(QuoteCase), typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        var view = (await desk.Use<ViewOrder>().ExecuteAsync(who, Scenes.PlainDeposit.OrderNo, CancellationToken.None)).Require();
        return Render<VoidLightPanel>(p => p.Add(l => l.View, view));
    }
}
