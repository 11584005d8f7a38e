using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>What comes back, read once more; and what a send that is refused leaves on the screen of somebody who may send alone.</summary>
public sealed class CheckPanelTests : DeskScreen
{
    private static readonly Money Plenty = new(50_000, "USD");

    [Fact]
    public async Task Send_ThatIsRefused_SaysWhyInTheDialog_AndNowhereElse()
    {
        await using var desk = await Desk.StartAsync();
        var (panel, number) = await ShowAsync(desk);

        await SendAsync(panel);

        Assert.Equal("The reason is missing.", Assert.Single(panel.FindAll(".notice-text")).TextContent);
        Assert.NotNull(panel.Find("dialog [role=alert]"));
        Assert.Equal(CaseState.Quoted, await desk.StateAsync(number));
    }

    /// <summary>The dialog goes with its button: what it would have said must not go with it.</summary>
    [Fact]
    public async Task Send_WhereColleaguesHaveToAgreeByNow_SaysSoOnThePage()
    {
        await using var desk = await Desk.StartAsync();
        var (panel, number) = await ShowAsync(desk);
        await panel.Find("textarea").ChangeAsync("Booked the wrong day");
        await desk.Staff.SetRuleAsync(freeUpTo: Money.Zero("USD"));

        await SendAsync(panel);

        Assert.Empty(panel.FindAll("dialog"));
        Assert.Equal("This needs a colleague's approval.", panel.Find(".notice-text").TextContent);
        Assert.Equal((CaseState.Quoted, "Booked the wrong day"), (await desk.StateAsync(number), panel.Find("textarea").GetAttribute("value")));
    }

    /// <summary>The bag that can be read is not all that comes back.</summary>
    [Fact]
    public async Task Sum_WithAPartThatCannotBeRead_IsNotKnown()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AskForApproval), typeof(PermitSend), typeof(QuoteCase));
        var bag = new Money(2_000, "USD");
        var quote = ACase.Content(0) with { Kind = CaseKind.Refund, FareBack = null, Extras = [new QuotedExtra("TESTB1", bag, bag)] };

        var panel = Render<CheckPanel>(p => p.Add(c => c.Of, new CasePresenter(ACase.Refund(CaseState.Quoted, quote))));

        Assert.Equal("not known", Assert.Single(panel.FindAll(".check-sum")).TextContent.Trim());
    }

    /// <summary>The bag's money is cash: "no money comes back" would be untrue.</summary>
    [Theory]
    [InlineData(0L, "The airline gives a voucher. No money comes back.", "VOUCHER, not cash")]
    [InlineData(3_000L, "For the fare the airline gives a voucher.", "VOUCHER, not cash|USD 30.00")]
    public async Task Voucher_WithCashForABag_IsToldWithIt(long bag, string words, string sums)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AskForApproval), typeof(PermitSend), typeof(QuoteCase));
        var quote = ACase.Content(0) with
        {
            Kind = CaseKind.Refund, Method = RefundMethod.Voucher, FareBack = null, Extras = [new QuotedExtra("TESTB1", null, new Money(bag, "USD"))],
        };

        var panel = Render<CheckPanel>(p => p.Add(c => c.Of, new CasePresenter(ACase.Refund(CaseState.Quoted, quote))));

        Assert.Equal(sums, string.Join('|', panel.FindAll(".check-sum").Select(s => s.TextContent.Trim())));
        Assert.Contains(words, panel.Find(".check-facts").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Both steps say the same.</summary>
    [Fact]
    public async Task Voucher_OnTheQuoteItself_IsToldWithTheCashForABag()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(QuoteCase), typeof(ContinueAsRefund));
        var quote = ACase.Content(0) with
        {
            Kind = CaseKind.Refund, Method = RefundMethod.Voucher, FareBack = null, Extras = [new QuotedExtra("TESTB1", null, new Money(3_000, "USD"))],
        };

        var panel = Render<QuotePanel>(p => p.Add(c => c.Of, new CasePresenter(ACase.Refund(CaseState.Quoted, quote))));

        Assert.Contains("For the fare the airline gives a voucher.", panel.Find(".method-loud").TextContent, StringComparison.Ordinal);
        Assert.Contains("In cash beside it", panel.Find("tfoot").TextContent, StringComparison.Ordinal);
    }

    private static async Task SendAsync(IRenderedComponent<ReadingPage<CheckPanel, CasePresenter>> panel)
    {
        await panel.Find(".panel-actions button.is-main").ClickAsync(new MouseEventArgs());
        await panel.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        await panel.Find("dialog footer button.is-main").ClickAsync(new MouseEventArgs());
    }

    private async Task<(IRenderedComponent<ReadingPage<CheckPanel, CasePresenter>> Panel, string Number)> ShowAsync(Desk desk)
    {
        await desk.Staff.SetRuleAsync(freeUpTo: Plenty);
        var agent = await desk.Staff.AgentAsync(Plenty);
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        Sit(desk, agent, Role.Agent, typeof(AskForApproval), typeof(PermitSend), typeof(QuoteCase));
        var panel = Render<ReadingPage<CheckPanel, CasePresenter>>(p => p.Add(c => c.Read, async () => new CasePresenter((await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require())));
        await panel.WaitForAssertionAsync(() => panel.Find("textarea"), TimeSpan.FromSeconds(10));
        return (panel, number);
    }
}
