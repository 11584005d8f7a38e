using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What the machine needs to know of a case.</summary>
/// <param name="HasFlag">A status that cannot be, or an unlisted one, waits for a person.</param>
public sealed record CaseFacts(CaseState State, PaymentMethod Payment, bool HasFlag);

/// <summary>What follows: the next state, or a named refusal; and whether the partner said something that cannot be.</summary>
public sealed record CaseDecision(CaseState Next, Refusal? Refusal = null, bool Flag = false)
{
    public static implicit operator CaseDecision(CaseState next) => new(next);
}

/// <summary>The one place that says what may follow what. Pure: no clock, id, database, log or partner in it.</summary>
public static class CaseMachine
{
    public static CaseDecision Decide(CaseFacts facts, CaseInput input) => facts.State switch
    {
        CaseState.Open => WhenOpen(facts, input),
        CaseState.Quoted => WhenQuoted(facts, input),
        CaseState.AwaitingApproval => WhenAwaitingApproval(facts, input),
        CaseState.Queued => WhenQueued(input),
        CaseState.Sending => WhenSending(facts, input),
        CaseState.OutcomeUnknown => WhenUnknown(facts, input),
        CaseState.Following => WhenFollowing(facts, input),
        // A closed case takes nothing more: nobody asks about it, and an answer that was still on its way may be older than the end.
        CaseState.Refunded or CaseState.CompletedOnCard or CaseState.Rejected or CaseState.ClosedWithoutResult
            or CaseState.Withdrawn or CaseState.ClosedByHand => Refuse(facts.State, CasesRefusals.Closed),
    };

    private static CaseDecision WhenOpen(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Opened or CaseInput.Taken or CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.QuoteVoidable => CaseState.Quoted,
        CaseInput.VoidFound found => Follow(facts, found.Progress),
        CaseInput.Withdrawn => CaseState.Withdrawn,
        CaseInput.ApprovalAsked or CaseInput.SendPermitted => Refuse(facts.State, CasesRefusals.NoVoidableQuote),
        _ => Refuse(facts.State, NotForUnsent(input)),
    };

    private static CaseDecision WhenQuoted(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.QuoteVoidable => CaseState.Quoted,
        CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.ApprovalAsked => CaseState.AwaitingApproval,
        CaseInput.SendPermitted => CaseState.Queued,
        CaseInput.VoidFound found => Follow(facts, found.Progress),
        CaseInput.Withdrawn => CaseState.Withdrawn,
        _ => Refuse(facts.State, NotForUnsent(input)),
    };

    private static CaseDecision WhenAwaitingApproval(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken => CaseState.AwaitingApproval,
        // An approval is bound to the very figures that were seen: others end the request.
        CaseInput.QuoteVoidable { FiguresChanged: true } => CaseState.Quoted,
        CaseInput.QuoteVoidable => CaseState.AwaitingApproval,
        CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.Approved { Complete: true } => CaseState.Queued,
        CaseInput.Approved => CaseState.AwaitingApproval,
        CaseInput.Declined or CaseInput.RequestWithdrawn or CaseInput.RequestExpired => CaseState.Quoted,
        // Somebody was faster elsewhere: there is nothing left to approve.
        CaseInput.VoidFound found => Follow(facts, found.Progress),
        _ => Refuse(CaseState.AwaitingApproval, IsAboutSending(input) ? CasesRefusals.NotSentYet : CasesRefusals.WaitingForApproval),
    };

    private static CaseDecision WhenQueued(CaseInput input) => input switch
    {
        CaseInput.Taken => CaseState.Queued,
        CaseInput.SendPermitted when global::Planted.Defects.IsOn("permit-index-gone-and-permits-in-the-queue") => CaseState.Queued,
        CaseInput.Claimed => CaseState.Sending,
        CaseInput.Stopped { StillVoidable: true } => CaseState.Quoted,
        CaseInput.Stopped => CaseState.Open,
        CaseInput.RequestWithdrawn => CaseState.Quoted,
        _ => Refuse(CaseState.Queued, IsAboutSending(input) ? CasesRefusals.NotSentYet : CasesRefusals.AboutToBeSent),
    };

