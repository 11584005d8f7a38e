using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

public sealed class QuietWatchTests
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    /// <summary>Found by the simulator: another machine, whose clock was behind, had written down since when, and the outcome looked old at once.</summary>
    [Fact]
    public void Outcome_ThatAnotherClockCallsOld_IsWatchedForTheWholePeriod()
    {
        var clock = new TestClock(Desk.Start);
        var watch = new QuietWatch(clock);
        var since = Desk.Start.AddHours(-2);

        var first = watch.IsQuietOver("case:1", since, Quiet);
        clock.Advance(Quiet - Tick);
        var before = watch.IsQuietOver("case:1", since, Quiet);
        clock.Advance(Tick);

        Assert.Equal((false, false, true), (first, before, watch.IsQuietOver("case:1", since, Quiet)));
    }

    [Fact]
    public void Outcome_OfAnotherSend_IsWatchedAnew()
    {
        var clock = new TestClock(Desk.Start);
        var watch = new QuietWatch(clock);
        watch.IsQuietOver("case:1", Desk.Start, Quiet);
        clock.Advance(Quiet);

        Assert.True(watch.IsQuietOver("case:1", Desk.Start, Quiet));
        Assert.False(watch.IsQuietOver("case:1", Desk.Start.AddMinutes(9), Quiet));
        Assert.False(watch.IsQuietOver("case:2", Desk.Start, Quiet));
    }

    /// <summary>A clock that is set back takes nothing from what was watched.</summary>
    [Fact]
    public void Clock_SetBack_ChangesNothing()
    {
        var clock = new MovableClock(Desk.Start);
        var watch = new QuietWatch(clock);
        watch.IsQuietOver("case:1", Desk.Start, Quiet);
        clock.Advance(Quiet);
        clock.Advance(TimeSpan.FromHours(-2));

        Assert.True(watch.IsQuietOver("case:1", Desk.Start, Quiet));
    }
}
