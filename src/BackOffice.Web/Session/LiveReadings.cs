using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Session;

/// <summary>
/// Makes <see cref="LiveReading"/>s for the screens of a circuit, and knows which of them failed last. What cannot be read again stays on the screen as
/// it was: somebody may be typing there, and the next change reads it anyway.
/// </summary>
public sealed class LiveReadings(CaseChanges changes, IRehearsal rehearsal, TimeProvider clock, ILogger<LiveReadings> log)
{
    private readonly Lock gate = new();
    private readonly HashSet<LiveReading> stale = [];

    /// <summary>Told, on any thread, where <see cref="IsStale"/> may have changed.</summary>
    public event Action? Changed;

    /// <summary>Something on the screen is older than it should be: it could not be read again, and has not been since.</summary>
    public bool IsStale
    {
        get
        {
            lock (gate)
            {
                return stale.Count > 0;
            }
        }
    }

    /// <summary>A reading that repeats itself until it is disposed; nothing is read before <see cref="LiveReading.Ask"/> or the first change.</summary>
    /// <param name="read">Reads and redraws; hands itself over to the component's dispatcher.</param>
    public LiveReading Start(Func<Task> read) => new(changes, null, rehearsal, clock, read, Note);

    /// <summary>One that commits wake only where they touch this case.</summary>
    public LiveReading StartOf(long caseId, Func<Task> read) => new(changes, caseId, rehearsal, clock, read, Note);

    /// <summary>One that commits do not wake: for what the partner is asked, which changes by time alone.</summary>
    public LiveReading StartByTime(Func<Task> read) => new(null, null, rehearsal, clock, read, Note);

    /// <summary>One that nobody is told of where it fails, for what stands beside every page.</summary>
    public LiveReading StartQuietly(Func<Task> read) => new(changes, null, rehearsal, clock, read, (_, fault) => Write(fault));

    /// <summary>Has what is stale read once more, and waits for it.</summary>
    public Task ReadAgainAsync()
    {
        LiveReading[] again;
        lock (gate)
        {
            again = [.. stale];
        }

        return Task.WhenAll(again.Select(reading => reading.ReadAgainAsync()));
    }

    private void Note(LiveReading reading, Exception? fault)
    {
        Write(fault);
        bool isNews;
        lock (gate)
        {
            // One whose screen was left while it was being read would stay here for ever.
            isNews = fault is null || reading.IsOver ? stale.Remove(reading) : stale.Add(reading);
        }

        if (isNews)
        {
            Changed?.Invoke();
        }
    }

    private void Write(Exception? fault)
    {
        if (fault is not null)
        {
            SessionLog.NotReadAgain(log, fault);
        }
    }
}
