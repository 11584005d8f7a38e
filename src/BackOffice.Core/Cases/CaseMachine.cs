using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What the machine needs to know of a case.</summary>
/// <param name="HasFlag">What the partner says of it does not fit, and waits for a person.</param>
/// <param name="IsByHand">What was permitted is carried out by a person at the partner's, not by the sender.</param>
public sealed record CaseFacts(CaseState State, PaymentMethod Payment, bool HasFlag, CaseKind Kind = CaseKind.Void, bool IsByHand = false);

/// <summary>What follows: the next state, or a named refusal; and whether the partner said something that cannot be.</summary>
public sealed record CaseDecision(CaseState Next, Refusal? Refusal = null, bool Flag = false)
{
    public static implicit operator CaseDecision(CaseState next) => new(next);
}

/// <summary>The one place that says what may follow what. Pure: no clock, id, database, log or partner in it.</summary>
public static class CaseMachine
{
    public static CaseDecision Decide(CaseFacts facts, CaseInput input) => input is CaseInput.AmountSeen ? WhenSeen(facts) : facts.State switch
    {
        CaseState.Open => WhenOpen(facts, input),
        CaseState.Quoted => WhenQuoted(facts, input),
        CaseState.AwaitingApproval => WhenAwaitingApproval(facts, input),
        CaseState.Queued => WhenQueued(facts, input),
        CaseState.Sending => WhenSending(facts, input),
        CaseState.OutcomeUnknown => WhenUnknown(facts, input),
        CaseState.Following => WhenFollowing(facts, input),
        // A closed case takes nothing more: nobody asks about it, and an answer that was still on its way may be older than the end.
        CaseState.Refunded or CaseState.CompletedOnCard or CaseState.Rejected or CaseState.ClosedWithoutResult
            or CaseState.Withdrawn or CaseState.ClosedByHand => Refuse(facts.State, CasesRefusals.Closed),
    };

    private static CaseDecision WhenOpen(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Opened or CaseInput.Taken or CaseInput.Promised or CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.QuoteGiven => CaseState.Quoted,
        CaseInput.PartnerFound found => Follow(facts, found.Progress),
        CaseInput.Withdrawn => CaseState.Withdrawn,
        CaseInput.ApprovalAsked or CaseInput.SendPermitted => Refuse(facts.State, CasesRefusals.NoQuote),
        _ => Refuse(facts.State, NotForUnsent(input)),
    };

    private static CaseDecision WhenQuoted(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised or CaseInput.QuoteGiven => CaseState.Quoted,
        CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.ApprovalAsked => CaseState.AwaitingApproval,
        CaseInput.SendPermitted => CaseState.Queued,
        CaseInput.PartnerFound found => Follow(facts, found.Progress),
        CaseInput.Withdrawn => CaseState.Withdrawn,
        _ => Refuse(facts.State, NotForUnsent(input)),
    };

    private static CaseDecision WhenAwaitingApproval(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised => CaseState.AwaitingApproval,
        // An approval is bound to the very figures that were seen: others end the request.
        CaseInput.QuoteGiven { FiguresChanged: true } => CaseState.Quoted,
        CaseInput.QuoteGiven => CaseState.AwaitingApproval,
        CaseInput.QuoteRefused => CaseState.Open,
        CaseInput.Approved { Complete: true } => CaseState.Queued,
        CaseInput.Approved => CaseState.AwaitingApproval,
        CaseInput.Declined or CaseInput.RequestWithdrawn or CaseInput.RequestExpired => CaseState.Quoted,
        // Somebody was faster elsewhere: there is nothing left to approve.
        CaseInput.PartnerFound found => Follow(facts, found.Progress),
        _ => Refuse(CaseState.AwaitingApproval, IsAboutSending(input) ? CasesRefusals.NotSentYet : CasesRefusals.WaitingForApproval),
    };

    private static CaseDecision WhenQueued(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised => CaseState.Queued,
        CaseInput.Claimed when !facts.IsByHand => CaseState.Sending,
        CaseInput.RecordedByHand recorded when facts.IsByHand => Follow(facts, recorded.Progress),
        CaseInput.ClosedByPerson when facts.IsByHand => CaseState.ClosedByHand,
        CaseInput.Stopped { StillPossible: true } => CaseState.Quoted,
        CaseInput.Stopped => CaseState.Open,
        CaseInput.RequestWithdrawn => CaseState.Quoted,
        _ => Refuse(CaseState.Queued, IsAboutSending(input) ? CasesRefusals.NotSentYet : CasesRefusals.AboutToBeSent),
    };

