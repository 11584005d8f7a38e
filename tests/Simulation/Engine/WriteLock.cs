using System.Data.Common;

namespace Simulation.Engine;

/// <summary>SQLite's one write lock, which the schedule gives. A fibre may have several connections, and any of them waits for another one's end.</summary>
internal sealed class WriteLock
{
    private (DbConnection Connection, Fibre Fibre)? holder;

    public bool IsHeld => holder is not null;

    /// <summary>When the transaction that has it, or had it last, got it.</summary>
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>How far off the clock of its program was then.</summary>
    public TimeSpan Skew { get; private set; }

    /// <summary>A connection begins a transaction: it stands until the lock is free.</summary>
    /// <param name="now">What the clock says, and how far off that of its program is, once the lock is had.</param>
    public async ValueTask TakeAsync(DbConnection connection, Fibre fibre, Func<(DateTimeOffset At, TimeSpan Skew)> now)
    {
        if (holder is { } other && other.Connection != connection)
        {
            await fibre.StandAsync(Stand.Lock);
        }

        holder = (connection, fibre);
        (TakenAt, Skew) = now();
    }

    /// <summary>The transaction of this connection is over.</summary>
    public void Give(DbConnection connection)
    {
        if (holder is { } held && held.Connection == connection)
        {
            holder = null;
        }
    }

    /// <summary>The fibre is over, and its connections with it.</summary>
    public void Give(Fibre fibre)
    {
        if (holder is { } held && held.Fibre == fibre)
        {
            holder = null;
        }
    }
}
