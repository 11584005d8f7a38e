using System.Globalization;

namespace BackOffice.Web.Session;

/// <summary>The time zone of the person's browser; UTC until the browser has told it.</summary>
public sealed class BrowserTime(TimeProvider clock)
{
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Takes the browser's IANA name; one that this machine does not know leaves UTC, and the screen says UTC.</summary>
    public void Learn(string? zone)
    {
        if (!string.IsNullOrEmpty(zone) && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            Zone = found;
        }
    }

    /// <summary>How the zone is named beside a time, in the reader's language.</summary>
    public string ZoneNameAt(DateTimeOffset instant) => NameOf(Zone, instant, CultureInfo.CurrentUICulture);

    /// <summary>
    /// <c>UTC</c>, or the city of its IANA name (<c>Seoul</c>, <c>New York</c>). Those are English: in Chinese it is what the zone is ahead of UTC at that
    /// instant (<c>UTC+9</c>), which every machine knows.
    /// </summary>
    public static string NameOf(TimeZoneInfo zone, DateTimeOffset at, CultureInfo language)
    {
        if (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime)
        {
            return "UTC";
        }

        return language.TwoLetterISOLanguageName == "zh" ? Offset(zone.GetUtcOffset(at)) : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
    }

    private static string Offset(TimeSpan ahead) => ahead == TimeSpan.Zero
        ? "UTC"
        : "UTC" + (ahead < TimeSpan.Zero ? "−" : "+") + ahead.ToString(ahead.Minutes == 0 ? "%h" : @"h\:mm", CultureInfo.InvariantCulture);
}
