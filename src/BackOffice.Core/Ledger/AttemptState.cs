using BackOffice.Core.Values;

namespace BackOffice.Core.Ledger;

/// <summary>planned → sending → accepted / refused / unknown → settled. Nothing goes back to planned.</summary>
public enum AttemptState
{
    Planned,
    Sending,
    Accepted,
    Refused,
    Unknown,

    /// <summary>Planned, and stopped before anything left the house.</summary>
    Cancelled,

    /// <summary>
    /// Ended by a person's word: it never arrived, it is dealt with elsewhere, or what was theirs to carry out was taken back. A card refund also by a
    /// restore: it may have been sent since its backup.
    /// </summary>
    Abandoned,

    /// <summary>Accepted, and the partner's case has ended.</summary>
    Settled,
}

public static class AttemptStates
{
    public static string TextOf(AttemptState state) => state switch
    {
        AttemptState.Planned => "planned",
        AttemptState.Sending => "sending",
        AttemptState.Accepted => "accepted",
        AttemptState.Refused => "refused",
        AttemptState.Unknown => "unknown",
        AttemptState.Cancelled => "cancelled",
        AttemptState.Abandoned => "abandoned",
        AttemptState.Settled => "settled",
    };

    public static AttemptState Read(string text) => Enum.GetValues<AttemptState>().Single(s => TextOf(s) == text);

    /// <summary>Whether a second permit for the order, or the card payment, is barred. Of a void for as long as it is live.</summary>
    public static bool Holds(CaseKind kind, AttemptState state) => IsLive(state) && kind switch
    {
        CaseKind.Void => true,
        CaseKind.Refund or CaseKind.CardRefund => state != AttemptState.Accepted,
    };

    /// <summary>Not at its end.</summary>
    public static bool IsLive(AttemptState state) => state switch
    {
        AttemptState.Planned or AttemptState.Sending or AttemptState.Unknown or AttemptState.Accepted => true,
        AttemptState.Refused or AttemptState.Cancelled or AttemptState.Abandoned or AttemptState.Settled => false,
    };
}
