using System.Globalization;

namespace BackOffice.Web.Hosting;

/// <summary>
/// <c>/clock</c>: the desk's own time, in milliseconds since 1970. For the countdowns of a page that cannot trust its machine: one that slept, or whose
/// clock was set.
/// </summary>
internal static class ClockEndpoint
{
    public static void MapClock(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/clock", Now).RequireAuthorization();

    private static IResult Now(TimeProvider clock) => Results.Text(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
}
