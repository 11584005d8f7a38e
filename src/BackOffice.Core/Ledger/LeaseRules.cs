namespace BackOffice.Core.Ledger;

/// <summary>What a call without a recorded outcome is worth. Pure.</summary>
public static class LeaseRules
{
    /// <summary>A sending permit past its lease is unknown: its worker may have died before, during or after the call. Never planned again.</summary>
    public static bool IsUnknownNow(AttemptState state, DateTimeOffset? leaseUntil, DateTimeOffset now) =>
        state == AttemptState.Sending && (leaseUntil is not { } until || now >= until);
}
