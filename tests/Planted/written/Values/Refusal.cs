namespace BackOffice.Core.Values;

/// <summary>What sort of no an expected refusal is; decides colour and HTTP status, never the text.</summary>
public enum RefusalKind
{
    /// <summary>What was typed cannot be used as it is.</summary>
    Input,

    /// <summary>The acting person may not do this.</summary>
    Forbidden,

    NotFound,

    /// <summary>The rules or the state of the case do not allow it now.</summary>
    NotNow,

    /// <summary>Somebody or something else was faster.</summary>
    Conflict,

    /// <summary>The partner said no.</summary>
    Partner,

    /// <summary>The partner could not be reached or understood.</summary>
    NoAnswer,
}

/// <summary>
/// An expected no: a value with a stable name. Its sentence is the text <c>Refusal.{Name}</c> and its next step <c>Refusal.{Name}.Next</c>
/// in every language; <paramref name="Arguments"/> fill the sentence's placeholders.
/// </summary>
public sealed record Refusal(string Name, RefusalKind Kind)
{
    public IReadOnlyList<object> Arguments { get; init; } = [];

    /// <summary>The partner's raw code, shown small beside our sentence.</summary>
    public string? PartnerCode { get; init; }

    public Refusal With(params object[] arguments) => this with { Arguments = arguments };

    public Refusal FromPartner(string code) => this with { PartnerCode = code };

    public bool Is(Refusal other) => string.Equals(Name, other.Name, StringComparison.Ordinal);
}
