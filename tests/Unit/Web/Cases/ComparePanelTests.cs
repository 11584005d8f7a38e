using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>The case's page is drawn anew at that very moment; the figures are those of before.</summary>
    [Fact]
    public async Task Panel_DrawnAnewAtTheLastSafeMoment_OffersNoVoid()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var panel = await ShowAsync(desk, agent, number);
        await panel.WaitForAssertionAsync(() => panel.Find(".options-table"), TimeSpan.FromSeconds(10));
        var before = panel.Find(".letter").TextContent;
        var seen = await ReadAsync(desk, agent, number);

        desk.Pass(seen.Row.DeadlineAt!.Value - seen.Desk.SafetyMargin - desk.Clock.GetUtcNow());
        var view = await ReadAsync(desk, agent, number);
        panel.Render(p => p.Add(c => c.Of, new CasePresenter(view)));

        Assert.Contains("It is too late to send this safely.", panel.Find(".options-no").TextContent, StringComparison.Ordinal);
        Assert.Contains("Only the refund returns cash", panel.Find(".compare-line").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll(".compare-line time-left"));
        Assert.Contains("Please tell us by", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Please tell us by", panel.Find(".letter").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A refund has no window of its own, so its page is not drawn anew when that of the void beside it closes.</summary>
    [Fact]
    public async Task Panel_OfARefundThatIsLeftOpen_DropsTheVoidInTime()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var clock = new TestClock(Desk.Start);
        var panel = await ShowAsync(desk, agent, await desk.RefundQuotedAsync(agent, Scenes.PlainDeposit), clock);
        await panel.WaitForAssertionAsync(() => panel.Find(".compare-line time-left"), TimeSpan.FromSeconds(10));
        var end = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(panel.Find(".compare-line time-left").GetAttribute("until")!, System.Globalization.CultureInfo.InvariantCulture));

        clock.AdvanceTo(end);

        await panel.WaitForAssertionAsync(() => panel.Find(".options-no"), TimeSpan.FromSeconds(10));
    }

    private async Task<IRenderedComponent<ComparePanel>> ShowAsync(Desk desk, Actor who, string number, TimeProvider? clock = null)
    {
        Services.Seat(desk, who, typeof(CompareOptions), typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(clock ?? desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        var view = await ReadAsync(desk, who, number);
        return Render<ComparePanel>(p => p.Add(c => c.Of, new CasePresenter(view)));
    }

    private static async Task<CaseView> ReadAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require();
}
