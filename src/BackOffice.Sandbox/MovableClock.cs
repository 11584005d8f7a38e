using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Sandbox;

/// <summary>
/// Real time plus an offset, or, when frozen, a time that stands still until it is moved.
/// Timers stay those of the machine; timestamps run with it and jump ahead with every move ahead, but like those of any machine never back.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private readonly TimeProvider real;
    private readonly Lock gate = new();
    private TimeSpan offset;
    private TimeSpan ahead;
    private DateTimeOffset? frozenAt;

    public MovableClock()
        : this(System)
    {
    }

    public MovableClock(TimeProvider real) => this.real = real;

    /// <summary>A clock that starts standing still at the given instant.</summary>
    public MovableClock(DateTimeOffset frozenAt)
        : this(System) => this.frozenAt = frozenAt.ToUniversalTime();

    /// <summary>Raised after the clock was moved, frozen or reset; never by the passing of time.</summary>
    [SuppressMessage("Design", "MA0046:Use EventHandler<T> to declare events", Justification = "There is nothing to tell but that it moved")]
    public event Action? Moved;

    /// <summary>How far this clock is from real time; positive is ahead.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (gate)
                return frozenAt is { } start ? start + offset - real.GetUtcNow() : offset;
        }
    }

    public bool IsFrozen
    {
        get
        {
            lock (gate)
                return frozenAt is not null;
        }
    }

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return (frozenAt ?? real.GetUtcNow()) + offset;
    }

    public override long TimestampFrequency => real.TimestampFrequency;

    public override long GetTimestamp()
    {
        lock (gate)
            return real.GetTimestamp() + (long)(ahead.TotalSeconds * real.TimestampFrequency);
    }

    /// <summary>Moves the clock; a negative time moves it back.</summary>
    public void Advance(TimeSpan time)
    {
        lock (gate)
        {
            offset += time;
            ahead += time > TimeSpan.Zero ? time : TimeSpan.Zero;
        }

        Moved?.Invoke();
    }

    /// <summary>Lets time stand still at the given instant until <see cref="Advance"/>.</summary>
    public void Freeze(DateTimeOffset instant)
    {
        lock (gate)
        {
            frozenAt = instant.ToUniversalTime();
            offset = TimeSpan.Zero;
        }

        Moved?.Invoke();
    }

    /// <summary>Takes all moves back: to real time, or to the instant at which it was frozen.</summary>
    public void Reset()
    {
        lock (gate)
            offset = TimeSpan.Zero;
        Moved?.Invoke();
    }
}
