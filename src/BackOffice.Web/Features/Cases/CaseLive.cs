using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Recovery;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// Has an open page read its case again: after a commit that touched it, when a recovery begins, goes on or ends, after the rehearsal's clock was
/// moved, and at the one moment when what may be done changes by itself. In between nothing is asked and nothing is sent.
/// </summary>
public sealed class CaseLive : IDisposable
{
    private readonly CaseWatchers watchers;
    private readonly TimeProvider clock;
    private readonly Action again;
    private readonly IDisposable[] subscriptions;
    private readonly long caseId;
    private readonly Guid me;
    private readonly IDisposable watch;
    private ITimer? timer;
    private bool isOver;

    /// <param name="again">Hands over to the page and returns; called on any thread.</param>
    public CaseLive(CaseChanges changes, CaseWatchers watchers, RecoveryWatch recovery, IRehearsal rehearsal, TimeProvider clock, long caseId, Actor actor, Action again)
    {
        (this.watchers, this.clock, this.again, this.caseId, me) = (watchers, clock, again, caseId, actor.Id);
        watch = watchers.Enter(caseId, actor.Id, actor.Name);
        subscriptions = [changes.Subscribe(AgainWhereItIsOurs), recovery.Subscribe(again), rehearsal.OnMoved(again)];
    }

    /// <summary>Colleagues who have the same case open.</summary>
    public IReadOnlyList<string> Others => watchers.Others(caseId, me);

    /// <summary>
    /// Reads again at this instant; replaces the one that was set before. Nothing after the end: a page that was left while it read still comes
    /// here, and a timer would hold it for days.
    /// </summary>
    public void WakeAt(DateTimeOffset? instant)
    {
        timer?.Dispose();
        timer = !isOver && instant is { } at && at - clock.GetUtcNow() is var left && left < TimeSpan.FromDays(20)
            ? clock.CreateTimer(_ => again(), null, left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan)
            : null;
    }

    public void Dispose()
    {
        isOver = true;
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }

        watch.Dispose();
        timer?.Dispose();
    }

    private void AgainWhereItIsOurs(IReadOnlyCollection<long> ids)
    {
        if (ids.Contains(caseId))
        {
            again();
        }
    }
}
