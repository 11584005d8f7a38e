using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>Every expected no of working a case, one line each.</summary>
public static class CasesRefusals
{
    public static readonly Refusal CaseUnknown = new("case.unknown", RefusalKind.NotFound);
    public static readonly Refusal ChangedMeanwhile = new("case.changed-meanwhile", RefusalKind.Conflict);
    public static readonly Refusal AlreadyOpen = new("case.already-open", RefusalKind.Conflict);

    /// <summary>Our own books say that the order, or one of these passengers, has its money: whatever the partner would take.</summary>
    public static readonly Refusal AlreadyGivenBack = new("case.already-given-back", RefusalKind.Conflict);
    public static readonly Refusal NotAVoid = new("case.not-a-void", RefusalKind.NotNow);
    public static readonly Refusal AlreadySending = new("case.already-sending", RefusalKind.Conflict);
    public static readonly Refusal ReasonMissing = new("case.reason-missing", RefusalKind.Input);
    public static readonly Refusal ReasonTooLong = new("case.reason-too-long", RefusalKind.Input);
    public static readonly Refusal NoteEmpty = new("case.note-empty", RefusalKind.Input);
    public static readonly Refusal NoteTooLong = new("case.note-too-long", RefusalKind.Input);
    public static readonly Refusal NoteUnknown = new("case.note-unknown", RefusalKind.NotFound);
    public static readonly Refusal NoteNotYours = new("case.note-not-yours", RefusalKind.Forbidden);
    public static readonly Refusal NothingToCompare = new("case.nothing-to-compare", RefusalKind.NotNow);
    public static readonly Refusal PromiseDayMissing = new("case.promise-day-missing", RefusalKind.Input);
    public static readonly Refusal PromiseDayOutOfRange = new("case.promise-day-out-of-range", RefusalKind.Input);
    public static readonly Refusal PromiseTooLong = new("case.promise-too-long", RefusalKind.Input);

    public static readonly Refusal NoQuote = new("case.no-quote", RefusalKind.NotNow);
    public static readonly Refusal QuoteTooOld = new("case.quote-too-old", RefusalKind.NotNow);
    public static readonly Refusal FiguresChanged = new("case.figures-changed", RefusalKind.Conflict);
    public static readonly Refusal TooLate = new("case.too-late", RefusalKind.NotNow);
    /// <summary>A signed notice named this number for what was sent, and AsiaBill has not answered about it yet.</summary>
    public static readonly Refusal NumberNamed = new("case.number-named", RefusalKind.NotNow);

    /// <summary>Proof of an earlier send came before this one went out.</summary>
    public static readonly Refusal EarlierSendFound = new("case.earlier-send-found", RefusalKind.NotNow);
    public static readonly Refusal ApprovalNeeded = new("case.approval-needed", RefusalKind.NotNow);
    public static readonly Refusal AuthorityGone = new("case.authority-gone", RefusalKind.NotNow);
    public static readonly Refusal NotOwner = new("case.not-owner", RefusalKind.NotNow);

    public static readonly Refusal WaitingForApproval = new("case.waiting-for-approval", RefusalKind.NotNow);
    public static readonly Refusal NotWaiting = new("case.not-waiting", RefusalKind.NotNow);
    public static readonly Refusal AboutToBeSent = new("case.about-to-be-sent", RefusalKind.NotNow);
    public static readonly Refusal BeingSent = new("case.being-sent", RefusalKind.NotNow);
    public static readonly Refusal OutcomeUnknown = new("case.outcome-unknown", RefusalKind.NotNow);
    public static readonly Refusal OutcomeKnown = new("case.outcome-known", RefusalKind.NotNow);
    public static readonly Refusal AlreadySent = new("case.already-sent", RefusalKind.NotNow);
    public static readonly Refusal NotSentYet = new("case.not-sent-yet", RefusalKind.NotNow);
    public static readonly Refusal Closed = new("case.closed", RefusalKind.NotNow);
    public static readonly Refusal StillAsking = new("case.still-asking", RefusalKind.NotNow);
    public static readonly Refusal NoFlag = new("case.no-flag", RefusalKind.NotNow);
    public static readonly Refusal AmountBelowZero = new("case.amount-below-zero", RefusalKind.Input);
    public static readonly Refusal NotOnCard = new("case.not-on-card", RefusalKind.NotNow);
    public static readonly Refusal NotByHand = new("case.not-by-hand", RefusalKind.NotNow);
    public static readonly Refusal NoNumberYet = new("case.no-number-yet", RefusalKind.NotNow);
    public static readonly Refusal SupplierNotYet = new("case.supplier-not-yet", RefusalKind.NotNow);
    public static readonly Refusal SupplierNeeded = new("case.supplier-needed", RefusalKind.NotNow);
    public static readonly Refusal PartnerRefUnconfirmed = new("case.reference-unconfirmed", RefusalKind.NotNow);
    public static readonly Refusal PartnerRefInvalid = new("case.reference-invalid", RefusalKind.Input);
    public static readonly Refusal PartnerRefTaken = new("case.reference-taken", RefusalKind.Conflict);

    public static readonly Refusal OwnRequest = new("approval.own-request", RefusalKind.Forbidden);
    public static readonly Refusal AboveLimit = new("approval.above-limit", RefusalKind.Forbidden);
    public static readonly Refusal AlreadyDecided = new("approval.already-decided", RefusalKind.NotNow);
    public static readonly Refusal ApprovalUnknown = new("approval.unknown", RefusalKind.NotFound);
    public static readonly Refusal ApprovalOver = new("approval.over", RefusalKind.NotNow);

    /// <summary>The number of the case that stands in the way, where a refusal names one.</summary>
    public static string? CaseInTheWay(Refusal refusal) =>
        (refusal.Is(AlreadyOpen) || refusal.Is(AlreadyGivenBack)) && refusal.Arguments is [string number] ? number : null;
}
