using System.Globalization;

namespace BackOffice.Core.AsiaBill;

/// <summary>One try of a look-up: what came, and whether another one makes sense.</summary>
internal readonly record struct AsiaBillTry(AsiaBillReply Wire, string Body, AsiaBillEnvelope? Envelope)
{
    public static AsiaBillTry Of(AsiaBillReply wire)
    {
        var body = wire.Text;
        return new(wire, body, wire.Failure is null ? AsiaBillEnvelope.Read(body) : null);
    }

    /// <summary>Why nothing usable came, or null where a code did.</summary>
    public string? Silence => this switch
    {
        { Wire.Failure: { } failure } => failure,
        { Wire.HttpStatus: 429 } => "throttled",
        { Wire.HttpStatus: not 200 and { } http } => "http-" + http.ToString(CultureInfo.InvariantCulture),
        { Envelope.Code: null } or { Envelope: null } => "unreadable",
        _ => null,
    };

    /// <summary>How many more times the same question may be put because of this answer.</summary>
    public int FurtherTries => this switch
    {
        { Wire.Failure: "connection" } => 3,
        { Wire.HttpStatus: 429 or >= 500 } => 3,
        { Wire.Failure: "timeout" } => 1,
        { Silence: null, Envelope.Code: "S0001" or "L0004" } => 1,
        _ => 0,
    };
}
