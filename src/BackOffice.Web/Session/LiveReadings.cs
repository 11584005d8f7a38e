using BackOffice.Core.Cases;
using BackOffice.Web.Features.Rehearsal;

namespace BackOffice.Web.Session;

/// <summary>Makes <see cref="LiveReading"/>s for the screens of a circuit.</summary>
public sealed class LiveReadings(CaseChanges changes, IRehearsal rehearsal, TimeProvider clock)
{
    /// <summary>A reading that repeats itself until it is disposed; nothing is read before <see cref="LiveReading.Ask"/> or the first change.</summary>
    /// <param name="read">Reads and redraws; hands itself over to the component's dispatcher.</param>
    /// <param name="failed">Takes what <paramref name="read"/> throws.</param>
    public LiveReading Start(Func<Task> read, Func<Exception, Task> failed) => new(changes, null, rehearsal, clock, read, failed);

    /// <summary>One that commits wake only where they touch this case.</summary>
    public LiveReading StartOf(long caseId, Func<Task> read, Func<Exception, Task> failed) => new(changes, caseId, rehearsal, clock, read, failed);

    /// <summary>One that commits do not wake: for what the partner is asked, which changes by time alone.</summary>
    public LiveReading StartByTime(Func<Task> read, Func<Exception, Task> failed) => new(null, null, rehearsal, clock, read, failed);
}
