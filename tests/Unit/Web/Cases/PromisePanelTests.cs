using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class PromisePanelTests : ScreenContext
{
    [Fact]
    public async Task Form_Opened_IsFilledWithTheDayThatAtlasExpects_AndKeepsThePromise()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        Services.Seat(desk, agent, typeof(PromiseCustomer));
        var view = (await ViewAsync(desk, agent, number)) with { ExpectedRefundOn = new DateOnly(2026, 9, 20) };
        var panel = Render<PromisePanel>(p => p.Add(c => c.Of, new CasePresenter(view)));

        panel.Find("button").Click();
        var filled = panel.Find("#promise-day").GetAttribute("value");
        panel.Find("textarea").Change("Money by then.");
        var keys = panel.FindAll("draft-keeper:has([data-kept=day]), draft-keeper:has([data-kept=text])").Select(k => k.GetAttribute("key")).ToList();
        await panel.Find("form").SubmitAsync();

        Assert.Equal([$"promise:{number}", $"promise:{number}"], keys);
        Assert.Equal($"promise:{number}", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
        var found = await desk.CaseAsync(number);
        Assert.Equal(("2026-09-20", new DateOnly(2026, 9, 20), "Money by then."), (filled, found.PromisedOn, found.Promise?.Words));
    }

    /// <summary>Also the words: what is thrown away does not come back with the next form, nor after a reload.</summary>
    [Fact]
    public async Task Form_Cancelled_IsForgotten()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var panel = await ShowAsync(desk, agent, number);
        panel.Find("button").Click();
        panel.Find("#promise-day").Change("2026-09-20");
        panel.Find("textarea").Change("Money by then.");

        await panel.Find("button.is-quiet").ClickAsync(new MouseEventArgs());
        var (forms, forgotten) = (panel.FindAll("form").Count, Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
        panel.Find("button").Click();

        Assert.Equal((0, $"promise:{number}"), (forms, forgotten));
        Assert.Equal("", panel.Find("textarea").GetAttribute("value") ?? "");
        Assert.Null((await desk.CaseAsync(number)).PromisedOn);
    }

    /// <summary>A colleague's promise that was made meanwhile must not be written over after a reload.</summary>
    [Fact]
    public async Task Form_OpenedOverAPromise_IsKeptForThatOneAlone()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        (await desk.Use<PromiseCustomer>().ExecuteAsync(agent, new PromiseCustomerInput(number, new DateOnly(2026, 9, 10), null), CancellationToken.None)).Require();
        var panel = await ShowAsync(desk, agent, number);
        panel.Find("button").Click();
        var first = Overs(panel);

        desk.Pass(TimeSpan.FromMinutes(1));
        (await desk.Use<PromiseCustomer>().ExecuteAsync(agent, new PromiseCustomerInput(number, new DateOnly(2026, 9, 12), null), CancellationToken.None)).Require();
        var view = await ViewAsync(desk, agent, number);
        panel.Render(p => p.Add(c => c.Of, new CasePresenter(view)));
        var meanwhile = Overs(panel);
        await panel.Find("button.is-quiet").ClickAsync(new MouseEventArgs());
        panel.Find("button").Click();

        Assert.Equal((2, 1), (first.Count, first.Distinct(StringComparer.Ordinal).Count()));
        Assert.Equal(first, meanwhile);
        Assert.DoesNotContain(first[0], Overs(panel));
    }

    [Fact]
    public async Task Form_WithADayThatHasPassed_SaysWhy_AndLosesNothing()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var panel = await ShowAsync(desk, agent, number);

        panel.Find("button").Click();
        panel.Find("#promise-day").Change("2026-08-01");
        panel.Find("textarea").Change("Money by then.");
        await panel.Find("form").SubmitAsync();

        Assert.Contains("This day has passed", panel.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.Equal(("2026-08-01", "Money by then."), (panel.Find("#promise-day").GetAttribute("value"), panel.Find("textarea").GetAttribute("value")));
        Assert.Null((await desk.CaseAsync(number)).PromisedOn);
    }

    [Fact]
    public async Task Promise_WhoseDayHasPassed_IsSaidOnThePage()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        (await desk.Use<PromiseCustomer>().ExecuteAsync(agent, new PromiseCustomerInput(number, new DateOnly(2026, 9, 1), null), CancellationToken.None)).Require();
        var onTheDay = (await ShowAsync(desk, agent, number)).FindAll(".notice").Count;

        desk.Pass(TimeSpan.FromDays(1));
        var view = await ViewAsync(desk, agent, number);
        var after = Render<PromisePanel>(p => p.Add(c => c.Of, new CasePresenter(view)));

        Assert.Equal(0, onTheDay);
        Assert.Contains("This day has passed", after.Find(".notice.is-warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Panel_ForSomebodyWhoOnlyReads_OffersNothing()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Empty((await ShowAsync(desk, await desk.Staff.HireAsync([Role.Auditor]), number)).Nodes);
    }

    /// <summary>What the form's kept fields are typed over.</summary>
    private static List<string?> Overs(IRenderedComponent<PromisePanel> panel) => [.. panel.FindAll("draft-keeper").Select(k => k.GetAttribute("over"))];

    private static async Task<CaseView> ViewAsync(Desk desk, Actor who, string number) => (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require();

    private async Task<IRenderedComponent<PromisePanel>> ShowAsync(Desk desk, Actor who, string number)
    {
        Services.Seat(desk, who, typeof(PromiseCustomer));
        var view = await ViewAsync(desk, who, number);
        return Render<PromisePanel>(p => p.Add(c => c.Of, new CasePresenter(view)));
    }
}