    private static CaseDecision WhenSending(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised => CaseState.Sending,
        CaseInput.SendAccepted accepted => Follow(facts, accepted.Progress),
        CaseInput.SendRefused => CaseState.Open,
        CaseInput.SendUnknown => CaseState.OutcomeUnknown,
        _ => Refuse(CaseState.Sending, CasesRefusals.BeingSent),
    };

    private static CaseDecision WhenUnknown(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised or CaseInput.NothingFound => CaseState.OutcomeUnknown,
        // The reply can come after its lease ran out: it is still the best evidence there is.
        CaseInput.SendAccepted accepted => Follow(facts, accepted.Progress),
        CaseInput.SendRefused => CaseState.Open,
        CaseInput.PartnerFound found => Follow(facts, found.Progress),
        CaseInput.DecidedSent decided => Follow(facts, decided.Progress),
        CaseInput.DecidedNotSent => CaseState.Open,
        CaseInput.ClosedByPerson => CaseState.ClosedByHand,
        _ => Refuse(CaseState.OutcomeUnknown, CasesRefusals.OutcomeUnknown),
    };

    private static CaseDecision WhenFollowing(CaseFacts facts, CaseInput input) => input switch
    {
        CaseInput.Taken or CaseInput.Promised => CaseState.Following,
        CaseInput.StatusSeen seen => Follow(facts, seen.Progress),
        CaseInput.ClosedByPerson => facts.HasFlag ? CaseState.ClosedByHand : Refuse(CaseState.Following, CasesRefusals.NoFlag),
        CaseInput.DecidedSent or CaseInput.DecidedNotSent or CaseInput.PartnerFound or CaseInput.NothingFound =>
            Refuse(CaseState.Following, CasesRefusals.OutcomeKnown),
        _ => Refuse(CaseState.Following, CasesRefusals.AlreadySent),
    };

    private static CaseDecision Follow(CaseFacts facts, PartnerProgress progress) => PartnerStatusRules.MeaningOf(facts.Kind, progress.Status, facts.Payment) switch
    {
        PartnerStatusMeaning.Open => CaseState.Following,
        PartnerStatusMeaning.Refunded => CaseState.Refunded,
        PartnerStatusMeaning.CompletedOnCard => CaseState.CompletedOnCard,
        PartnerStatusMeaning.Rejected => CaseState.Rejected,
        PartnerStatusMeaning.ClosedWithoutResult => CaseState.ClosedWithoutResult,
        PartnerStatusMeaning.Impossible or PartnerStatusMeaning.Unlisted => new CaseDecision(CaseState.Following, Flag: true),
    };

    /// <summary>Atlas never says what came back on a card of the agency's: a person who saw it may say so, also when all else is over.</summary>
    private static CaseDecision WhenSeen(CaseFacts facts) => facts switch
    {
        { Payment: not PaymentMethod.VirtualCard } or { Kind: CaseKind.CardRefund } => Refuse(facts.State, CasesRefusals.NotOnCard),
        { State: var state } when state == CaseState.Following || CaseStates.IsFinal(state) => state,
        _ => Refuse(facts.State, CasesRefusals.NotSentYet),
    };

    private static Refusal NotForUnsent(CaseInput input) => input switch
    {
        CaseInput.Approved or CaseInput.Declined or CaseInput.RequestWithdrawn or CaseInput.RequestExpired => CasesRefusals.NotWaiting,
        CaseInput.Opened => CasesRefusals.AlreadyOpen,
        _ => CasesRefusals.NotSentYet,
    };

    private static bool IsAboutSending(CaseInput input) => input is
        CaseInput.Claimed or CaseInput.Stopped or CaseInput.SendAccepted or CaseInput.SendRefused or CaseInput.SendUnknown or CaseInput.StatusSeen
        or CaseInput.NothingFound or CaseInput.DecidedNotSent or CaseInput.DecidedSent or CaseInput.ClosedByPerson or CaseInput.PartnerFound or CaseInput.RecordedByHand;

    private static CaseDecision Refuse(CaseState state, Refusal refusal) => new(state, refusal);
}
