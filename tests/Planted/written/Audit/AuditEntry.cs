namespace BackOffice.Core.Audit;

/// <summary>One line of the trail. Append-only; each line carries the hash of the one before.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps; a gap is a finding.</summary>
    public required long Sequence { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid ActorId { get; init; }
    public required string ActorName { get; init; }

    /// <summary>Stable verb, such as <c>approval.given</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, such as <c>case:V-2026-000123</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>JSON of codes, amounts and ids; no personal data.</summary>
    public required string Detail { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}
