using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class MovableClockTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Frozen_clock_stands_still_until_it_is_advanced()
    {
        var clock = new MovableClock(Noon);

        clock.Advance(TimeSpan.FromMinutes(90));
        clock.Advance(TimeSpan.FromMinutes(-30));

        Assert.Equal(Noon.AddHours(1), clock.GetUtcNow());
    }

    [Fact]
    public void Reset_takes_the_moves_of_a_frozen_clock_back()
    {
        var clock = new MovableClock(Noon);
        clock.Advance(TimeSpan.FromDays(3));

        clock.Reset();

        Assert.Equal(Noon, clock.GetUtcNow());
    }

    [Fact]
    public void Running_clock_is_real_time_plus_what_it_was_advanced()
    {
        var real = new MovableClock(Noon);
        var clock = new MovableClock(real);
        clock.Advance(TimeSpan.FromMinutes(5));

        real.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Noon.AddMinutes(6), clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMinutes(5), clock.Offset);
    }

    [Fact]
    public void Freeze_takes_a_running_clock_out_of_real_time()
    {
        var real = new MovableClock(Noon);
        var clock = new MovableClock(real);

        clock.Freeze(Noon.AddDays(-1));
        real.Advance(TimeSpan.FromHours(1));

        Assert.True(clock.IsFrozen);
        Assert.Equal(Noon.AddDays(-1), clock.GetUtcNow());
    }

    [Fact]
    public void Moved_is_raised_by_every_move_and_not_by_time()
    {
        var real = new MovableClock(Noon);
        var clock = new MovableClock(real);
        var moves = 0;
        clock.Moved += () => moves++;

        real.Advance(TimeSpan.FromHours(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        clock.Freeze(Noon);
        clock.Reset();

        Assert.Equal(3, moves);
    }
}
