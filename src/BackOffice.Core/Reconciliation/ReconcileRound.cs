using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// One round: calls whose lease ran out become unknown, requests whose window closed end, and every case and every named number that is due is asked about.
/// Each item in its own change; one that fails does not stop the others, and a partner that hangs stops neither the round nor the other partner's questions.
/// </summary>
public sealed class ReconcileRound(Store store, AskPartner askPartner, AskNamed askNamed, TimeProvider clock, ILogger<ReconcileRound> logger)
{
    private const int MostAtOnce = 50;

    /// <summary>After so many questions in a row without an answer the partner's others would only wait for time-outs.</summary>
    private const int MostSilences = 3;

    private static readonly PreparedQuery<Func<BackOfficeDb, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Guid>>> LeasesOver = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, DateTimeOffset now, DateTimeOffset aheadOfNow) => db.Set<Attempt>()
            .Where(a => a.State == AttemptState.Sending && (a.LeaseUntil == null || a.LeaseUntil <= now || a.ClaimedAt > aheadOfNow))
            .OrderBy(a => a.ClaimedAt).Select(a => a.Id).Take(MostAtOnce)));

    private static readonly PreparedQuery<Func<BackOfficeDb, DateTimeOffset, IAsyncEnumerable<long>>> WindowsOver = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, DateTimeOffset now) => db.Set<ApprovalRequest>().Where(r => r.State == ApprovalState.Waiting && r.EndsAt != null && r.EndsAt <= now)
            .OrderBy(r => r.EndsAt).Select(r => r.Id).Take(MostAtOnce)));

    /// <summary>
    /// All of them: where only the oldest were read, those of a partner that hangs would keep the other's out. Also what was asked about, or became a question,
    /// in the future: the clock that planned the next one was ahead, and it would come as much too late.
    /// </summary>
    private static readonly PreparedQuery<Func<BackOfficeDb, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<DueCase>>> Due = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, DateTimeOffset now, DateTimeOffset aheadOfNow) => db.Set<Case>()
            .Where(c => c.NextAskAt != null && (c.NextAskAt <= now || c.LastAskedAt > aheadOfNow || (c.Asks == 0 && (c.UnknownSince > aheadOfNow || c.AcceptedAt > aheadOfNow))) && ((c.State == CaseState.OutcomeUnknown && c.Kind != CaseKind.CardRefund) || c.State == CaseState.Following))
            .OrderBy(c => c.NextAskAt).Select(c => new DueCase(c.Id, c.Kind))));

    /// <summary>Also what is planned later than any plan goes: by a clock that was ahead.</summary>
    private static readonly PreparedQuery<Func<BackOfficeDb, DateTimeOffset, DateTimeOffset, IAsyncEnumerable<Guid>>> Named = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, DateTimeOffset now, DateTimeOffset latest) => db.Set<Attempt>().Where(a => a.AskAt != null && (a.AskAt <= now || a.AskAt > latest) && a.State != AttemptState.Sending)
            .OrderBy(a => a.AskAt).Select(a => a.Id).Take(MostAtOnce)));

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var attemptId in await store.ReadAsWorkerAsync(db => LeasesOver.For(db)(db, now, now + LeaseRules.ClockTolerance).ToListAsync(cancellationToken).AsTask(), cancellationToken))
        {
            await GuardAsync(() => ExpireLeaseAsync(attemptId, cancellationToken));
        }

        foreach (var requestId in await store.ReadAsWorkerAsync(db => WindowsOver.For(db)(db, now).ToListAsync(cancellationToken).AsTask(), cancellationToken))
        {
            await GuardAsync(() => ExpireRequestAsync(requestId, cancellationToken));
        }

        var due = await store.ReadAsWorkerAsync(db => Due.For(db)(db, now, now + LeaseRules.ClockTolerance).ToListAsync(cancellationToken).AsTask(), cancellationToken);

        // Atlas first: a void's window closes.
        await AskAsync(due.Where(c => c.Kind != CaseKind.CardRefund), cancellationToken);
        if (!await AskAsync(due.Where(c => c.Kind == CaseKind.CardRefund), cancellationToken))
        {
            // The named numbers are AsiaBill's as well.
            return;
        }

        var latest = now + PollPlan.LongestUnknown + LeaseRules.ClockTolerance;
        var named = await store.ReadAsWorkerAsync(db => Named.For(db)(db, now, latest).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        await AskAsync(named, id => askNamed.ExecuteAsync(id, cancellationToken));
    }

    private Task<bool> AskAsync(IEnumerable<DueCase> due, CancellationToken cancellationToken) =>
        AskAsync(due.Select(c => c.Id).Take(MostAtOnce), id => askPartner.ExecuteAsync(id, cancellationToken));

    /// <summary>Asks one partner about what is due, the oldest first.</summary>
    /// <returns>False where it was silent too often: whoever had no turn now is the first in a later round, because each question moves the next one of its kind.</returns>
    private async Task<bool> AskAsync<T>(IEnumerable<T> due, Func<T, Task<bool>> askAsync)
    {
        var silences = 0;
        foreach (var one in due)
        {
            await GuardAsync(async () => silences = await askAsync(one) ? 0 : silences + 1);
            if (silences == MostSilences)
            {
                return false;
            }
        }

        return true;
    }

    private Task ExpireLeaseAsync(Guid attemptId, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var attempt = await change.PermitAsync(attemptId, cancellationToken);
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

    /// <param name="Kind">It tells which partner is asked.</param>
    private sealed record DueCase(long Id, CaseKind Kind);
}
