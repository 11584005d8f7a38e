using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

public sealed class OrderPageTests : DeskScreen
{
    /// <summary>Whoever opens the case from here sees the same trip there.</summary>
    [Fact]
    public async Task Head_OfAnOrderWithAWayBack_ShowsTheTripAsItsCaseDoes()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        Sit(desk, agent, Role.Agent, typeof(ViewOrder), typeof(CheckVoidable), typeof(OpenVoidCase), typeof(OpenRefundCase), typeof(QuoteCase));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddSingleton<CaseChanges>().AddScoped<LiveReadings>();

        var page = Render<OrderPage>(p => p.Add(o => o.OrderNo, Scenes.RoundTripTwoPnrs.OrderNo));

        await page.WaitForAssertionAsync(() => Assert.Contains(" ⇄ ", page.Find(".case-trip").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
    }
}
