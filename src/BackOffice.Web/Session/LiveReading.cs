using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Session;

/// <summary>
/// Reads for a screen again whenever what it shows may have changed: after a commit, after the rehearsal's clock was moved, and at the instant
/// at which time alone changes it. One reading runs at a time; whatever asks meanwhile becomes one more afterwards.
/// </summary>
public sealed class LiveReading : IDisposable
{
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly Func<Task> read;
    private readonly Action<LiveReading, Exception?> told;
    private readonly ITimer alarm;
    private readonly IDisposable[] subscriptions;
    private bool isRunning;
    private bool isWanted;
    private bool isOver;

    /// <summary>Ends with the next reading that begins.</summary>
    private TaskCompletionSource? next;

    /// <param name="changes">Commits that wake it; null where none does.</param>
    /// <param name="caseId">The only case whose commits do; null where those of every case do.</param>
    /// <param name="told">Gets what a reading threw, and null after a good one and at the end. Called on any thread.</param>
    internal LiveReading(CaseChanges? changes, long? caseId, IRehearsal rehearsal, TimeProvider clock, Func<Task> read, Action<LiveReading, Exception?> told)
    {
        (this.clock, this.read, this.told) = (clock, read, told);
        alarm = clock.CreateTimer(_ => Ask(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        subscriptions = changes is null ? [rehearsal.OnMoved(Ask)] : [changes.Subscribe(ids => AskAbout(ids, caseId)), rehearsal.OnMoved(Ask)];
    }

    /// <summary>Ends when nothing is being read and nothing more is asked for.</summary>
    internal Task Settled { get; private set; } = Task.CompletedTask;

    /// <summary>It was disposed: nobody is there to read for.</summary>
    internal bool IsOver
    {
        get
        {
            lock (gate)
            {
                return isOver;
            }
        }
    }

    /// <summary>Has it read once more, soon, on another thread.</summary>
    public void Ask()
    {
        lock (gate)
        {
            Begin();
        }
    }

    /// <summary>
    /// The same, and waits until it is shown, or could not be read: for what has just been done here. It does not wait for what others ask for
    /// meanwhile, which may go on for long.
    /// </summary>
    public Task ReadAgainAsync()
    {
        lock (gate)
        {
            if (isOver)
            {
                return Task.CompletedTask;
            }

            next ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var shown = next.Task;
            Begin();
            return shown;
        }
    }

    /// <summary>Has it read again at this instant; replaces the one before. None wakes nothing.</summary>
    public void WakeAt(DateTimeOffset? at)
    {
        lock (gate)
        {
            if (!isOver)
            {
                alarm.Change(at is { } instant ? Until(instant) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isOver = true;
        }

        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        alarm.Dispose();
        told(this, null);
    }

    private void Begin()
    {
        isWanted = !isOver;
        if (isOver || isRunning)
        {
            return;
        }

        isRunning = true;
        Settled = Task.Run(RunAsync);
    }

    private void AskAbout(IReadOnlyCollection<long> ids, long? only)
    {
        if (only is not { } caseId || ids.Contains(caseId))
        {
            Ask();
        }
    }

    private TimeSpan Until(DateTimeOffset instant)
    {
        var left = instant - clock.GetUtcNow() + Slack;
        return left < Slack ? Slack : left > Longest ? Longest : left;
    }

    private async Task RunAsync()
    {
        while (TakeTurn(out var turn))
        {
            try
            {
                await ReadOnceAsync();
            }
            finally
            {
                turn?.SetResult();
            }
        }
    }

    private async Task ReadOnceAsync()
    {
        Exception? thrown = null;
        try
        {
            await read();
        }
        catch (Exception fault) when (fault is OperationCanceledException or ObjectDisposedException)
        {
            // The screen is gone; nobody is there to miss the answer.
            return;
        }
        catch (Exception fault)
        {
            thrown = fault;
        }

        told(this, thrown);
    }

    /// <param name="turn">Who waits for the reading that begins now; null where nobody does.</param>
    private bool TakeTurn(out TaskCompletionSource? turn)
    {
        lock (gate)
        {
            isRunning = isWanted && !isOver;
            isWanted = false;
            turn = isRunning ? next : null;
            if (!isRunning)
            {
                // What was disposed meanwhile is not read any more, and nobody waits for it in vain.
                next?.SetResult();
            }

            next = null;
            return isRunning;
        }
    }
}
