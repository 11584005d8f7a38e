using System.Globalization;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class ClockEndpointTests(RunningShell shell) : IClassFixture<RunningShell>
{
    /// <summary>A rehearsal's clock is moved, and its countdowns with it: what is told is the desk's time, not the machine's.</summary>
    [Fact]
    public async Task Clock_OfADeskWhoseClockWasMoved_IsTheDesks()
    {
        using var browser = await shell.SignedInAsync("agent");
        var clock = shell.Services.GetRequiredService<MovableClock>();
        clock.Advance(TimeSpan.FromHours(3));

        var before = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var told = await browser.GetStringAsync(new Uri("/clock", UriKind.Relative));

        Assert.InRange(long.Parse(told, CultureInfo.InvariantCulture), before, clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
