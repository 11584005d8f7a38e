using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>
/// A card refund whose call is not answered, or that a person took for lost, and the number of it in a signed notice: it is asked about, what the answer
/// proves counts as given, and nothing more goes out beside it.
/// </summary>
public sealed class LateCardProofTests
{
    private static readonly Money Paid = new(24_000, "USD");
    private static readonly string Payment = PaymentScenes.LostReplyAfter.TradeNo;

    /// <summary>AsiaBill tells of it before its reply is here, and the reply never comes: the number is kept and asked about.</summary>
    [Fact]
    public async Task Notice_DuringTheCall_IsAskedAboutOnceTheCallFailsToTell()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var call = new Gate();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(call, AfterProcessing: true));
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        await desk.TellAsync(PaymentScenes.Plain.TradeNo, number + "-1");
        var sending = await desk.CaseAsync(number);
        desk.Pass(TimeSpan.FromMinutes(2));
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.Sending, null), (sending.State, sending.NextAskAt));
        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
        call.Release();
        await round;
        Assert.Equal((CaseState.Following, 1), (await desk.StateAsync(number), desk.Cards.RecordedRefunds(PaymentScenes.Plain.TradeNo)));
    }

    [Fact]
    public async Task Notice_AfterNotThere_IsAskedAboutAndHoldsEverythingUpUntilThen()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await LostAndNotThereAsync(desk, supervisor);
        await desk.QuoteAsync(agent, number);
        var request = await desk.AskAsync(agent, number);

        await desk.TellAsync(Payment, number + "-1");

        Assert.Equal(CasesRefusals.NumberNamed.Name, (await desk.TryDecideAsync(supervisor, request, isYes: true)).Refusal?.Name);
        await desk.ReconcileAsync();
        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, desk.Cards.RefundsOf(Payment)[0].BatchNo, (string?)null), (found.State, found.PartnerRef, found.HintedRef));
        Assert.Equal((ApprovalState.Stale, 1), ((await desk.RequestAsync(request)).State, desk.Cards.Count(AsiaBillStandIn.RefundPath)));

        // Its permit ended by a person's word, and counts as given all the same.
        Assert.Equal(AttemptState.Abandoned, (await desk.PermitAsync(number)).State);
        Assert.Equal(PaymentsRefusals.NothingLeft.Name, (await desk.TryPrepareCardAsync(agent, "V-2026-000001", Payment, Paid)).Refusal?.Name);
    }

    /// <summary>The next attempt is out when AsiaBill tells of the first: it is asked about all the same, and counts for the very permit it is of.</summary>
    [Fact]
    public async Task Notice_AboutTheFirst_WhileTheNextIsUnknown_CountsForTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), Paid);
        await desk.NotThereAsync(supervisor, number);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropBefore());
        await desk.SendAgainAsync(agent, supervisor, number);

        await desk.TellAsync(Payment, number + "-1");
        var named = (await desk.CaseAsync(number)).HintedRef;
        await desk.ReconcileAsync();

        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;
        var permits = await desk.PermitsAsync(number);
        Assert.Equal((there, CaseState.OutcomeUnknown), (named, await desk.StateAsync(number)));
        Assert.Equal([(AttemptState.Abandoned, there), (AttemptState.Unknown, null)], permits.Select(p => (p.State, p.PartnerRef)));
        Assert.Null((await desk.CaseAsync(number)).HintedRef);
    }

    /// <summary>Two were taken for lost, and AsiaBill has both: each number is asked about, and both count.</summary>
    [Fact]
    public async Task Notices_AboutTwoThatWereTakenForLost_CountForBoth()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), Paid);
        await desk.NotThereAsync(supervisor, number);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropAfter());
        await desk.SendAgainAsync(agent, supervisor, number);
        await desk.NotThereAsync(supervisor, number);
        var there = desk.Cards.RefundsOf(Payment).Select(r => r.BatchNo).ToList();

        await desk.TellOfAsync(there[0], number + "-1");
        await desk.TellOfAsync(there[1], number + "-2");
        await desk.ReconcileAsync();

        Assert.Equal(there, (await desk.PermitsAsync(number)).Select(p => p.PartnerRef));
        Assert.Null((await desk.CaseAsync(number)).HintedRef);
    }

    /// <summary>An answer without the payment's number, or with a mangled one, contradicts nothing: it is asked again, and nobody may say "not there".</summary>
    [Fact]
    public async Task Notice_WhoseLookUpNamesNoPayment_StaysASubjectOfQuestions()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Paid, Paid);
        desk.Pass(TimeSpan.FromMinutes(10));
        await desk.TellAsync(Payment, number + "-1");
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Without("data"), times: 1);

        await desk.ReconcileAsync();
        var tooEarly = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReconcileAsync();

        Assert.Equal(CasesRefusals.NumberNamed.Name, tooEarly.Refusal?.Name);
        Assert.Equal(CaseState.Refunded, await desk.StateAsync(number));
    }

    /// <summary>A number that is another payment's holds nothing up any more once AsiaBill has said so twice: said once, it may be a mishap.</summary>
    [Fact]
    public async Task Notice_AfterNotThere_OfAStrangersRefund_IsDropped()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await LostAndNotThereAsync(desk, supervisor);
        var strange = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 10m)!;

        await desk.TellOfAsync(strange, number + "-1");
        await desk.ReconcileAsync();
        var once = await desk.CaseAsync(number);
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReconcileAsync();
        var after = await desk.CaseAsync(number);
        await desk.QuoteAsync(agent, number);

        Assert.Equal((strange, null), (once.HintedRef, after.HintedRef));
        Assert.Equal((CaseState.Open, (DateTimeOffset?)null), (after.State, after.NextAskAt));
        Assert.Equal(ApprovalState.Approved, await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number)));
    }

    /// <summary>A number is named: only AsiaBill can say that it is nothing.</summary>
    [Fact]
    public async Task NotThere_WhileANumberIsNamed_IsNotForAPersonToSay()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Paid, Paid);
        desk.Pass(TimeSpan.FromMinutes(10));
        await desk.TellAsync(Payment, number + "-1");

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.NotSent);

        Assert.Equal((CasesRefusals.NumberNamed.Name, CaseState.OutcomeUnknown), (decided.Refusal?.Name, await desk.StateAsync(number)));
    }

    /// <summary>With the case the question would end: only who may decide about unknown outcomes closes it over a number that waits for its answer.</summary>
    [Fact]
    public async Task Withdrawal_WhileANumberIsNamed_IsASupervisors()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await LostAndNotThereAsync(desk, supervisor);
        await desk.TellAsync(Payment, number + "-1");

        var byAgent = await desk.Use<WithdrawCase>().ExecuteAsync(await desk.Staff.AgentAsync(), new WithdrawCaseInput(number, "Enough."), CancellationToken.None);
        var bySupervisor = await desk.Use<WithdrawCase>().ExecuteAsync(supervisor, new WithdrawCaseInput(number, "AsiaBill never answers."), CancellationToken.None);

        Assert.Equal((CasesRefusals.NumberNamed.Name, null), (byAgent.Refusal?.Name, bySupervisor.Refusal?.Name));
    }

    /// <summary>The first was proved while the next waited for a hand: taken back, the next gives way to it.</summary>
    [Fact]
    public async Task TakenBack_WhileTheFirstIsProved_FollowsTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), Paid);
        await desk.NotThereAsync(supervisor, number);
        desk.SwitchSendingOff();
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.TellAsync(Payment, number + "-1");
        await desk.ReconcileAsync();

        (await desk.Use<WithdrawRequest>().ExecuteAsync(agent, new WithdrawRequestInput(number, "It is there."), CancellationToken.None)).Require();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo), (found.State, found.PartnerRef));
    }

    /// <summary>The number was proved for the first: for the next it is somebody else's, and once the next is out of the way the case follows it.</summary>
    [Fact]
    public async Task Sent_WithTheNumberOfTheFirst_IsRefused_AndNotThereFollowsTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), Paid);
        await desk.NotThereAsync(supervisor, number);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropBefore());
        await desk.SendAgainAsync(agent, supervisor, number);
        await desk.TellAsync(Payment, number + "-1");
        await desk.ReconcileAsync();
        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;

        var sent = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, there);
        await desk.NotThereAsync(supervisor, number);

        var found = await desk.CaseAsync(number);
        Assert.Equal(CasesRefusals.PartnerRefTaken.Name, sent.Refusal?.Name);
        Assert.Equal((CaseState.Following, there, null), (found.State, found.PartnerRef, found.Flag));
        Assert.Equal([(AttemptState.Abandoned, there), (AttemptState.Abandoned, null)], (await desk.PermitsAsync(number)).Select(p => (p.State, p.PartnerRef)));
    }

    /// <summary>Proof of the first and a person's recording of the next name one refund: it is counted once.</summary>
    [Fact]
    public async Task Proof_OfWhatAPersonRecordsAsWell_CountsOnce()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var part = new Money(4_000, "USD");
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, part, Paid);
        await desk.NotThereAsync(supervisor, number);
        desk.SwitchSendingOff();
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;
        await desk.TellAsync(Payment, number + "-1");
        await desk.ReconcileAsync();
        Assert.Equal((CaseState.Queued, (string?)null), ((await desk.CaseAsync(number)).State, (await desk.CaseAsync(number)).HintedRef));

        (await desk.Use<RecordCardRefund>().ExecuteAsync(agent, new RecordCardRefundInput(number, there), CancellationToken.None)).Require();

        Assert.Null((await desk.TryPrepareCardAsync(agent, "V-2026-000001", Payment, Paid, Paid - part)).Refusal);
    }

    private static async Task<string> LostAndNotThereAsync(Desk desk, Actor supervisor)
    {
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Paid, Paid);
        await desk.NotThereAsync(supervisor, number);
        return number;
    }
}
