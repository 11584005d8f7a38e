using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;
using CasePage = BackOffice.Web.Features.Cases.CasePage;

namespace Unit.Web.Cases;

/// <summary>The page over its whole life: from one case to another, and while the world around it changes.</summary>
public sealed class CasePageTests : DeskScreen
{
    private static readonly RecoveryView Running = new("restored", Desk.Start, Desk.Start, null, null, 1, 0, 0, 0);

    /// <summary>A note that was begun for the void must not be kept for the refund.</summary>
    [Fact]
    public async Task Page_LedToAnotherCase_BeginsAnew()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundAfterWindow));
        var page = Show(desk, agent, await desk.SentAsync(Scenes.PlainDeposit));
        await desk.SendRoundAsync();
        page.Find("#write-note").Click();
        page.Find(".note-box textarea").Change("The customer of the void called.");
        var before = page.Find(".timeline-lines").TextContent;

        page.Render(p => p.Add(c => c.Number, refund));

        Assert.Contains(refund, page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".note-box"));
        Assert.Contains("sent the void", before, StringComparison.Ordinal);
        Assert.Contains("sent the refund", page.Find(".timeline-lines").TextContent, StringComparison.Ordinal);
    }

    /// <summary>The router tells pages apart by their type; whoever cannot see the screen would be left where the old case was.</summary>
    [Fact]
    public async Task Page_LedToAnotherCase_TakesTheFocusAlong()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = await desk.RefundQuotedAsync(agent, Scenes.RefundAfterWindow);
        var page = Show(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var before = FocusesOn("step-title");

        page.Render(p => p.Add(c => c.Number, refund));

        Assert.Equal((0, 1), (before, FocusesOn("step-title")));
    }

    /// <summary>The rounds of a recovery run in nobody's culture; the page stays in the reader's.</summary>
    [Fact]
    public async Task Page_WhenARecoveryBegins_HoldsWhatItHolds_InTheReadersLanguage()
    {
        Speak("zh-Hans");
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var page = Show(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var before = page.FindAll(".people-panel .why-not").Count;

        await InARoundAsync(() => desk.Use<RecoveryWatch>().Show(Running));

        await page.WaitForAssertionAsync(() => Assert.Contains("数据库已恢复", page.Find(".people-panel .why-not").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find(".people-panel .panel-foot button").HasAttribute("disabled"));
        Assert.Equal(0, before);

        await InARoundAsync(() => desk.Use<RecoveryWatch>().Show(null));

        await page.WaitForAssertionAsync(() => Assert.Empty(page.FindAll(".people-panel .why-not")));
    }

    /// <summary>On a thread of the worker's, with nothing of the reader's about it.</summary>
    private static Task InARoundAsync(Action told)
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(told);
        }
    }

    private int FocusesOn(string id) => JSInterop.Invocations.Count(i => i.Identifier == "desk.focus" && Equals(i.Arguments[0], id));

    private IRenderedComponent<CasePage> Show(Desk desk, Actor who, string number)
    {
        Sit(
            desk, who, Role.Agent, typeof(ReadCase), typeof(CaseChanges), typeof(CaseWatchers), typeof(RecoveryWatch), typeof(QuoteCase), typeof(AddNote), typeof(StrikeNote),
            typeof(PromiseCustomer), typeof(TakeCase), typeof(WithdrawCase), typeof(WithdrawRequest), typeof(ContinueAsRefund), typeof(AskForApproval), typeof(PermitSend),
            typeof(AskPartnerNow), typeof(DecideUnknown), typeof(PrepareCardRefund));
        Services.AddSingleton<TimeProvider>(desk.Clock);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        return Render<CasePage>(p => p.Add(c => c.Number, number));
    }
}
