using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class CallTermTests
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(90);

    /// <summary>A machine that sleeps may stop the one clock, and a clock that is set back hides what the other has measured.</summary>
    [Theory]
    [InlineData(89, 89, false)]
    [InlineData(90, 0, true)]
    [InlineData(0, 90, true)]
    [InlineData(90, -3600, true)]
    [InlineData(0, -3600, false)]
    public void Term_IsOver_WhenEitherClockSaysSo(int measuredSeconds, int secondsByTheTimeOfDay, bool expected)
    {
        var clocks = new TwoClocks();
        var term = CallTerm.Begin(clocks, Length);

        (clocks.Measured, clocks.OfDay) = (TimeSpan.FromSeconds(measuredSeconds), TimeSpan.FromSeconds(secondsByTheTimeOfDay));

        Assert.Equal(expected, term.IsOver(clocks));
    }

    private sealed class TwoClocks : TimeProvider
    {
        public TimeSpan Measured { get; set; }

        public TimeSpan OfDay { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Measured.Ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 9, 1, 2, 0, 0, TimeSpan.Zero) + OfDay;
    }
}
