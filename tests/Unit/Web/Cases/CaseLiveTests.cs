using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Recovery;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.Extensions.Logging.Abstractions;
using Unit.Testing;

namespace Unit.Web.Cases;

public sealed class CaseLiveTests
{
    private const long Mine = 1;

    private readonly CaseChanges changes = new(NullLogger<CaseChanges>.Instance);
    private readonly RecoveryWatch recovery = new();
    private readonly TestClock clock = new();
    private int readings;

    /// <summary>What was committed after the page's own reading, and before it listened, is told to nobody.</summary>
    [Fact]
    public async Task Beginning_HasThePageReadOnceMore()
    {
        using var live = Begin();

        await live.Settled;

        Assert.Equal(1, readings);
    }

    [Fact]
    public async Task Commit_OfTheCase_IsReadAgain_AndOfAnotherIsNot()
    {
        using var live = Begin();
        await live.Settled;

        changes.Notify([Mine + 1]);
        await live.Settled;
        var afterAnother = readings;
        changes.Notify([Mine + 1, Mine]);
        await live.Settled;

        Assert.Equal((1, 2), (afterAnother, readings));
    }

    [Fact]
    public async Task Recovery_ThatBegins_IsReadAgain()
    {
        using var live = Begin();
        await live.Settled;

        recovery.Show(new RecoveryView("restored", clock.GetUtcNow(), clock.GetUtcNow(), null, null, 1, 0, 0, 0));
        await live.Settled;

        Assert.Equal(2, readings);
    }

    [Fact]
    public async Task Alarm_AtItsInstant_HasThePageReadAgain()
    {
        using var live = Begin();
        await live.Settled;
        live.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));

        clock.Advance(TimeSpan.FromMinutes(6));
        await live.Settled;

        Assert.Equal(2, readings);
    }

    /// <summary>A page that is left while it reads sets its alarm afterwards: a timer would keep all of it in memory until then.</summary>
    [Fact]
    public async Task Alarm_AfterTheEnd_IsNotSet()
    {
        var live = Begin();
        await live.Settled;
        live.Dispose();

        live.WakeAt(clock.GetUtcNow() + TimeSpan.FromMinutes(5));
        clock.Advance(TimeSpan.FromMinutes(6));
        await live.Settled;

        Assert.Empty(clock.Waits);
        Assert.Equal(1, readings);
    }

    private CaseLive Begin() => new(
        new LiveReadings(changes, new NoRehearsal(), clock, NullLogger<LiveReadings>.Instance), new CaseWatchers(changes), recovery, Mine, new Actor(Guid.NewGuid(), "Anna"), ReadAsync);

    private Task ReadAsync()
    {
        Interlocked.Increment(ref readings);
        return Task.CompletedTask;
    }
}
