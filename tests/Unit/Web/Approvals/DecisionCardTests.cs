using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Approvals;
using Bunit;
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

    private static ApprovalView View(int needed)
    {
        var question = new ApprovalQuestion(1, 1, "f", new Money(8_274, "USD"), RefundMethod.Cash, needed, null, "Booked the wrong day");
        var quote = ACase.Quote(8_274);
        return new ApprovalView(
            ApprovalRequest.Ask(question, new Actor(ACase.Colleague, "Ben"), ACase.Now), ACase.Row(CaseState.AwaitingApproval), ACase.Order(), null, quote, quote, null, null,
            ACase.Now, new DeskSettings(), ACase.Rights(Role.Supervisor));
    }
}
