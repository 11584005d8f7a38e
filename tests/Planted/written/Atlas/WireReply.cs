namespace BackOffice.Core.Atlas;

/// <summary>What one request ended in, before anybody reads the JSON.</summary>
internal sealed record WireReply
{
    /// <summary>Null where no status line came.</summary>
    public int? HttpStatus { get; init; }

    public string Body { get; init; } = "";

    /// <summary>Why there is no answer: <c>timeout</c>, <c>connection</c>, <c>unreadable</c>, <c>cancelled</c>; null where one came.</summary>
    public string? Failure { get; init; }

    /// <summary>The header <c>Retry-After</c> where it came.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public required TimeSpan Took { get; init; }
}
