using BackOffice.Core.Orders;

namespace BackOffice.Core.Cases;

/// <summary>One quote as it was seen; kept, so that a decision can always be shown beside what it was made on.</summary>
public sealed class CaseQuote
{
    public long Id { get; private set; }
    public required long CaseId { get; init; }
    public required DateTimeOffset QuotedAt { get; init; }
    public required string QuotedByName { get; init; }
    public required string Fingerprint { get; init; }
    public required PartnerQuote Content { get; init; }
    public required Deadline Deadline { get; init; }

    /// <summary>The masked answer.</summary>
    public required string Raw { get; init; }
}
