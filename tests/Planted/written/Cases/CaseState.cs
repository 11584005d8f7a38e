namespace BackOffice.Core.Cases;

/// <summary>Where a case stands. Stored by the texts of <see cref="CaseStates.TextOf"/>, never by number or name.</summary>
public enum CaseState
{
    /// <summary>Opened; there is no quote on it that could be sent.</summary>
    Open,

    /// <summary>A voidable quote is on the case.</summary>
    Quoted,
    AwaitingApproval,

    /// <summary>Permitted; the intent is stored and the worker will send it.</summary>
    Queued,

    /// <summary>The call is under way.</summary>
    Sending,

    /// <summary>Sent or perhaps sent: nobody knows whether the partner took it.</summary>
    OutcomeUnknown,

    /// <summary>The partner has it; its status is asked for until it is final.</summary>
    Following,
    Refunded,
    CompletedOnCard,
    Rejected,
    ClosedWithoutResult,
    Withdrawn,
    ClosedByHand,
}

public static class CaseStates
{
    public static IReadOnlyList<CaseState> All { get; } = Enum.GetValues<CaseState>();

    public static string TextOf(CaseState state) => state switch
    {
        CaseState.Open => "open",
        CaseState.Quoted => "quoted",
        CaseState.AwaitingApproval => "awaiting-approval",
        CaseState.Queued => "queued",
        CaseState.Sending => "sending",
        CaseState.OutcomeUnknown => "outcome-unknown",
        CaseState.Following => "following",
        CaseState.Refunded => "refunded",
        CaseState.CompletedOnCard => "completed-on-card",
        CaseState.Rejected => "rejected",
        CaseState.ClosedWithoutResult => "closed-without-result",
        CaseState.Withdrawn => "withdrawn",
        CaseState.ClosedByHand => "closed-by-hand",
    };

    public static CaseState Read(string text) => All.Single(s => TextOf(s) == text);

    /// <summary>Nothing more is expected to happen; another case may be opened for the order.</summary>
    public static bool IsFinal(CaseState state) => state switch
    {
        CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval or CaseState.Queued or CaseState.Sending
            or CaseState.OutcomeUnknown or CaseState.Following => false,
        CaseState.Refunded or CaseState.CompletedOnCard or CaseState.Rejected or CaseState.ClosedWithoutResult
            or CaseState.Withdrawn or CaseState.ClosedByHand => true,
    };

    /// <summary>Nothing has left the house: the window still counts.</summary>
    public static bool IsBeforeSending(CaseState state) =>
        state is CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval or CaseState.Queued;
}
