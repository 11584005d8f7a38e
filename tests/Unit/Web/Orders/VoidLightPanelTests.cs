using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
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
}
