using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class ComparePanelTests : ScreenContext
{
    [Fact]
    public async Task Panel_Opened_AsksAndNamesTheDifference_AndCanBeAskedAgain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var panel = await ShowAsync(desk, agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));

        await panel.WaitForAssertionAsync(() => panel.Find(".options-table"), TimeSpan.FromSeconds(10));
        var sentence = panel.Find(".compare-line").TextContent;
        var asked = desk.Partner.Count("refundQuotation.do");
        await panel.Find(".panel-head button").ClickAsync(new());

        Assert.Matches(@"Void returns USD \d+\.\d\d more\s+and is open for", sentence);
        Assert.NotNull(panel.Find(".compare-line time-left").GetAttribute("until"));
        Assert.Equal((1, 2), (asked, desk.Partner.Count("refundQuotation.do")));
    }

    /// <summary>What is open is the void, not what nobody knows.</summary>
    [Fact]
    public async Task Panel_WhereTheRefundIsNotKnown_SaysThatTheVoidIsOpen()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var panel = await ShowAsync(desk, agent, await desk.QuotedAsync(agent, Scenes.RefundQuotationFails));

        await panel.WaitForAssertionAsync(() => panel.Find(".options-table"), TimeSpan.FromSeconds(10));

        Assert.Matches(@"is not known\s*\.\s+The void is open for", panel.Find(".compare-line").TextContent);
    }

    [Fact]
    public async Task Panel_OfASentCase_AsksNothing_AndSaysWhy()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var panel = await ShowAsync(desk, await desk.Staff.SupervisorAsync(), number);

        Assert.NotNull(panel.Find(".why-not"));
        Assert.Equal(0, desk.Partner.Count("refundQuotation.do"));
    }

    /// <summary>Somebody is on the phone with these figures.</summary>
    [Fact]
    public async Task Panel_AskedAgainInVain_SaysWhy_AboveTheFiguresThatStay()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var panel = await ShowAsync(desk, agent, number);
        await panel.WaitForAssertionAsync(() => panel.Find(".options-table"), TimeSpan.FromSeconds(10));
        var figures = panel.Find(".options-table tbody").TextContent;

        await desk.ApprovedAsync(number);
        await panel.Find(".panel-head button").ClickAsync(new());

        Assert.Equal(["notice", "table"], panel.FindAll(".notice[role=alert], .options-table").Select(drawn => drawn.ClassList[0]));
        Assert.Equal(figures, panel.Find(".options-table tbody").TextContent);
    }

    private async Task<IRenderedComponent<ComparePanel>> ShowAsync(Desk desk, Actor who, string number)
    {
        Services.Seat(desk, who, typeof(CompareOptions));
        var view = (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require();
        return Render<ComparePanel>(p => p.Add(c => c.Of, new CasePresenter(view)));
    }
}
