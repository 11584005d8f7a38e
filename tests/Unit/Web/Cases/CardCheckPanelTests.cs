using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
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

/// <summary>What a card refund that is refused at its sending leaves on the screen of somebody who may permit it alone.</summary>
public sealed class CardCheckPanelTests : DeskScreen
{
    /// <summary>The dialog goes with its button: what it would have said must not go with it.</summary>
    [Fact]
    public async Task Send_WhereColleaguesHaveToAgreeByNow_SaysSoOnThePage()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(freeUpTo: CardLegs.Whole);
        var agent = await desk.Staff.AgentAsync(CardLegs.Whole);
        var number = await desk.CardQuotedAsync(agent, await desk.SupplierAsync(), PaymentScenes.Plain.TradeNo, CardLegs.Whole);
        Sit(desk, agent, Role.Agent, typeof(AskForApproval), typeof(PermitSend), typeof(QuoteCase));
        var panel = Render<ReadingPage<CardCheckPanel, CardPresenter>>(p => p.Add(c => c.Read, () => ReadAsync(desk, agent, number)));
        await panel.WaitForAssertionAsync(() => panel.Find("textarea"), TimeSpan.FromSeconds(10));
        await panel.Find("textarea").ChangeAsync("Booked the wrong day");
        await desk.Staff.SetRuleAsync(freeUpTo: Money.Zero("USD"));

        await panel.Find(".panel-actions button.is-main").ClickAsync(new MouseEventArgs());
        await panel.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        await panel.Find("dialog footer button.is-main").ClickAsync(new MouseEventArgs());

        Assert.Empty(panel.FindAll("dialog"));
        Assert.Equal("This needs a colleague's approval.", panel.Find(".notice-text").TextContent);
        Assert.Equal((CaseState.Quoted, "Booked the wrong day"), (await desk.StateAsync(number), panel.Find("textarea").GetAttribute("value")));
    }

    private static async Task<CardPresenter> ReadAsync(Desk desk, Actor who, string number) =>
        new(new CasePresenter((await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require()));
}
