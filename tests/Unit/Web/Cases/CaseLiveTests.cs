using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Recovery;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Web.Cases;

public sealed class CaseLiveTests
{
    private readonly TestClock clock = new();
    private int readings;

    [Fact]
    public void Alarm_AtItsInstant_HasThePageReadAgain()
    {
        using var live = Begin();
        live.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));

        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(1, readings);
    }

    /// <summary>A page that is left while it reads sets its alarm afterwards: a timer would keep all of it in memory until then.</summary>
    [Fact]
    public void Alarm_AfterTheEnd_IsNotSet()
    {
        var live = Begin();
        live.Dispose();

        live.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Empty(clock.Waits);
        Assert.Equal(0, readings);
    }

    private CaseLive Begin()
    {
        var changes = new CaseChanges(NullLogger<CaseChanges>.Instance);
        return new CaseLive(
            changes, new CaseWatchers(changes), new RecoveryWatch(), new NoRehearsal(), clock, 1, new Actor(Guid.NewGuid(), "Anna"), () => readings++);
    }
}