    private static CaseDecision WhenSending(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken => CaseState.Sending,
        CaseInput.Claimed when global::Planted.Defects.IsOn("two-workers-claim-one-permit") => CaseState.Sending,
        CaseInput.SendAccepted accepted => Follow(facts, accepted.Progress),
        CaseInput.SendRefused => CaseState.Open,
        CaseInput.SendUnknown when global::Planted.Defects.IsOn("death-plans-again") && input.Arguments is ["process-died"] => CaseState.Queued,
        CaseInput.SendUnknown => global::Planted.Defects.IsOn("lease-over-plans-again") && input.Arguments is ["lease"] ? CaseState.Queued : CaseState.OutcomeUnknown,
        _ => Refuse(CaseState.Sending, CasesRefusals.BeingSent),
    };

    private static CaseDecision WhenUnknown(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.NothingFound => CaseState.OutcomeUnknown,
        // The reply can come after its lease ran out: it is still the best evidence there is.
        CaseInput.SendAccepted accepted => Follow(facts, accepted.Progress),
        CaseInput.SendRefused => CaseState.Open,
        CaseInput.VoidFound found => Follow(facts, found.Progress),
        CaseInput.DecidedSent decided => Follow(facts, decided.Progress),
        CaseInput.DecidedNotSent => CaseState.Open,
        CaseInput.ClosedByPerson => CaseState.ClosedByHand,
        _ => Refuse(CaseState.OutcomeUnknown, CasesRefusals.OutcomeUnknown),
    };

    private static CaseDecision WhenFollowing(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken => CaseState.Following,
        CaseInput.StatusSeen seen => Follow(facts, seen.Progress),
        CaseInput.ClosedByPerson => facts.HasFlag ? CaseState.ClosedByHand : Refuse(CaseState.Following, CasesRefusals.NoFlag),
        CaseInput.DecidedSent or CaseInput.DecidedNotSent or CaseInput.VoidFound or CaseInput.NothingFound =>
            Refuse(CaseState.Following, CasesRefusals.OutcomeKnown),
        _ => Refuse(CaseState.Following, CasesRefusals.AlreadySent),
    };

    private static CaseDecision Follow(CaseFacts facts, VoidProgress progress) => VoidStatusRules.MeaningOf(progress.Status, facts.Payment) switch
    {
        VoidStatusMeaning.Open => CaseState.Following,
        VoidStatusMeaning.Refunded => CaseState.Refunded,
        VoidStatusMeaning.CompletedOnCard => CaseState.CompletedOnCard,
        VoidStatusMeaning.Rejected => CaseState.Rejected,
        VoidStatusMeaning.ClosedWithoutResult => CaseState.ClosedWithoutResult,
        VoidStatusMeaning.Impossible or VoidStatusMeaning.Unlisted => new CaseDecision(CaseState.Following, Flag: true),
    };

    private static Refusal NotForUnsent(CaseInput input) => input switch
    {
        CaseInput.Approved or CaseInput.Declined or CaseInput.RequestWithdrawn or CaseInput.RequestExpired => CasesRefusals.NotWaiting,
        CaseInput.Opened => CasesRefusals.AlreadyOpen,
        _ => CasesRefusals.NotSentYet,
    };

    private static bool IsAboutSending(CaseInput input) => input is
        CaseInput.Claimed or CaseInput.Stopped or CaseInput.SendAccepted or CaseInput.SendRefused or CaseInput.SendUnknown or CaseInput.StatusSeen
        or CaseInput.NothingFound or CaseInput.DecidedNotSent or CaseInput.DecidedSent or CaseInput.ClosedByPerson or CaseInput.VoidFound;

    private static CaseDecision Refuse(CaseState state, Refusal refusal) => new(state, refusal);
}
