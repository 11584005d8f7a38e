using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Orders;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Orders;

/// <summary>From the order's page to its new case, while Atlas takes its time over the quote.</summary>
public sealed class StartVoidTests : DeskScreen
{
    private const string Number = "V-2026-000001";

    private static readonly string OrderNo = Scenes.PlainDeposit.OrderNo;

    private readonly Gate quote = new();

    private string Address => Services.GetRequiredService<NavigationManager>().Uri;

    /// <summary>The page reads the new case at once: whoever opened it is not told of it as of a colleague's.</summary>
    [Fact]
    public async Task Start_WhileTheQuoteIsTaken_SaysSo_AndThenLeadsToTheCase()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var form = await FormAsync(desk, agent);

        var start = form.Find("button").ClickAsync(new MouseEventArgs());
        await quote.Reached.WithinAsync();
        var ours = (await desk.Use<ReadOrderCases>().ExecuteAsync(agent, OrderNo, CancellationToken.None)).Require();
        form.Render(p => p.Add(s => s.View, form.Instance.View with { Cases = ours.Cases, Refunds = ours.Refunds }));
        var (said, announced) = (form.Find(".why-not").TextContent, Assert.Single(JSInterop.Invocations["desk.announce"]).Arguments[0]);
        quote.Release();
        await start;

        Assert.Equal("The case is open. Asking Atlas for its quote: " + Number, said);
        Assert.Equal(said, announced);
        Assert.EndsWith("/cases/" + Number, Address, StringComparison.Ordinal);
    }

    /// <summary>The next customer is on the phone, and their order on the screen.</summary>
    [Fact]
    public async Task Start_LeftWhileTheQuoteIsTaken_LeadsNobodyAway()
    {
        await using var desk = await Desk.StartAsync();
        var form = await FormAsync(desk, await desk.Staff.AgentAsync());

        var start = form.Find("button").ClickAsync(new MouseEventArgs());
        await quote.Reached.WithinAsync();
        await form.InvokeAsync(() => Services.GetRequiredService<NavigationManager>().NavigateTo(OrderUrls.Search));
        quote.Release();
        await start;

        Assert.EndsWith(OrderUrls.Search, Address, StringComparison.Ordinal);
        Assert.Equal(CaseState.Quoted, await desk.StateAsync(Number));
    }

    private async Task<IRenderedComponent<StartVoid>> FormAsync(Desk desk, Actor agent)
    {
        Sit(desk, agent, Role.Agent, typeof(OpenVoidCase), typeof(QuoteCase));
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Hold(quote), OrderNo);
        var view = (await desk.Use<ViewOrder>().ExecuteAsync(agent, OrderNo, CancellationToken.None)).Require();
        var form = Render<StartVoid>(p => p.Add(s => s.View, view));
        await form.Find("textarea").ChangeAsync("Booked the wrong day");
        return form;
    }
}
