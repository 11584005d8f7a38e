namespace BackOffice.Core.Orders;

/// <summary>Until when an order can be voided, why that moment, and how sure it is.</summary>
public sealed record Deadline
{
    /// <summary>The instant, or null where nothing that came can be turned into one.</summary>
    public DateTimeOffset? At { get; init; }
    public required DeadlineLimit Limit { get; init; }
    public required DeadlineCertainty Certainty { get; init; }

    /// <summary>The zone in which the limit is meant (IANA or offset), for showing; null where none is known.</summary>
    public string? Zone { get; init; }

    /// <summary>The partner's own words for the limit, shown small.</summary>
    public string? Raw { get; init; }

    /// <summary>Why it is not certain: stable words, each a text in every language (<c>Deadline.Doubt.{word}</c>).</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}

/// <summary>Which limit closes the window first.</summary>
public enum DeadlineLimit
{
    /// <summary>The partner named the moment itself.</summary>
    PartnerDeadline = 0,
    AfterIssue = 1,
    BeforeDeparture = 2,
    SameDay = 3,

    /// <summary>No limit came, or none that can be read.</summary>
    None = 4,

    /// <summary>It has no window that closes.</summary>
    NoWindow = 5,
}

public enum DeadlineCertainty
{
    /// <summary>The partner's own moment, in a zone that is known.</summary>
    Certain = 0,

    /// <summary>Computed from limits whose units or starting point the partner does not document.</summary>
    Estimated = 1,

    /// <summary>A zone, airport or limit is missing or unreadable: the cautious reading is shown.</summary>
    NotCertain = 2,
}
