using System.Globalization;

namespace BackOffice.Sandbox.Atlas;

/// <summary>The partner's ways of writing a time: its own in GMT+8, order lists in UTC, flights in the airport's.</summary>
internal static class WireTime
{
    private static readonly TimeSpan Own = TimeSpan.FromHours(8);

    public static DateTimeOffset InOwnZone(DateTimeOffset at) => at.ToOffset(Own);

    public static string? Own19(DateTimeOffset? at) => at is { } set ? Write(InOwnZone(set), "yyyy-MM-dd HH:mm:ss") : null;

    public static string OwnDay(DateTimeOffset at) => Write(InOwnZone(at), "yyyyMMdd");

    public static string? Utc(DateTimeOffset? at) => at is { } set ? Write(set.ToUniversalTime(), "yyyy-MM-dd'T'HH:mm:ss'Z'") : null;

    public static string LocalMinute(string airport, DateTimeOffset at) => Write(Airports.LocalTime(airport, at), "yyyyMMddHHmm");

    public static string LocalDay(string airport, DateTimeOffset at) => Write(Airports.LocalTime(airport, at), "yyyyMMdd");

    public static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Write(DateTimeOffset at, string format) => at.ToString(format, CultureInfo.InvariantCulture);
}
