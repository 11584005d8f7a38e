using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>AsiaBill says no to a card refund, and beside it stands a number of one: it is asked about, and its answer counts.</summary>
public sealed class CardContradictionTests
{
    /// <summary>A no, and a number that a notice has named meanwhile: one of the two is wrong, and AsiaBill can be asked which.</summary>
    [Fact]
    public async Task Notice_DuringACallThatIsRefused_IsAskedAbout()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var options = desk.Cards.Options;
        desk.Cards.Options = options with { SignKey = "another-sign-key" };
        var there = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 10m)!;
        var call = new Gate();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(call));
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        await desk.TellOfAsync(there, number + "-1");
        call.Release();
        await round;
        var unknown = await desk.CaseAsync(number);
        desk.Cards.Options = options;
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.OutcomeUnknown, "contradiction"), (unknown.State, unknown.UnknownReason));
        Assert.Equal(there, (await desk.CaseAsync(number)).PartnerRef);
    }

    /// <summary>The call itself was refused, and what the notice named is a stranger's: said twice, nothing is left to ask, and a person decides.</summary>
    [Fact]
    public async Task Notice_OfAStrangersRefund_DuringACallThatIsRefused_LeavesNothingToAsk()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var options = desk.Cards.Options;
        desk.Cards.Options = options with { SignKey = "another-sign-key" };
        var strange = desk.Cards.RefundInPortal(PaymentScenes.StaysPending.TradeNo, 10m)!;
        var call = new Gate();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(call));
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        await desk.TellOfAsync(strange, number + "-1");
        call.Release();
        await round;
        desk.Cards.Options = options;
        await desk.ReconcileAsync();
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReconcileAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.OutcomeUnknown, (string?)null, (DateTimeOffset?)null), (found.State, found.HintedRef, found.NextAskAt));
    }

    /// <summary>AsiaBill said no, and tells of it afterwards all the same: it counts as given, and nobody gives it back again.</summary>
    [Fact]
    public async Task Notice_AfterARefusal_IsAskedAboutAndCounts()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var payment = PaymentScenes.Plain.TradeNo;
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Code(0, AfterProcessing: true) { Word = "P0002" });
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        var refused = await desk.CaseAsync(number);
        await desk.QuoteAsync(agent, number);
        var request = await desk.AskAsync(agent, number);

        await desk.TellAsync(payment, number + "-1");
        Assert.Equal(CasesRefusals.NumberNamed.Name, (await desk.TryDecideAsync(supervisor, request, isYes: true)).Refusal?.Name);
        await desk.ReconcileAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, PaymentsRefusals.RejectedRequest.Name), (refused.State, refused.LastRefusal));
        Assert.Equal(desk.Cards.RefundsOf(payment)[0].BatchNo, found.PartnerRef);
        Assert.Equal(PaymentsRefusals.NothingLeft.Name, (await desk.TryPrepareCardAsync(agent, "V-2026-000001", payment, CardLegs.Whole)).Refusal?.Name);
    }

    /// <summary>AsiaBill said no, and of the number in its notice it knows nothing: two of its own words agree, and nothing is held up.</summary>
    [Fact]
    public async Task Notice_AfterARefusal_OfANumberThatNobodyKnows_IsDropped()
    {
        await using var desk = await Desk.StartAsync();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Code(0) { Word = "P0002" });
        var number = await desk.CardSentAsync(PaymentScenes.Plain);

        await desk.TellOfAsync("99999999", number + "-1");
        await desk.ReconcileAsync();
        var once = (await desk.CaseAsync(number)).HintedRef;
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReconcileAsync();

        Assert.Equal(("99999999", null), (once, (await desk.CaseAsync(number)).HintedRef));
    }

    /// <summary>No, and "failed": nothing was given, and the next attempt goes its way.</summary>
    [Fact]
    public async Task Notice_AfterARefusal_OfWhatFailed_DisturbsNothing()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Code(0, AfterProcessing: true) { Word = "P0002" });
        var number = await desk.CardSentAsync(PaymentScenes.FailsLater, new Money(18_540, "USD"), new Money(18_540, "USD"));
        desk.Pass(TimeSpan.FromMinutes(30));
        await desk.QuoteAsync(agent, number);
        var request = await desk.AskAsync(agent, number);

        await desk.TellAsync(PaymentScenes.FailsLater.TradeNo, number + "-1");
        await desk.ReconcileAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.AwaitingApproval, null, ApprovalState.Waiting), (found.State, found.HintedRef, (await desk.RequestAsync(request)).State));
    }

    /// <summary>A no that carries a number is asked about by that number, and nobody may say "not there" before.</summary>
    [Fact]
    public async Task Reply_WithoutAYesAndWithANumber_IsAskedAbout()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        desk.Restart(services => services.Wrap<ICardRefundSends>(own => new Contradicting(own)));

        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromMinutes(11));
        var early = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.NotSent);
        await desk.ReconcileAsync();

        Assert.Equal(CasesRefusals.NumberNamed.Name, early.Refusal?.Name);
        Assert.Equal(desk.Cards.RefundsOf(PaymentScenes.Plain.TradeNo)[0].BatchNo, (await desk.CaseAsync(number)).PartnerRef);
    }

    /// <summary>The same, when the lease is long over and nobody waits for a reply any more: its number is not thrown away.</summary>
    [Fact]
    public async Task Reply_WithoutAYesAndWithANumber_AfterTheLease_IsAskedAbout()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        desk.Restart(services => services.Wrap<ICardRefundSends>(own => new Contradicting(own)));
        var call = new Gate();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(call, AfterProcessing: true));
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(91));
        await desk.ReconcileAsync();
        var unknown = await desk.CaseAsync(number);

        call.Release();
        await round;
        var named = (await desk.CaseAsync(number)).HintedRef;
        await desk.ReconcileAsync();

        var there = Assert.Single(desk.Cards.RefundsOf(PaymentScenes.Plain.TradeNo)).BatchNo;
        Assert.Equal((CaseState.OutcomeUnknown, "lease", (string?)null), (unknown.State, unknown.UnknownReason, unknown.HintedRef));
        Assert.Equal((there, there), (named, (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>AsiaBill takes it, and says no with its number.</summary>
    private sealed class Contradicting(ICardRefundSends inner) : ICardRefundSends
    {
        public async Task<SendResult> SendRefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken) =>
            await inner.SendRefundAsync(call, term, cancellationToken) is SendResult.Accepted taken
                ? new SendResult.Unknown(SendResult.Contradiction, taken.Raw) { Named = taken.Progress.PartnerRef }
                : throw new InvalidOperationException("It was not taken.");
    }
}
