using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace BackOffice.Web.Features.Reports;

/// <summary>
/// The filters of the report as its address holds them, and the file's too. Days are days of a zone that stands in the address, so that a
/// shared link counts the same days for everybody.
/// </summary>
public sealed record ReportQuery
{
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The first day; none leaves the beginning open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public DateOnly? To { get; init; }
    public IReadOnlyList<CaseState> States { get; init; } = [];
    public string? Airline { get; init; }
    public Guid? Owner { get; init; }

    /// <summary>The address says something about days, be it that they are open.</summary>
    public bool NamesDays { get; init; }

    /// <summary>Reads an address's query, or says what in it cannot be used.</summary>
    /// <param name="zone">For an address that names none.</param>
    public static Outcome<ReportQuery> Read(string? query, TimeZoneInfo zone)
    {
        var values = QueryHelpers.ParseQuery(query);
        if (Text(values, "zone") is { } named && !TimeZoneInfo.TryFindSystemTimeZoneById(named, out zone!))
        {
            return ExportRefusals.AddressDamaged;
        }

        if (!Day(values, "from").IsDone(out var from, out var wrong) || !Day(values, "to").IsDone(out var to, out wrong))
        {
            return wrong;
        }

        if (from.On > to.On)
        {
            return ExportRefusals.RangeBackwards;
        }

        var airline = Text(values, "airline")?.ToUpperInvariant();
        if (airline is not null && (airline.Length != 2 || !airline.All(char.IsAsciiLetterOrDigit)))
        {
            return ExportRefusals.AirlineInvalid.With(Short(airline));
        }

        var owner = Text(values, "owner");
        var states = values.GetValueOrDefault("state").Where(s => !string.IsNullOrWhiteSpace(s)).Select(StateOf).Distinct().ToList();
        if (states.Contains(null) || (owner is not null && !Guid.TryParse(owner, out _)))
        {
            return ExportRefusals.AddressDamaged;
        }

        return new ReportQuery
        {
            Zone = zone, From = from.On, To = to.On, States = [.. states.OfType<CaseState>()], Airline = airline,
            Owner = owner is null ? null : Guid.Parse(owner), NamesDays = values.ContainsKey("from") || values.ContainsKey("to"),
        };
    }

    public VoidReportFilter ToFilter() => new()
    {
        OpenedFrom = From is { } from ? Midnight(from) : null,
        OpenedBefore = To is { } to ? Midnight(to.AddDays(1)) : null,
        States = States, Airline = Airline, OwnerId = Owner,
    };

    /// <summary>The address of <paramref name="path"/> with these filters.</summary>
    public string Address(string path)
    {
        var parts = new List<KeyValuePair<string, string?>> { new("from", Written(From)), new("to", Written(To)), new("zone", Zone.Id) };
        parts.AddRange(States.Select(s => new KeyValuePair<string, string?>("state", CaseStates.TextOf(s))));
        parts.AddRange(new[] { KeyValuePair.Create("airline", Airline), KeyValuePair.Create("owner", Owner?.ToString()) }.Where(p => p.Value is not null));
        return QueryHelpers.AddQueryString(path, parts);
    }

    public static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local));
    }

    private static Outcome<ReadDay> Day(Dictionary<string, StringValues> values, string name)
    {
        if (Text(values, name) is not { } text)
        {
            return new ReadDay(null);
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200
            ? new ReadDay(day)
            : ExportRefusals.DateInvalid.With(Short(text));
    }

    private static string? Text(Dictionary<string, StringValues> values, string name) =>
        values.GetValueOrDefault(name).FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null;

    private static CaseState? StateOf(string? text) => CaseStates.All.Cast<CaseState?>().FirstOrDefault(s => CaseStates.TextOf(s!.Value) == text);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private sealed record ReadDay(DateOnly? On);
}
