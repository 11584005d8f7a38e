using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>The button beside a no does what it says.</summary>
public sealed class NextStepActionsTests : DeskScreen
{
    private readonly Gate quote = new();

    [Fact]
    public async Task OpenRefund_Pressed_EndsTheVoidAndGoesToTheRefund()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        var actions = await BesideAsync(desk, number, OrdersRefusals.WindowClosed);

        await actions.Find("button").ClickAsync(new MouseEventArgs());

        Assert.EndsWith("/cases/R-2026-000002", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal((CaseState.Withdrawn, CaseKind.Refund), (await desk.StateAsync(number), (await desk.CaseAsync("R-2026-000002")).Kind));
    }

    /// <summary>The page reads the void at once, and the button may be gone with what it stood beside: nobody has left.</summary>
    [Fact]
    public async Task OpenRefund_RedrawnAwayWhileItIsQuoted_StillGoesToTheRefund()
    {
        await using var desk = await Desk.StartAsync();
        var (press, actions) = await PressedAsync(desk);
        var said = actions.Find(".why-not a").GetAttribute("href");

        await DisposeComponentsAsync();
        quote.Release();
        await press;

        Assert.Equal("/cases/R-2026-000002", said);
        Assert.EndsWith("/cases/R-2026-000002", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenRefund_LeftWhileItIsQuoted_LeadsNobodyAway()
    {
        await using var desk = await Desk.StartAsync();
        var (press, actions) = await PressedAsync(desk);

        await actions.InvokeAsync(() => Services.GetRequiredService<BunitNavigationManager>().NavigateTo("/orders"));
        quote.Release();
        await press;

        Assert.EndsWith("/orders", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(CaseState.Quoted, await desk.StateAsync("R-2026-000002"));
    }

    /// <summary>A colleague was faster: the screen still shows the void.</summary>
    [Fact]
    public async Task OpenRefund_PressedAfterAColleague_LeadsToTheirs()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var actions = await BesideAsync(desk, number, OrdersRefusals.WindowClosed);
        (await desk.Use<ContinueAsRefund>().ExecuteAsync(agent, new ContinueAsRefundInput(number), CancellationToken.None)).Require();

        await actions.Find("button").ClickAsync(new MouseEventArgs());

        Assert.Equal("/cases/R-2026-000002", actions.Find(".notice a").GetAttribute("href"));
    }

    [Fact]
    public async Task ChooseAgain_Pressed_EndsTheCaseAndUnfoldsTheForm()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = (await desk.Use<ContinueAsRefund>().ExecuteAsync(agent, new ContinueAsRefundInput(await desk.OpenAsync(agent, Scenes.PlainDeposit)), CancellationToken.None)).Require();
        var actions = await BesideAsync(desk, number, OrdersRefusals.NameDiffers);

        await actions.Find("button").ClickAsync(new MouseEventArgs());

        Assert.Equal(CaseState.Withdrawn, await desk.StateAsync(number));
        Assert.EndsWith("/orders/" + Scenes.PlainDeposit.OrderNo + "?refund=1", Services.GetRequiredService<BunitNavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShowExisting_WithACaseOfOurs_LeadsThere()
    {
        await using var desk = await Desk.StartAsync();
        var sent = await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.RejectedLater);

        Assert.Equal("/cases/" + sent, (await BesideAsync(desk, number, OrdersRefusals.AlreadyVoided)).Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task ShowExisting_WithoutACaseOfOurs_LeadsToTheOrder()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Equal("/orders/" + Scenes.PlainDeposit.OrderNo, (await BesideAsync(desk, number, OrdersRefusals.RefundClaimExists)).Find("a").GetAttribute("href"));
    }

    [Fact]
    public async Task OpenRefund_ForWhoOnlyReads_IsNotOffered()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Empty((await BesideAsync(desk, number, OrdersRefusals.WindowClosed, Role.Auditor)).FindAll("button, a"));
    }

    /// <summary>Whether the void was sent after the backup is not known yet: it cannot end, and the reader is told so.</summary>
    [Fact]
    public async Task OpenRefund_WhileARecoveryRuns_SaysWhyItWaits()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        var actions = await BesideAsync(desk, number, OrdersRefusals.WindowClosed, isRecovering: true);

        Assert.Empty(actions.FindAll("button"));
        Assert.Contains("may have been sent after the state that was put back", actions.Find(".why-not").TextContent, StringComparison.Ordinal);
    }

    /// <summary>The refund is open, and Atlas takes its time over the quote.</summary>
    private async Task<(Task Press, IRenderedComponent<NextStepActions> Actions)> PressedAsync(Desk desk)
    {
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Hold(quote), Scenes.PlainDeposit.OrderNo);
        var actions = await BesideAsync(desk, number, OrdersRefusals.WindowClosed);
        var press = actions.Find("button").ClickAsync(new MouseEventArgs());
        await quote.Reached.WithinAsync();
        return (press, actions);
    }

    private async Task<IRenderedComponent<NextStepActions>> BesideAsync(Desk desk, string number, Refusal no, Role role = Role.Agent, bool isRecovering = false)
    {
        var person = await desk.Staff.HireAsync([role]);
        Sit(desk, person, role, typeof(ContinueAsRefund), typeof(WithdrawCase), typeof(QuoteCase));
        var view = (await desk.Use<ReadCase>().ExecuteAsync(person, number, CancellationToken.None)).Require();
        return Render<NextStepActions>(p => p.Add(a => a.Of, new CasePresenter(view, isRecovering)).Add(a => a.No, no));
    }
}
