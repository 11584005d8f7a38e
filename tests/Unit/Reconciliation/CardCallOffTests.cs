using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>A card refund that a person took for lost is proved while another one waits for the sender.</summary>
public sealed class CardCallOffTests
{
    private static readonly Money Paid = new(24_000, "USD");
    private static readonly Money Part = new(4_000, "USD");
    private static readonly string Payment = PaymentScenes.LostReplyAfter.TradeNo;

    /// <summary>The next attempt of the very case: the customer has the money, and it is called off before the sender looks.</summary>
    [Fact]
    public async Task Proof_WhileTheNextWaitsForTheSender_CallsItOff()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        await desk.QueueAgainAsync(agent, supervisor, number);
        await desk.TellAsync(Payment, number + "-1");

        await desk.ReconcileAsync();
        await desk.SendRoundAsync();

        var (found, permits) = (await desk.CaseAsync(number), await desk.PermitsAsync(number));
        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;
        Assert.Equal((1, CaseState.Refunded, there), (desk.Cards.Count(AsiaBillStandIn.RefundPath), found.State, found.PartnerRef));
        Assert.Equal([(AttemptState.Abandoned, there), (AttemptState.Cancelled, null)], permits.Select(p => (p.State, p.PartnerRef)));
        Assert.Equal(CasesRefusals.EarlierSendFound.Name, permits[1].OutcomeReason);
        Assert.EndsWith("stopped-before-sending partner-found", await desk.StoryAsync(number), StringComparison.Ordinal);
    }

    /// <summary>Another case of the same payment, which has enough left for both: it goes its way.</summary>
    [Fact]
    public async Task Proof_WhileAnotherCaseOfThePaymentWaits_LeavesThatAlone()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        await desk.SendAgainAsync(agent, supervisor, number);
        var other = await desk.ApprovedAsync(await desk.CardQuotedAsync(agent, "V-2026-000001", Payment, Paid, Part));
        var first = desk.Cards.RefundsOf(Payment)[^1].BatchNo;
        await desk.TellOfAsync(first, number + "-1");

        await desk.ReconcileAsync();
        await desk.SendRoundAsync();

        var second = desk.Cards.RefundsOf(Payment)[1].BatchNo;
        Assert.Equal((3, CaseState.Following), (desk.Cards.Count(AsiaBillStandIn.RefundPath), await desk.StateAsync(other)));
        Assert.Equal([(AttemptState.Abandoned, first), (AttemptState.Accepted, second)], (await desk.PermitsAsync(number)).Select(p => (p.State, p.PartnerRef)));
    }
}
