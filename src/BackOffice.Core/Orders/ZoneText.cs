using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BackOffice.Core.Orders;

/// <summary>A zone as a partner may write it, and the name by which it is shown.</summary>
internal sealed record ZoneText(string Name, TimeZoneInfo Rules)
{
    /// <summary>Where Atlas keeps its own clock.</summary>
    public static ZoneText Singapore { get; } = OfOffset(TimeSpan.FromHours(8));

    /// <summary>The first place on earth where a day begins and ends.</summary>
    public static ZoneText Earliest { get; } = OfOffset(TimeSpan.FromHours(14));

    private static readonly FrozenDictionary<string, string> Cities = Places();

    /// <summary>What letter codes of places that change their clocks say by the letter, in hours; the place is in <see cref="Cities"/>.</summary>
    private static readonly FrozenDictionary<string, double> Codes = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase)
    {
        ["ACST"] = 9.5, ["ACDT"] = 10.5, ["AEST"] = 10, ["AEDT"] = 11, ["NZST"] = 12, ["NZDT"] = 13,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The other thing it may mean; null where there is none. Of a letter code the place's clocks count, for one code is written all year round, and what
    /// the letters say counts too: Brisbane writes <c>AEST</c> and keeps it in summer.
    /// </summary>
    public ZoneText? Else { get; private init; }

    /// <summary>
    /// Reads an offset (<c>+09:00</c>, <c>+9</c>, <c>GMT+8</c>, <c>UTC</c>, <c>Z</c>), an IANA name, the name of a city that has one, or one of the few
    /// letter codes that mean one place only. An airport's letters are not read: <c>ICT</c> is Indochina's time as well as Wichita.
    /// </summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out ZoneText? zone)
    {
        zone = null;
        var written = (text ?? "").Trim().Trim('(', ')', '[', ']').Replace('\u2212', '-').Trim();
        if (written.Length is 0 or > 60)
        {
            return false;
        }

        zone = Offset(written) ?? Named(written);
        return zone is not null;
    }

    public static ZoneText? OfAirport(string? airport) =>
        AirportZones.TryFind(airport, out var rules) ? new ZoneText(rules.Id, rules) : null;

    public static ZoneText OfOffset(TimeSpan offset)
    {
        var name = (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
        return new ZoneText(name, TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name));
    }

    private static ZoneText? Offset(string written)
    {
        if (Patterns.Utc().IsMatch(written))
        {
            return OfOffset(TimeSpan.Zero);
        }

        var match = Patterns.Offset().Match(written);
        if (!match.Success)
        {
            return null;
        }

        var minutes = (Number(match, "hours") * 60) + Number(match, "minutes");
        return minutes <= 14 * 60 && Number(match, "minutes") < 60
            ? OfOffset(TimeSpan.FromMinutes(match.Groups["sign"].ValueSpan is "-" ? -minutes : minutes))
            : null;
    }

    private static ZoneText? Named(string written)
    {
        // Names without a slash are left to the table: the system's own short ones ("EST") stand still while the place's clocks change.
        var name = Patterns.Iana().IsMatch(written) ? written : Cities.GetValueOrDefault(written.Replace('_', ' '));
        return name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var rules)
            ? new ZoneText(rules.Id, rules) { Else = Codes.TryGetValue(written, out var hours) ? OfOffset(TimeSpan.FromHours(hours)) : null }
            : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    private static FrozenDictionary<string, string> Places()
    {
        Dictionary<string, string> places = new(StringComparer.OrdinalIgnoreCase)
        {
            ["KST"] = "Asia/Seoul",
            ["JST"] = "Asia/Tokyo",
            ["SGT"] = "Asia/Singapore",
            ["HKT"] = "Asia/Hong_Kong",
            ["AWST"] = "Australia/Perth",
            ["ACST"] = "Australia/Adelaide",
            ["ACDT"] = "Australia/Adelaide",
            ["AEST"] = "Australia/Sydney",
            ["AEDT"] = "Australia/Sydney",
            ["NZST"] = "Pacific/Auckland",
            ["NZDT"] = "Pacific/Auckland",
            ["Korea"] = "Asia/Seoul",
            ["South Korea"] = "Asia/Seoul",
            ["Japan"] = "Asia/Tokyo",
            ["China"] = "Asia/Shanghai",
            ["Beijing"] = "Asia/Shanghai",
            ["Busan"] = "Asia/Seoul",
            ["Osaka"] = "Asia/Tokyo",
            ["Mumbai"] = "Asia/Kolkata",
            ["Delhi"] = "Asia/Kolkata",
            ["Hanoi"] = "Asia/Ho_Chi_Minh",
            ["Ankara"] = "Europe/Istanbul",
        };
        foreach (var zone in AirportZones.All.Values.Distinct(StringComparer.Ordinal))
        {
            places.TryAdd(zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' '), zone);
        }

        return places.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The shapes of written zones and times.</summary>
internal static partial class Patterns
{
    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 1000;

    /// <summary>What may stand behind a time: the half of the day, then a zone. A word that only begins like a half (<c>America</c>, <c>AMT</c>) is none.</summary>
    private const string HalfAndZone = "(\\s*(?<half>[AaPp])[.]?\\s?[Mm](?![A-Za-z0-9])[.]?)?\\s*(?<zone>.*)$";

    [GeneratedRegex("^(UTC|GMT|UCT|Z)$", Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex Utc();

    [GeneratedRegex(@"^(UTC|GMT)?\s*(?<sign>[+-])\s*(?<hours>[0-9]{1,2})(:?(?<minutes>[0-9]{2}))?$", Plain | RegexOptions.IgnoreCase, Patience)]
    public static partial Regex Offset();

    [GeneratedRegex("^[A-Za-z]+(/[A-Za-z][A-Za-z0-9_+-]*){1,2}$", Plain, Patience)]
    public static partial Regex Iana();

    [GeneratedRegex("^(?<number>[0-9]{1,7}([.][0-9]{1,4})?)\\s*(?<unit>[A-Za-z]*)$", Plain, Patience)]
    public static partial Regex Span();

    [GeneratedRegex("^(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.][0-9]+)?)?" + HalfAndZone, Plain, Patience)]
    public static partial Regex TimeOfDay();

    [GeneratedRegex(
        "^(?<year>20[0-9]{2})[-/.]?(?<month>[0-9]{2})[-/.]?(?<day>[0-9]{2})[T ]?(?<hour>[0-9]{2}|(?<=[T ])[0-9](?=:)):?(?<minute>[0-9]{2})(:?(?<second>[0-9]{2})([.,][0-9]+)?)?" + HalfAndZone,
        Plain, Patience)]
    public static partial Regex Moment();

    [GeneratedRegex("^20[0-9]{2}[-/.]?[0-9]{2}[-/.]?[0-9]{2}$", Plain, Patience)]
    public static partial Regex Day();
}
