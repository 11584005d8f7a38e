namespace BackOffice.Core.Recovery;

/// <summary>What one recovery asked the partner about one case, and whether a real answer came.</summary>
public sealed class RecoveryQuestion
{
    public required long MarkId { get; init; }
    public required long CaseId { get; init; }
    public int Tries { get; private set; }

    /// <summary>When the round of the newest question began, whatever came back.</summary>
    public DateTimeOffset LastAskedAt { get; private set; }

    /// <summary>When the round of the newest question began that was answered. The answer cannot know of anything later than its arrival at the partner.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>Null where nothing more is to be asked.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>A void was found that the restored data did not know of.</summary>
    public bool HasFound { get; private set; }
    public int Version { get; private set; }

    public void Record(DateTimeOffset askedAt, bool isAnswered, bool hasFound, DateTimeOffset quietUntil)
    {
        Tries++;
        LastAskedAt = askedAt;
        AnsweredAt = isAnswered ? askedAt : AnsweredAt;
        HasFound |= hasFound;
        NextAt = RecoveryRules.NextAsk(askedAt, isAnswered, Tries, quietUntil);
        Version++;
    }

    /// <summary>What was answered by the time of another clock counts for nothing.</summary>
    public void BeginAgain()
    {
        (Tries, AnsweredAt, NextAt) = (0, null, null);
        Version++;
    }
}
