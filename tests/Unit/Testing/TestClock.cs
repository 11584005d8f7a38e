namespace Unit.Testing;

/// <summary>
/// A clock that stands still until it is told to move. Timers, delays and time-outs that were made with it fire inside <see cref="Advance"/>,
/// in the order in which they are due.
/// </summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private static readonly DateTimeOffset Usual = new(2026, 9, 1, 2, 0, 0, TimeSpan.Zero);

    private readonly Lock gate = new();
    private readonly List<TestTimer> timers = [];
    private readonly List<TimeSpan> waits = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> watchers = [];
    private DateTimeOffset now = start;

    public TestClock()
        : this(Usual)
    {
    }

    /// <summary>
    /// Waits up to this long pass by themselves: the clock jumps to their end as soon as somebody starts one. Longer ones, such as time-outs,
    /// need <see cref="Advance"/>. Null: nothing passes by itself.
    /// </summary>
    public TimeSpan? PassWaitsUpTo { get; init; }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How long every wait was that has been started, in order.</summary>
    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (gate)
            {
                return [.. waits];
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Never goes back: an earlier time is ignored.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        while (NextDue(instant) is { } timer)
        {
            timer.Fire();
        }
    }

    /// <summary>Completes when so many waits in all have been started; for tests that must know that something waits before they advance.</summary>
    public Task WaitsStartedAsync(int count)
    {
        lock (gate)
        {
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((count, reached));
            Announce();
            return reached.Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new TestTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TestTimer? NextDue(DateTimeOffset instant)
    {
        lock (gate)
        {
            var next = timers.Where(t => t.Due <= instant).MinBy(t => t.Due);
            var reached = next?.Due ?? instant;
            now = reached > now ? reached : now;
            next?.Next();
            return next;
        }
    }

    private void Started(TestTimer timer, TimeSpan wait)
    {
        bool passes;
        DateTimeOffset until;
        lock (gate)
        {
            if (!timers.Contains(timer))
            {
                timers.Add(timer);
            }

            until = now + wait;
            timer.Due = until;
            waits.Add(wait);
            Announce();
            passes = wait <= PassWaitsUpTo;
        }

        if (passes)
        {
            ThreadPool.QueueUserWorkItem(_ => AdvanceTo(until));
        }
    }

    private void Announce()
    {
        foreach (var watcher in watchers.Where(w => w.Count <= waits.Count).ToList())
        {
            watchers.Remove(watcher);
            watcher.Reached.SetResult();
        }
    }

    private void Stopped(TestTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private sealed class TestTimer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            period = newPeriod;
            if (dueTime < TimeSpan.Zero)
            {
                clock.Stopped(this);
            }
            else
            {
                clock.Started(this, dueTime);
            }

            return true;
        }

        public void Next()
        {
            if (period > TimeSpan.Zero)
            {
                Due += period;
            }
            else
            {
                clock.timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => clock.Stopped(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
