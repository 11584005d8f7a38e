namespace BackOffice.Core.Health;

/// <summary>What the partner's questions last ended in, in this process; for the health page.</summary>
public sealed class PartnerPulse(TimeProvider clock)
{
    private readonly Lock gate = new();
    private PartnerBeats beats = new(null, null, null, 0);

    public PartnerBeats Now
    {
        get
        {
            lock (gate)
            {
                return beats;
            }
        }
    }

    /// <summary>Atlas answered, with a yes or a no: it is there.</summary>
    public void Answered()
    {
        lock (gate)
        {
            beats = beats with { AnsweredAt = clock.GetUtcNow(), SilentInARow = 0 };
        }
    }

    /// <param name="reason">The stable word of the missing answer.</param>
    public void Silent(string reason)
    {
        lock (gate)
        {
            beats = beats with { SilentAt = clock.GetUtcNow(), SilentReason = reason, SilentInARow = beats.SilentInARow + 1 };
        }
    }
}

/// <param name="SilentInARow">Questions without an answer since the last one that had one.</param>
public sealed record PartnerBeats(DateTimeOffset? AnsweredAt, DateTimeOffset? SilentAt, string? SilentReason, int SilentInARow);
