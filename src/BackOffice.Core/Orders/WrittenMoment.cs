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

    /// <summary>Up to 24:00, which is the end of the day. So is 12:00 AM where no day stands beside it; beside a day it is that day's beginning.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The zone that stood beside the time, unread; null where none did.</summary>
    public string? Zone { get; init; }

    /// <summary>
    /// Reads <c>20261019T235959</c>, <c>2026-10-19 23:59:59</c>, ISO 8601, <c>202610192359</c>, <c>23:59</c>, seconds or milliseconds since
    /// 1970, a time also as <c>11:59 PM</c>, each with a zone behind it or without, and a JSON object that holds exactly one of these. Null for anything else.
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
        if (HourOf(Number(match, "hour"), match.Groups["half"].Value) is not { } hour)
        {
            return null;
        }

        var time = new TimeSpan(hour, Number(match, "minute"), Number(match, "second"));
        if (time == TimeSpan.Zero && Number(match, "hour") == 12 && !match.Groups["year"].Success)
        {
            // "12:00 AM" as a cut-off ends a day; whoever paid today would have missed the one that begins it.
            time = TimeSpan.FromDays(1);
        }

        var zone = match.Groups["zone"].Value.Trim();
        return Number(match, "minute") < 60 && Number(match, "second") < 60 && time <= TimeSpan.FromDays(1)
            ? new WrittenMoment { Time = time, Zone = zone.Length == 0 ? null : zone }
            : null;
    }

    /// <summary>Of the whole day: midnight is 12 AM and noon 12 PM. Who writes 23:59 PM says it twice; 13:00 AM is none.</summary>
    private static int? HourOf(int hour, string half) => (half, hour) switch
    {
        ("P" or "p", < 12) => hour + 12,
        ("A" or "a", 12) => 0,
        ("A" or "a", > 12) => null,
        _ => hour,
    };

    private static WrittenMoment? OfObject(string written)
    {
        List<(string Text, WrittenMoment Moment)> moments = [];
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
                    moments.Add((text, moment));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }

        return (moments, days) switch
        {
            // Read anew with its day: 12 AM is another moment there.
            ([(var time, { Day: null, Instant: null })], [var day]) => OfText(day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + " " + time) is { } whole
                ? whole with { Zone = whole.Zone ?? zone }
                : null,
            ([(_, var one)], []) => one with { Zone = one.Zone ?? zone },
            _ => null,
        };
    }

    private static bool IsZone(string property) =>
        property.Contains("zone", StringComparison.OrdinalIgnoreCase) || property.Contains("offset", StringComparison.OrdinalIgnoreCase)
        || property.Equals("tz", StringComparison.OrdinalIgnoreCase);

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
}
