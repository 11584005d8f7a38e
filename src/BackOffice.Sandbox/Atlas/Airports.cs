using System.Globalization;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Where the stand-in flies: the city of an airport and its local time.</summary>
internal static class Airports
{
    private static readonly Dictionary<string, (string City, string Zone)> Known = new(StringComparer.Ordinal)
    {
        ["ARN"] = ("STO", "Europe/Stockholm"),
        ["ATH"] = ("ATH", "Europe/Athens"),
        ["BOG"] = ("BOG", "America/Bogota"),
        ["BOS"] = ("BOS", "America/New_York"),
        ["CDG"] = ("PAR", "Europe/Paris"),
        ["CJU"] = ("CJU", "Asia/Seoul"),
        ["CUN"] = ("CUN", "America/Cancun"),
        ["DEN"] = ("DEN", "America/Denver"),
        ["DUB"] = ("DUB", "Europe/Dublin"),
        ["FUK"] = ("FUK", "Asia/Tokyo"),
        ["GDL"] = ("GDL", "America/Mexico_City"),
        ["HAN"] = ("HAN", "Asia/Ho_Chi_Minh"),
        ["ICN"] = ("SEL", "Asia/Seoul"),
        ["JFK"] = ("NYC", "America/New_York"),
        ["KIX"] = ("OSA", "Asia/Tokyo"),
        ["KUL"] = ("KUL", "Asia/Kuala_Lumpur"),
        ["LAS"] = ("LAS", "America/Los_Angeles"),
        ["LAX"] = ("LAX", "America/Los_Angeles"),
        ["LGW"] = ("LON", "Europe/London"),
        ["LHR"] = ("LON", "Europe/London"),
        ["MCO"] = ("ORL", "America/New_York"),
        ["MEX"] = ("MEX", "America/Mexico_City"),
        ["MSP"] = ("MSP", "America/Chicago"),
        ["NRT"] = ("TYO", "Asia/Tokyo"),
        ["ORD"] = ("CHI", "America/Chicago"),
        ["OSL"] = ("OSL", "Europe/Oslo"),
        ["PUS"] = ("PUS", "Asia/Seoul"),
        ["SAW"] = ("IST", "Europe/Istanbul"),
        ["SDQ"] = ("SDQ", "America/Santo_Domingo"),
        ["SEA"] = ("SEA", "America/Los_Angeles"),
        ["SFO"] = ("SFO", "America/Los_Angeles"),
        ["SGN"] = ("SGN", "Asia/Ho_Chi_Minh"),
        ["SIN"] = ("SIN", "Asia/Singapore"),
        ["SKG"] = ("SKG", "Europe/Athens"),
        ["TIJ"] = ("TIJ", "America/Tijuana"),
        ["YUL"] = ("YMQ", "America/Toronto"),
    };

    private static readonly HashSet<string> American = new(StringComparer.Ordinal)
    {
        "BOS", "DEN", "JFK", "LAS", "LAX", "MCO", "MSP", "ORD", "SEA", "SFO",
    };

    /// <summary>Some airport in the world that no list knows; its clock is two hours ahead of UTC.</summary>
    public const string Unlisted = "XQZ";

    private static readonly TimeSpan UnlistedOffset = TimeSpan.FromHours(2);

    public static bool IsAmerican(string airport) => American.Contains(airport);

    public static string CityOf(string airport) => Known.TryGetValue(airport, out var known) ? known.City : airport;

    public static DateTimeOffset LocalTime(string airport, DateTimeOffset instant) =>
        Known.TryGetValue(airport, out var known)
            ? TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(known.Zone))
            : instant.ToOffset(UnlistedOffset);

    /// <summary>The instant at which the airport's clock shows the time (<c>HH:mm</c>), days after the day it is there now.</summary>
    public static DateTimeOffset At(string airport, DateTimeOffset now, int days, string time)
    {
        var day = DateOnly.FromDateTime(LocalTime(airport, now).DateTime).AddDays(days);
        var local = day.ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture));
        var offset = Known.TryGetValue(airport, out var known)
            ? TimeZoneInfo.FindSystemTimeZoneById(known.Zone).GetUtcOffset(local)
            : UnlistedOffset;
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
