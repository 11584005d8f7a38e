using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// One round: calls whose lease ran out become unknown, requests whose window closed end, and every case that is due is asked about.
/// Each item in its own change; one that fails does not stop the others.
/// </summary>
public sealed class ReconcileRound(Store store, AskPartner askPartner, TimeProvider clock, ILogger<ReconcileRound> logger)
{
    private const int MostAtOnce = 50;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var attemptId in await store.ReadAsWorkerAsync(db => LeasesOverAsync(db, now, cancellationToken), cancellationToken))
        {
            await GuardAsync(() => ExpireLeaseAsync(attemptId, cancellationToken));
        }

        foreach (var requestId in await store.ReadAsWorkerAsync(db => WindowsOverAsync(db, now, cancellationToken), cancellationToken))
        {
            await GuardAsync(() => ExpireRequestAsync(requestId, cancellationToken));
        }

        foreach (var caseId in await store.ReadAsWorkerAsync(db => DueAsync(db, now, cancellationToken), cancellationToken))
        {
            await GuardAsync(() => askPartner.ExecuteAsync(caseId, cancellationToken));
        }
    }

    private static Task<List<Guid>> LeasesOverAsync(BackOfficeDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<Attempt>().Where(a => a.State == AttemptState.Sending && (a.LeaseUntil == null || a.LeaseUntil <= now || a.ClaimedAt > now + LeaseRules.ClockTolerance))
            .OrderBy(a => a.ClaimedAt).Select(a => a.Id).Take(MostAtOnce).ToListAsync(cancellationToken);

    private static Task<List<long>> WindowsOverAsync(BackOfficeDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting && r.EndsAt != null && r.EndsAt <= now)
            .OrderBy(r => r.EndsAt).Select(r => r.Id).Take(MostAtOnce).ToListAsync(cancellationToken);

    private static Task<List<long>> DueAsync(BackOfficeDb db, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<Case>().Where(c => c.NextAskAt != null && c.NextAskAt <= now && (c.State == CaseState.OutcomeUnknown || c.State == CaseState.Following))
            .OrderBy(c => c.NextAskAt).Select(c => c.Id).Take(MostAtOnce).ToListAsync(cancellationToken);

    private Task ExpireLeaseAsync(Guid attemptId, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var attempt = await change.Db.Set<Attempt>().SingleAsync(a => a.Id == attemptId, cancellationToken);
            if (!LeaseRules.IsUnknownNow(attempt.State, attempt.ClaimedAt, attempt.LeaseUntil, change.Now))
            {
                return default(Done);
            }

            return await LostCalls.MakeUnknownAsync(change, attempt, "lease", cancellationToken);
        }, cancellationToken);

    private Task ExpireRequestAsync(long requestId, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var request = await change.Db.Set<ApprovalRequest>().SingleAsync(r => r.Id == requestId, cancellationToken);
            var found = await change.CaseAsync(request.CaseId, cancellationToken);
            if (request.State != ApprovalState.Waiting
                || !found.Apply(new CaseInput.RequestExpired { Arguments = CaseInput.Words(request.Amount) }, change.Actor, change.Now).IsDone(out _, out _))
            {
                return CasesRefusals.ChangedMeanwhile;
            }

            request.End(ApprovalState.Expired, change.Now);
            change.Audit("approval.expired", "case:" + found.Number, new { approval = request.Id });
            return default(Done);
        }, cancellationToken);

    private async Task GuardAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            ReconciliationLog.ItemFailed(logger, fault);
        }
    }
}
