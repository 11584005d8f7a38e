using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Recovery;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// Has an open page read its case again: once when it begins, as something may have been committed since the page's own reading, and from then on
/// after a commit that touched the case, when a recovery begins, goes on or ends, after the rehearsal's clock was moved, and at the one moment when
/// what may be done changes by itself. In between nothing is asked and nothing is sent. Whoever has the page open counts as looking at the case.
/// </summary>
public sealed class CaseLive : IDisposable
{
    private readonly CaseWatchers watchers;
    private readonly LiveReading reading;
    private readonly IDisposable recoveryMoves;
    private readonly IDisposable watch;
    private readonly long caseId;
    private readonly Guid me;

    /// <param name="read">Reads and redraws; hands itself over to the page's dispatcher.</param>
    public CaseLive(LiveReadings readings, CaseWatchers watchers, RecoveryWatch recovery, long caseId, Actor actor, Func<Task> read)
    {
        (this.watchers, this.caseId, me) = (watchers, caseId, actor.Id);
        reading = readings.StartOf(caseId, read);
        recoveryMoves = recovery.Subscribe(reading.Ask);
        // Entering is told to all who listen, so to this page too: what was committed before it listened is read by that.
        watch = watchers.Enter(caseId, actor.Id, actor.Name);
    }

    /// <summary>Colleagues who have the same case open.</summary>
    public IReadOnlyList<string> Others => watchers.Others(caseId, me);

    /// <summary>Ends when nothing is being read and nothing more is asked for.</summary>
    internal Task Settled => reading.Settled;

    /// <summary>Reads once more, and ends when that is shown, or failed.</summary>
    public Task ReadAgainAsync() => reading.ReadAgainAsync();

    /// <summary>Reads again at this instant; replaces the one that was set before. Nothing after the end.</summary>
    public void WakeAt(DateTimeOffset? instant) => reading.WakeAt(instant);

    public void Dispose()
    {
        reading.Dispose();
        recoveryMoves.Dispose();
        watch.Dispose();
    }
}
