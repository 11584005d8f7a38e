namespace BackOffice.Sandbox;

/// <summary>Faults by name, for a page or a script. Holding a call needs a gate: see <see cref="HeldCalls"/>.</summary>
public static class FaultNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        "delay", "delay-after", "drop-before", "drop-after", "html", "html-after", "code", "code-after",
        "rate-limited", "garbled", "truncated", "extra-fields", "unknown-enums", "status-as-text", "without",
    ];

    /// <summary>
    /// The fault of that name, or null for a name that is not listed. <paramref name="number"/> is the delay in seconds,
    /// the HTTP status, the business code, or the form of the rate limit; <paramref name="field"/> the field to leave out, or a code that is a word.
    /// </summary>
    public static Fault? Find(string? name, int? number = null, string? field = null) => name switch
    {
        "delay" => new Fault.Delay(TimeSpan.FromSeconds(number ?? 5)),
        "delay-after" => new Fault.Delay(TimeSpan.FromSeconds(number ?? 5), AfterProcessing: true),
        "drop-before" => new Fault.DropBefore(),
        "drop-after" => new Fault.DropAfter(),
        "html" => new Fault.Html(number ?? 502),
        "html-after" => new Fault.Html(number ?? 502, AfterProcessing: true),
        "code" => new Fault.Code(number ?? 9999) { Word = field },
        "code-after" => new Fault.Code(number ?? 9999, AfterProcessing: true) { Word = field },
        "rate-limited" => new Fault.RateLimited(number ?? 1),
        "garbled" => new Fault.Garbled(),
        "truncated" => new Fault.Truncated(),
        "extra-fields" => new Fault.ExtraFields(),
        "unknown-enums" => new Fault.UnknownEnums(),
        "status-as-text" => new Fault.StatusAsText(),
        "without" => new Fault.Without(field ?? "voidCode"),
        _ => null,
    };
}
