namespace BackOffice.Core.Webhooks;

/// <summary>What came to the webhook, stored before anything else is done with it. Never evidence: only a reason to ask.</summary>
public sealed class Notice
{
    public long Id { get; private set; }
    public NoticePartner Partner { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>SHA-256 of the bytes; the same notice twice is one row with a higher count.</summary>
    public required string Fingerprint { get; init; }
    public int Times { get; set; } = 1;
    public DateTimeOffset LastReceivedAt { get; set; }

    /// <summary>The bytes as they came, encrypted: notices of other events carry passengers' papers. Empty once they were read: nobody reads them again. Where the key is missing they stay, for a start at which it is back.</summary>
    public required byte[] Sealed { get; set; }
    public DateTimeOffset? ProcessedAt { get; set; }

    /// <summary>Stable word: <c>asked</c>, <c>not-followed</c> (its case is unsent or closed), <c>unknown-order</c> (or refund), <c>other-number</c> (our books have another for it), <c>other-event</c>, <c>unreadable</c> (no such text, or not opened).</summary>
    public string? Result { get; set; }
    public long? CaseId { get; set; }
}

/// <summary>Who sent it. Stored by name.</summary>
public enum NoticePartner
{
    Atlas,
    AsiaBill,
}
