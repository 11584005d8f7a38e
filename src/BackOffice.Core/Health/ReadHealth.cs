using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Health;

/// <summary>The state of the machine at one instant.</summary>
/// <param name="NewestStoredAt">The instant of the newest line on the trail: later than <paramref name="Now"/> means that the clock went back.</param>
/// <param name="Cases">How many there are in all.</param>
/// <param name="TrailLines">The number of the newest line.</param>
/// <param name="Cards">What the connection to AsiaBill can do, by its settings.</param>
/// <param name="Recovery">The newest restore of this database, running or ended; null where there was none.</param>
public sealed record HealthView(
    DateTimeOffset Now, DateTimeOffset? NewestStoredAt, PartnerBeats Partner, IReadOnlyList<WorkerHealth> Workers, IReadOnlyList<Backlog> Backlogs,
    DatabaseHealth Database, int Cases, long TrailLines, RecoveryView? Recovery = null, CardConnection? Cards = null);

/// <param name="Name">One of <see cref="WorkerNames"/>.</param>
public sealed record WorkerHealth(string Name, DateTimeOffset? LastAt, DateTimeOffset? LastGoodAt, bool IsWell);

/// <param name="Oldest">Since when the oldest has been waiting.</param>
/// <param name="IsLate">It waits longer than it should.</param>
public sealed record Backlog(BacklogKind Kind, int Count, DateTimeOffset? Oldest, bool IsLate);

public enum BacklogKind
{
    PlannedPermits,
    Sending,
    UnknownOutcomes,
    DueQuestions,
    UnreadNotices,
    WaitingRequests,
}

/// <summary>Reads how the desk is doing: what answers, what runs, what waits.</summary>
public sealed class ReadHealth(Store store, PartnerPulse partner, WorkerPulse workers, ICardRefundQuestions cards, RecoveryWatch watch, TimeProvider clock)
{
    /// <summary>Workers look every few seconds and questions may take as long as their time-outs: after this a worker counts as standing still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public Task<Outcome<HealthView>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<HealthView>(actor, Permission.ViewHealth, async (db, _) =>
        {
            var now = clock.GetUtcNow();
            var desk = await db.DeskAsync(cancellationToken);
            var newest = await db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Select(e => new { e.Sequence, e.At }).FirstOrDefaultAsync(cancellationToken);
            var recovery = await RecoveryView.ReadAsync(db, cancellationToken);
            return new HealthView(
                now, newest?.At, partner.Now, [.. WorkerNames.All.Select(name => WorkerOf(name, now))],
                [
                    await OfAsync(BacklogKind.PlannedPermits, db.Set<Attempt>().Where(a => a.State == AttemptState.Planned && !a.IsByHand).Select(a => a.PlannedAt), now, Patience, cancellationToken),
                    await OfAsync(BacklogKind.Sending, db.Set<Attempt>().Where(a => a.State == AttemptState.Sending).Select(a => a.ClaimedAt!.Value), now, 2 * Patience, cancellationToken),
                    await OfAsync(BacklogKind.UnknownOutcomes, db.Set<Case>().Where(c => c.State == CaseState.OutcomeUnknown).Select(c => c.UnknownSince!.Value), now, desk.QuietPeriod, cancellationToken),
                    await OfAsync(BacklogKind.DueQuestions, db.Set<Case>().Where(c => c.NextAskAt != null && c.NextAskAt <= now).Select(c => c.NextAskAt!.Value), now, Patience, cancellationToken),
                    await OfAsync(BacklogKind.UnreadNotices, db.Set<Notice>().Where(n => n.ProcessedAt == null).Select(n => n.LastReceivedAt), now, Patience, cancellationToken),
                    await OfAsync(BacklogKind.WaitingRequests, db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting).Select(r => r.RequestedAt), now, TimeSpan.MaxValue, cancellationToken),
                ],
                await DatabaseHealth.ReadAsync(db, cancellationToken), await db.Set<Case>().CountAsync(cancellationToken), newest?.Sequence ?? 0,
                recovery is { IsRunning: true } ? watch.Now ?? recovery : recovery, cards.Connection);
        }, cancellationToken);

    private WorkerHealth WorkerOf(string name, DateTimeOffset now)
    {
        var beats = workers.Of(name);
        return new WorkerHealth(name, beats?.LastAt, beats?.LastGoodAt, beats is { LastGoodAt: { } good } && beats.LastAt == good && now - good <= Patience);
    }

    private static async Task<Backlog> OfAsync(
        BacklogKind kind, IQueryable<DateTimeOffset> waiting, DateTimeOffset now, TimeSpan patience, CancellationToken cancellationToken)
    {
        var count = await waiting.CountAsync(cancellationToken);
        var oldest = count == 0 ? (DateTimeOffset?)null : await waiting.OrderBy(at => at).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(cancellationToken);
        return new Backlog(kind, count, oldest, oldest is { } since && now - since > patience);
    }
}
