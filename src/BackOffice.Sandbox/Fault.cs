namespace BackOffice.Sandbox;

/// <summary>
/// One way in which a partner's answer goes wrong. A fault without a choice either stops the call before it is
/// processed (<see cref="DropBefore"/>, <see cref="RateLimited"/>) or spoils the answer after it was processed.
/// </summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Answers late, in real time. The call is processed even when the caller has given up waiting.</summary>
    public sealed record Delay(TimeSpan Time, bool AfterProcessing = false) : Fault;

    /// <summary>Holds the call until the gate is released; processed even when the caller has given up waiting.</summary>
    public sealed record Hold(Gate Gate, bool AfterProcessing = false) : Fault;

    /// <summary>Cuts the connection; nothing was processed.</summary>
    public sealed record DropBefore : Fault;

    /// <summary>Processes the call, then cuts the connection without a byte of an answer.</summary>
    public sealed record DropAfter : Fault;

    /// <summary>An HTML page with this HTTP status, as a gateway in front of the partner would send.</summary>
    public sealed record Html(int StatusCode, bool AfterProcessing = false) : Fault;

    /// <summary>A business code of the partner in place of its answer.</summary>
    public sealed record Code(int Status, bool AfterProcessing = false) : Fault
    {
        /// <summary>The code of a partner whose codes are words, such as <c>S0001</c>.</summary>
        public string? Word { get; init; }
    }

    /// <summary>
    /// Too many calls. Form 1: HTTP 429 with a body without <c>status</c>; 2: HTTP 200 with that same body;
    /// 3: HTTP 200 with <c>status</c> 429. Nothing was processed.
    /// </summary>
    public sealed record RateLimited(int Form = 1, int RetryAfterSeconds = 1) : Fault;

    /// <summary>Bytes that are no JSON, announced as JSON.</summary>
    public sealed record Garbled : Fault;

    /// <summary>The first half of the JSON.</summary>
    public sealed record Truncated : Fault;

    /// <summary>Fields nobody knows, on every level.</summary>
    public sealed record ExtraFields : Fault;

    /// <summary>Values outside the documented lists.</summary>
    public sealed record UnknownEnums : Fault;

    /// <summary><c>status</c> as a string.</summary>
    public sealed record StatusAsText : Fault;

    /// <summary>A good answer in which this top-level field is null, such as an acceptance without a case code.</summary>
    public sealed record Without(string Field) : Fault;
}
