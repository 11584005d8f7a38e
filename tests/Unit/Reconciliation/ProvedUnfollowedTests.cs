using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>
/// A card refund is proved when its case is over, or follows another one: nobody follows it, and whoever gives the same part back once more needs a second
/// person.
/// </summary>
public sealed class ProvedUnfollowedTests
{
    private static readonly Money Paid = new(24_000, "USD");
    private static readonly Money Part = new(4_000, "USD");
    private static readonly string Payment = PaymentScenes.LostReplyAfter.TradeNo;

    [Fact]
    public async Task Proof_AfterTheCaseWasWithdrawn_LeavesTheNextToASecondPerson()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = await PeopleAsync(desk);
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        await WithdrawAsync(desk, agent, number);
        await desk.TellAsync(Payment, number + "-1");
        await desk.ReconcileAsync();
        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;

        var next = await desk.CardQuotedAsync(agent, "V-2026-000001", Payment, Paid, Part);
        var permitted = await desk.TryPermitAsync(agent, next);

        Assert.Equal((CasesRefusals.ApprovalNeeded.Name, there), (permitted.Refusal?.Name, (await desk.PermitAsync(number)).PartnerRef));
        var attempts = await AttemptsAsync(desk, agent, next);
        var earlier = Assert.Single(attempts.Earlier);
        Assert.Equal((PersonsWord.NotThere, supervisor.Name, there), (earlier.EndedBy, earlier.EndedByName, earlier.BatchNo));

        // What is proved is given already: it is not added a second time.
        Assert.Equal(new Money(8_000, "USD"), attempts.AllTogether);
    }

    /// <summary>The case follows the second when the first is proved: somebody is to look at once, and the doubt stays when the second fails.</summary>
    [Fact]
    public async Task Proof_WhileTheNextIsFollowed_FlagsTheCase_AndLeavesADoubtWhenThatFails()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = await PeopleAsync(desk);
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        await desk.SendAgainAsync(agent, supervisor, number);
        var (second, first) = (desk.Cards.RefundsOf(Payment)[0].BatchNo, desk.Cards.RefundsOf(Payment)[1].BatchNo);
        await desk.TellOfAsync(first, number + "-1");
        await desk.ReconcileAsync();
        var following = await desk.CaseAsync(number);
        desk.Cards.SetOutcome(second, CardRefundStatus.Fail);
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReconcileAsync();
        Assert.Equal(CaseState.Rejected, await desk.StateAsync(number));

        var next = await desk.CardQuotedAsync(agent, "V-2026-000001", Payment, Paid, Part);
        var permitted = await desk.TryPermitAsync(agent, next);

        Assert.Equal((CaseState.Following, second, "other-number"), (following.State, following.PartnerRef, following.Flag));
        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, permitted.Refusal?.Name);
        Assert.Equal(first, Assert.Single((await AttemptsAsync(desk, agent, next)).Earlier).BatchNo);
    }

    /// <summary>The first is proved while the second waits for its answer: when the second is followed, the customer may have both.</summary>
    [Fact]
    public async Task Proof_WhileTheNextIsUnknown_FlagsTheCaseWhenThatIsFound()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = await PeopleAsync(desk);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropAfter(), times: 2);
        var number = await desk.CardSentAsync(PaymentScenes.StaysPending, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        await desk.SendAgainAsync(agent, supervisor, number);
        var refunds = desk.Cards.RefundsOf(PaymentScenes.StaysPending.TradeNo);
        await desk.TellOfAsync(refunds[1].BatchNo, number + "-1");
        await desk.ReconcileAsync();
        Assert.Equal((CaseState.OutcomeUnknown, null), ((await desk.CaseAsync(number)).State, (await desk.CaseAsync(number)).Flag));

        await desk.TellOfAsync(refunds[0].BatchNo, number + "-2");
        await desk.ReconcileAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, refunds[0].BatchNo, "other-number"), (found.State, found.PartnerRef, found.Flag));
    }

    /// <summary>AsiaBill's own no was wrong, and the case was over when that came out: no person's word ended it, and none is invented.</summary>
    [Fact]
    public async Task Proof_OfWhatWasRefused_AfterTheCaseWasWithdrawn_LeavesTheNextToASecondPerson()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, _) = await PeopleAsync(desk);
        var payment = PaymentScenes.Plain.TradeNo;
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Code(0, AfterProcessing: true) { Word = "P0002" });
        var number = await desk.CardSentAsync(PaymentScenes.Plain, Part);
        await WithdrawAsync(desk, agent, number);
        await desk.TellAsync(payment, number + "-1");
        await desk.ReconcileAsync();

        var next = await desk.CardQuotedAsync(agent, "V-2026-000001", payment, CardLegs.Whole, Part);
        var permitted = await desk.TryPermitAsync(agent, next);

        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, permitted.Refusal?.Name);
        var earlier = Assert.Single((await AttemptsAsync(desk, agent, next)).Earlier);
        Assert.Equal((null, null, Assert.Single(desk.Cards.RefundsOf(payment)).BatchNo), (earlier.EndedBy, earlier.EndedByName, earlier.BatchNo));
    }

    /// <summary>An agent who sends such parts alone, and a supervisor.</summary>
    private static async Task<(Actor Agent, Actor Supervisor)> PeopleAsync(Desk desk)
    {
        await desk.Staff.SetRuleAsync(freeUpTo: Paid);
        return (await desk.Staff.AgentAsync(Paid), await desk.Staff.SupervisorAsync());
    }

    private static async Task WithdrawAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<WithdrawCase>().ExecuteAsync(who, new WithdrawCaseInput(number, "Another way was found."), CancellationToken.None)).Require();

    private static async Task<CardAttempts> AttemptsAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require().Attempts!;
}
