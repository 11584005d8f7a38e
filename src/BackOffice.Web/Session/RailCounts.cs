using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;

namespace BackOffice.Web.Session;

/// <summary>The numbers beside the rail's links and in the top bar. Null means not known, or not this person's business: nothing is drawn.</summary>
public sealed class RailCounts(ReadCounts read, CurrentActor current, CaseChanges changes, CircuitLife life, TimeProvider clock) : IDisposable
{
    /// <summary>The window closes by the passing of time too, not only by what colleagues do.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(45);

    private IDisposable? subscription;
    private int isReading;

    public event Action? Changed;

    public DeskCounts? Now { get; private set; }

    /// <summary>Reads once and keeps reading until the circuit ends.</summary>
    public async Task StartAsync()
    {
        if (subscription is not null)
        {
            return;
        }

        subscription = changes.Subscribe(_ => Hand(ReadAsync));
        await ReadAsync();
        _ = KeepReadingAsync();
    }

    public void Dispose() => subscription?.Dispose();

    /// <summary>The notifier's thread only hands over.</summary>
    private static void Hand(Func<Task> work) => _ = Task.Run(work);

    private async Task KeepReadingAsync()
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(life.Token))
            {
                await ReadAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The circuit ended: nobody reads the numbers any more.
        }
    }

    /// <summary>One read at a time: a burst of changes is read once, and the next round catches what came meanwhile.</summary>
    private async Task ReadAsync()
    {
        if (Interlocked.Exchange(ref isReading, 1) == 1)
        {
            return;
        }

        try
        {
            var outcome = await read.ExecuteAsync(await current.GetAsync(), life.Token);
            var found = outcome.IsDone(out var counts, out _) ? counts : null;
            if (found != Now)
            {
                Now = found;
                Changed?.Invoke();
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The circuit ended or the person was signed out while the numbers were on their way.
        }
        finally
        {
            Volatile.Write(ref isReading, 0);
        }
    }
}
