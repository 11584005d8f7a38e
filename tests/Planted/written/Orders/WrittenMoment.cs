using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BackOffice.Core.Orders;

/// <summary>A moment as a partner wrote it: an instant, or a wall clock's time with or without a day and a zone.</summary>
internal sealed record WrittenMoment
{
    public DateTimeOffset? Instant { get; init; }

    /// <summary>Null where only a time of day came.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Up to 24:00, which is the end of the day.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The zone that stood beside the time, unread; null where none did.</summary>
    public string? Zone { get; init; }

    /// <summary>
    /// Reads <c>20261019T235959</c>, <c>2026-10-19 23:59:59</c>, ISO 8601, <c>202610192359</c>, <c>23:59</c>, seconds or milliseconds since
    /// 1970, each with a zone behind it or without, and a JSON object that holds exactly one of these. Null for anything else.
    /// </summary>
    public static WrittenMoment? Read(string? text)
    {
        var written = (text ?? "").Trim();
        return written.Length is 0 or > 2000 ? null : written[0] == '{' ? OfObject(written) : OfText(written);
    }

    private static WrittenMoment? OfText(string written)
    {
        if (written.All(char.IsAsciiDigit) && written.Length is 10 or 13)
        {
            var number = long.Parse(written, NumberStyles.None, CultureInfo.InvariantCulture);
            return new WrittenMoment
            {
                Instant = written.Length == 10 ? DateTimeOffset.FromUnixTimeSeconds(number) : DateTimeOffset.FromUnixTimeMilliseconds(number),
            };
        }

        return Patterns.Moment().Match(written) is { Success: true } whole ? Whole(whole)
            : Patterns.TimeOfDay().Match(written) is { Success: true } time ? OfDay(time)
            : null;
    }

    private static WrittenMoment? Whole(Match match) =>
        DateOnly.TryParseExact(match.Groups["year"].Value + match.Groups["month"].Value + match.Groups["day"].Value, "yyyyMMdd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? OfDay(match) is { } time ? time with { Day = day } : null
            : null;

    private static WrittenMoment? OfDay(Match match)
    {
        var time = new TimeSpan(Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var zone = match.Groups["zone"].Value.Trim();
        return Number(match, "minute") < 60 && Number(match, "second") < 60 && time <= TimeSpan.FromDays(1)
            ? new WrittenMoment { Time = time, Zone = zone.Length == 0 ? null : zone }
            : null;
    }

    private static WrittenMoment? OfObject(string written)
    {
        List<WrittenMoment> moments = [];
        List<DateOnly> days = [];
        string? zone = null;
        try
        {
            using var json = JsonDocument.Parse(written);
            foreach (var property in json.RootElement.EnumerateObject())
            {
                var text = property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString()?.Trim() ?? "",
                    JsonValueKind.Number => property.Value.GetRawText(),
                    _ => "",
                };
                if (text.Length == 0)
                {
                    continue;
                }

                if (IsZone(property.Name))
                {
                    zone = text;
                }
                else if (Patterns.Day().IsMatch(text) && DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd"],
                    CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                {
                    days.Add(day);
                }
                else if (OfText(text) is { } moment)
                {
                    moments.Add(moment);
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return (moments, days) switch
        {
            ([{ Day: null, Instant: null } time], [var day]) => time with { Day = day, Zone = time.Zone ?? zone },
            ([var one], []) => one with { Zone = one.Zone ?? zone },
            _ => null,
        };
    }

    private static bool IsZone(string property) =>
        property.Contains("zone", StringComparison.OrdinalIgnoreCase) || property.Contains("offset", StringComparison.OrdinalIgnoreCase)
        || property.Equals("tz", StringComparison.OrdinalIgnoreCase);

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
