namespace BackOffice.Core.Backups;

/// <summary>
/// Says in the database itself that it is older than the world: it was copied, and whoever starts on the copy does not know what was sent
/// after it. While one is not ended, nothing is sent.
/// </summary>
public sealed class RestoreMark
{
    public long Id { get; private set; }

    /// <summary>Stable word for how the mark came: one of <see cref="RestoreOrigins"/>.</summary>
    public required string Origin { get; init; }

    /// <summary>What the data is known to be true for; whatever was done later is missing.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Every case up to it is from before. Told by number, for the times in the data may come from a clock that was wrong.</summary>
    public required long LastCaseId { get; init; }

    /// <summary>The first round of a program on this file, or of the one that began anew by the right time; null while nobody has started on it.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>A request that left just before the restore may show itself until here.</summary>
    public DateTimeOffset? QuietUntil { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public void Start(DateTimeOffset now, TimeSpan quietPeriod)
    {
        (StartedAt, QuietUntil) = (now, now + quietPeriod);
        Version++;
    }

    public void End(DateTimeOffset now)
    {
        EndedAt = now;
        Version++;
    }
}

public static class RestoreOrigins
{
    /// <summary>The file came from the backup command.</summary>
    public const string Backup = "backup";

    /// <summary>A copy that was made by other means was put in place.</summary>
    public const string Copy = "copy";

    /// <summary>Somebody said that the database in place is an older one.</summary>
    public const string InPlace = "in-place";
}
