namespace BackOffice.Core.Cases;

/// <summary>What a colleague should know. Never edited; may be struck through by its author, and stays readable.</summary>
public sealed class CaseNote
{
    public const int LongestText = 8000;

    public long Id { get; private set; }
    public required long CaseId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AuthorId { get; init; }
    public required string AuthorName { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset? StruckAt { get; set; }
}
