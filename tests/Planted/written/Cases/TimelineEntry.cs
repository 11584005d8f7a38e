namespace BackOffice.Core.Cases;

/// <summary>One line of a case's story; append-only, written by <see cref="Case.Apply"/> alone.</summary>
public sealed class TimelineEntry
{
    public long Id { get; private set; }
    public long CaseId { get; private set; }
    public required DateTimeOffset At { get; init; }
    public required Guid ActorId { get; init; }
    public required string ActorName { get; init; }
    public required string Kind { get; init; }
    public required IReadOnlyList<string> Arguments { get; init; }
    public string? Detail { get; init; }

    /// <summary>How much of the window was left when it happened; null after sending or where no deadline is known.</summary>
    public TimeSpan? DeadlineLeft { get; init; }
}
