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

    /// <summary>How the zone is named beside a time: <c>UTC</c>, or the city of its IANA name (<c>Seoul</c>, <c>New York</c>).</summary>
    public string ZoneName => NameOf(Zone);

    public static string NameOf(TimeZoneInfo zone) => zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime
        ? "UTC"
        : zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
