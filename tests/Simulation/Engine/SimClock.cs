namespace Simulation.Engine;

/// <summary>
/// The time of one schedule. It moves only when the schedule moves it. Spans run evenly; what a desk takes for the time of day may be set
/// forward and back beside them.
/// </summary>
internal sealed class SimClock
{
    private readonly List<Timer> timers = [];

    /// <summary>True time, as the partner has it.</summary>
    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset? NextTimer => timers.Count == 0 ? null : timers.Min(t => t.Due);

    public void Reset(DateTimeOffset start)
    {
        timers.Clear();
        Now = start;
    }

    /// <summary>Fires what is due on the way, in order; <paramref name="around"/> is called with the owner of each timer.</summary>
    public void AdvanceTo(DateTimeOffset until, Action<object?, Action> around)
    {
        while (true)
        {
            Timer? next = null;
            foreach (var timer in timers)
            {
                if (timer.Due <= until && (next is null || timer.Due < next.Due))
                {
                    next = timer;
                }
            }

            if (next is null)
            {
                break;
            }

            Now = next.Due > Now ? next.Due : Now;
            timers.Remove(next);
            around(next.Owner, next.Fire);
        }

        Now = until > Now ? until : Now;
    }

    /// <summary>The timers of a program that died never fire.</summary>
    public void Forget(Func<object?, bool> owner) => timers.RemoveAll(t => owner(t.Owner));

    /// <summary>One desk's view of it.</summary>
    internal sealed class Face(SimClock clock, Func<object?> owner) : TimeProvider
    {
        /// <summary>How far the desk's time of day is from the true one.</summary>
        public TimeSpan Skew { get; set; }

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => clock.Now + Skew;

        public override long GetTimestamp() => clock.Now.UtcTicks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Timer(clock, callback, state, owner());
            timer.Change(dueTime, period);
            return timer;
        }
    }

    private sealed class Timer(SimClock clock, TimerCallback callback, object? state, object? owner) : ITimer
    {
        public object? Owner { get; } = owner;

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.timers.Remove(this);
            if (dueTime >= TimeSpan.Zero)
            {
                Due = clock.Now + dueTime;
                clock.timers.Add(this);
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose() => clock.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
