using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

public sealed class OrderPageTests : DeskScreen
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whoever opens the case from here sees the same trip there.</summary>
    [Fact]
    public async Task Head_OfAnOrderWithAWayBack_ShowsTheTripAsItsCaseDoes()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();

        var page = Show(desk, agent, Scenes.RoundTripTwoPnrs);

        await page.WaitForAssertionAsync(() => Assert.Contains(" ⇄ ", page.Find(".case-trip").TextContent, StringComparison.Ordinal), Patience);
    }

    /// <summary>What is in our own books needs no question to Atlas, and whoever has the page open has not looked anew.</summary>
    [Fact]
    public async Task Page_WhenAColleagueOpensACase_ShowsIt_WithoutReadingTheOrderAgain()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, colleague) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        var page = Show(desk, agent, Scenes.PlainDeposit);
        await page.WaitForAssertionAsync(() => page.Find(".light.is-yes"), Patience);

        var number = await desk.OpenAsync(colleague, Scenes.PlainDeposit);

        await page.WaitForAssertionAsync(() => Assert.Equal("/cases/" + number, page.Find(".case-links a").GetAttribute("href")), Patience);
        Assert.True(page.Find(".start-void button").HasAttribute("disabled"));
        // The colleague's opening reads the order too.
        Assert.Equal((2, 1), (desk.Partner.Count("queryOrderDetails.do"), desk.Partner.Count("voidQuotation.do")));
        await using var db = desk.Database.Open();
        Assert.Equal(1, await db.Set<AuditEntry>().CountAsync(e => e.Action == "order.viewed"));
    }

    [Fact]
    public async Task Page_WhenAColleagueHasSentAVoid_SaysYesNoMore()
    {
        await using var desk = await Desk.StartAsync();
        var page = Show(desk, await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        await page.WaitForAssertionAsync(() => page.Find(".light.is-yes"), Patience);

        await desk.SentAsync(Scenes.PlainDeposit);

        await page.WaitForAssertionAsync(() => page.Find(".light.is-no"), Patience);
    }

    /// <summary>A start that is refused reads the order again; where Atlas does not give it, the half-filled form must not be lost.</summary>
    [Fact]
    public async Task Page_ReadAgainInVain_KeepsWhatItShows_AndSaysSo()
    {
        await using var desk = await Desk.StartAsync();
        var page = Show(desk, await desk.Staff.AgentAsync(), Scenes.TwoPassengersAndBag);
        await page.WaitForAssertionAsync(() => page.Find(".light.is-yes"), Patience);
        await page.InvokeAsync(async () => await page.Find(".start-refund > button").ClickAsync(new MouseEventArgs()));
        await page.InvokeAsync(async () => await page.FindAll(".choose input[type=checkbox]")[1].ChangeAsync(false));
        desk.Partner.Faults.Next("queryOrderDetails.do", new Fault.Code(401));

        await page.InvokeAsync(async () => await page.FindComponent<StartRefund>().Instance.OnRead.InvokeAsync());

        Assert.Equal("Atlas does not accept our account.", page.Find(".notice-text").TextContent);
        Assert.Contains("What is shown was read", page.Find(".notice-actions").TextContent, StringComparison.Ordinal);
        Assert.Equal([true, false], page.FindAll(".choose input[type=checkbox]").Select(box => box.HasAttribute("checked")));
        Assert.NotEmpty(page.FindAll(".light.is-yes"));
    }

    private IRenderedComponent<OrderPage> Show(Desk desk, Actor who, Scene scene)
    {
        Sit(
            desk, who, Role.Agent, typeof(ViewOrder), typeof(ReadOrderCases), typeof(CheckVoidable), typeof(OpenVoidCase), typeof(OpenRefundCase), typeof(QuoteCase),
            typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        return Render<OrderPage>(p => p.Add(o => o.OrderNo, scene.OrderNo));
    }
}
