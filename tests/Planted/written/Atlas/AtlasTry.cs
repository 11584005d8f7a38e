using System.Globalization;

namespace BackOffice.Core.Atlas;

/// <summary>One try of a question: what came, and whether another one makes sense.</summary>
internal readonly record struct AtlasTry(WireReply Wire, AtlasEnvelope? Envelope)
{
    public static AtlasTry Of(WireReply wire) => new(wire, wire.Failure is null ? AtlasEnvelope.Read(wire.Body) : null);

    public bool IsThrottled => Wire.HttpStatus is 429 || Envelope is { IsThrottled: true };

    public TimeSpan? RetryAfter => Envelope?.RetryAfter ?? Wire.RetryAfter;

    /// <summary>Why nothing usable came, or null where a status did.</summary>
    public string? Silence => this switch
    {
        { Wire.Failure: { } failure } => failure,
        { IsThrottled: true } => "throttled",
        { Wire.HttpStatus: 401 or 403 } => null,
        { Wire.HttpStatus: < 200 or >= 300 } => "http-" + Wire.HttpStatus.Value.ToString(CultureInfo.InvariantCulture),
        { Envelope.Status: null } or { Envelope: null } => "unreadable",
        _ => null,
    };

    /// <summary>The business code; valid where nothing is silent.</summary>
    public int Status => Wire.HttpStatus is 401 or 403 ? Wire.HttpStatus.Value : Envelope?.Status ?? -1;

    /// <summary>How many more times the same question may be put because of this answer.</summary>
    public int FurtherTries => this switch
    {
        { Wire.Failure: "connection" } => 3,
        { IsThrottled: true } => 3,
        { Wire.HttpStatus: >= 500 } => 3,
        { Silence: null, Status: 705 } => 3,
        { Wire.Failure: "timeout" } => 1,
        { Silence: null, Status: 9999 or -1 or 2 } => 1,
        _ => 0,
    };
}
