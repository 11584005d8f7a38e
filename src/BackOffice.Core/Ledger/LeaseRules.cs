namespace BackOffice.Core.Ledger;

/// <summary>What a call without a recorded outcome is worth. Pure.</summary>
public static class LeaseRules
{
    /// <summary>How far two clocks may be apart without one of them being wrong.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>
    /// A sending permit past its lease is unknown: its worker may have died before, during or after the call. Never planned again. So is one
    /// that was claimed in the future: a clock went back, and its lease would last for as long as that clock was ahead.
    /// </summary>
    public static bool IsUnknownNow(AttemptState state, DateTimeOffset? claimedAt, DateTimeOffset? leaseUntil, DateTimeOffset now) =>
        state == AttemptState.Sending && (leaseUntil is not { } until || now >= until || claimedAt > now + ClockTolerance);

    /// <summary>
    /// A sending permit whose run of the program ended on this machine is unknown before its lease is over. Where it cannot be told, the lease
    /// decides. A wrong yes does no harm: the permit is never planned again, and a reply that comes after all is still recorded.
    /// </summary>
    /// <param name="claimedBy">As the permit has it.</param>
    /// <param name="startOf">When the process that has this id now was started; null where there is none.</param>
    public static bool DiedWithItsProcess(AttemptState state, string? claimedBy, Claimant self, Func<int, DateTimeOffset?> startOf)
    {
        if (state != AttemptState.Sending || Claimant.Read(claimedBy) is not { } claimant || claimant.Machine != self.Machine || claimant == self)
        {
            return false;
        }

        // One id, one process: whoever had mine before me is gone.
        return claimant.ProcessId == self.ProcessId || startOf(claimant.ProcessId) is not { } started || !claimant.CanHaveStarted(started);
    }
}
