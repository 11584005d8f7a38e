using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Approvals;

public sealed class DecisionCardTests : ScreenContext
{
    /// <summary>The last yes permits a send, which a recovery holds; the first of two permits nothing yet, and a no never does.</summary>
    [Theory]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(1, false, false)]
    public void Approve_WhileARecoveryRuns_IsHeldWhereItWouldPermit(int needed, bool isRecovering, bool isHeld)
    {
        var card = Render<DecisionCard>(p => p.Add(c => c.View, View(needed)).Add(c => c.IsRecovering, isRecovering));

        Assert.Equal((isHeld, false), (card.Find("button.is-main").HasAttribute("disabled"), card.Find("button.is-danger").HasAttribute("disabled")));
        Assert.Equal(isHeld ? ["nothing is sent until every open case has been asked about"] : [], card.FindAll(".why-not").Select(w => w.TextContent.Split(": ")[1].Split('.')[0]));
    }

    /// <summary>Behind the open dialog nobody would read it.</summary>
    [Fact]
    public async Task Approve_ThatIsRefused_SaysSoInItsDialogAlone()
    {
        var card = Render<DecisionCard>(p => p.Add(c => c.View, View(1)).Add(c => c.OnApprove, () => Task.FromResult<Refusal?>(CasesRefusals.FiguresChanged)));

        await card.Find("button.is-main").ClickAsync(new MouseEventArgs());
        await card.Find("dialog input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
        await card.Find("dialog footer button.is-main").ClickAsync(new MouseEventArgs());

        Assert.Equal("The figures are no longer those that were seen.", Assert.Single(card.FindAll(".notice-text")).TextContent);
        Assert.NotNull(card.Find("dialog [role=alert]"));
    }

    private static ApprovalView View(int needed)
    {
        var question = new ApprovalQuestion(1, 1, "f", new Money(8_274, "USD"), RefundMethod.Cash, needed, null, "Booked the wrong day");
        var quote = ACase.Quote(8_274);
        return new ApprovalView(
            ApprovalRequest.Ask(question, new Actor(ACase.Colleague, "Ben"), ACase.Now), ACase.Row(CaseState.AwaitingApproval), ACase.Order(), null, quote, quote, null, null,
            ACase.Now, new DeskSettings(), ACase.Rights(Role.Supervisor));
    }
}
