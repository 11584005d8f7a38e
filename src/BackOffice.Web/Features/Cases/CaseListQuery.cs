using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>The list's filters as the address carries them, both ways. What cannot be read in an address is left out.</summary>
public sealed record CaseListQuery
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int LongestLocator = 7;

    /// <summary>Something that <see cref="MayBeInAddress"/>; null where the list is not narrowed by a text.</summary>
    public string? Text { get; init; }

    public CaseKind? Kind { get; init; }
    public IReadOnlyList<CaseState> States { get; init; } = [];
    public string? Airline { get; init; }
    public bool OnlyMine { get; init; }
    public bool OnlyOpen { get; init; }

    /// <summary>Days of the reader's zone, both inclusive.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>Key of the page; null for the newest.</summary>
    public long? Before { get; init; }

    public bool IsNarrowed => Text is not null || Kind is not null || States.Count > 0 || Airline is not null || OnlyMine || OnlyOpen || From is not null || To is not null;

    /// <param name="parameter">The value of a query parameter of the address, or null.</param>
    public static CaseListQuery Read(Func<string, string?> parameter) => new()
    {
        Text = Trimmed(parameter("text")) is { } text && MayBeInAddress(text) ? text : null,
        Kind = KindOf(parameter("kind")),
        States = [.. (parameter("state") ?? "").Split(',').Select(State).OfType<CaseState>().Distinct()],
        Airline = Trimmed(parameter("airline"))?.ToUpperInvariant(),
        OnlyMine = parameter("mine") == "1",
        OnlyOpen = parameter("open") == "1",
        From = Day(parameter("from")),
        To = Day(parameter("to")),
        Before = long.TryParse(parameter("key"), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : null,
    };

    /// <summary>
    /// Whether the text is of the kind that the list searches: a number, a locator or a code. All else may be somebody's name or e-mail, which no address
    /// may carry; so may a long word without a digit, as no locator is longer than seven letters.
    /// </summary>
    public static bool MayBeInAddress(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && (text.Length <= LongestLocator || text.Any(char.IsAsciiDigit));

    public string ToUrl()
    {
        var parts = new List<string>();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value));
            }
        }

        Add("text", Text);
        Add("kind", Kind is { } kind ? CaseKinds.TextOf(kind) : null);
        Add("state", string.Join(',', States.Select(CaseStates.TextOf)));
        Add("airline", Airline);
        Add("mine", OnlyMine ? "1" : null);
        Add("open", OnlyOpen ? "1" : null);
        Add("from", From?.ToString(DayFormat, CultureInfo.InvariantCulture));
        Add("to", To?.ToString(DayFormat, CultureInfo.InvariantCulture));
        Add("key", Before?.ToString(CultureInfo.InvariantCulture));
        return parts.Count == 0 ? CaseUrls.List : CaseUrls.List + "?" + string.Join('&', parts);
    }

    public CaseFilter ToFilter(TimeZoneInfo zone) => new()
    {
        Text = Text, Kind = Kind, States = States, Airline = Airline, OnlyMine = OnlyMine, OnlyOpen = OnlyOpen,
        OpenedFrom = From is { } from ? StartOf(from, zone) : null,
        OpenedBefore = To is { } to && to < DateOnly.MaxValue ? StartOf(to.AddDays(1), zone) : null,
    };

    /// <summary>The kind of a stable word, or null where it is none.</summary>
    public static CaseKind? KindOf(string? text) => CaseKinds.All.Cast<CaseKind?>().FirstOrDefault(k => CaseKinds.TextOf(k!.Value) == text);

    /// <summary>A day that the list can begin or end with, or null where it is none.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 9000 ? day : null;

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static CaseState? State(string text) => CaseStates.All.Cast<CaseState?>().FirstOrDefault(s => CaseStates.TextOf(s!.Value) == text);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
