using System.Globalization;

namespace BackOffice.Core.Atlas;

/// <summary>Atlas's ways to write times. What cannot be read is null, never a guess.</summary>
internal static class AtlasTimes
{
    private static readonly TimeSpan Singapore = TimeSpan.FromHours(8);

    private static readonly string[] WallClock =
    [
        // The last also fits a zoned format below, whose zone may be missing: there it would be taken for UTC, and be eight hours late.
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyyMMddHHmm", "yyyyMMddHHmmss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
    ];

    private static readonly string[] Zoned =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:sszzz",
    ];

    /// <summary>Atlas's system times are GMT+8 unless they say otherwise themselves.</summary>
    public static DateTimeOffset? System(string? text) => Instant(text, Singapore);

    /// <summary>The times of <c>orderList.do</c>.</summary>
    public static DateTimeOffset? Utc(string? text) => Instant(text, TimeSpan.Zero);

    /// <summary>An airport's wall clock.</summary>
    public static DateTime? Local(string? text) =>
        DateTime.TryParseExact(text, WallClock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is >= 2000 and < 2200 ? time : null;

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, ["yyyyMMdd", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static DateTimeOffset? Instant(string? text, TimeSpan otherwise)
    {
        if (Local(text) is { } wall)
        {
            return new DateTimeOffset(wall, otherwise).ToUniversalTime();
        }

        return DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) && instant.Year is >= 2000 and < 2200
            ? instant.ToUniversalTime()
            : null;
    }
}
