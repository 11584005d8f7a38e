using System.Runtime.ExceptionServices;
using BackOffice.Core.Data;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// Once, when the program starts: calls that died with an earlier run on this machine become unknown now, not when their lease is over.
/// Nothing is sent and nothing is planned again; the questions after it tell what became of them.
/// </summary>
public sealed class RecoverRound(Store store, RunningProcesses processes, ILogger<RecoverRound> logger)
{
    private static readonly PreparedQuery<Func<BackOfficeDb, IAsyncEnumerable<Call>>> Sending = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db) => db.Set<Attempt>().Where(a => a.State == AttemptState.Sending).OrderBy(a => a.ClaimedAt).Select(a => new Call(a.Id, a.ClaimedBy))));

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var sending = await store.ReadAsWorkerAsync(db => Sending.For(db)(db).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        ExceptionDispatchInfo? failed = null;
        foreach (var call in sending.Where(a => LeaseRules.DiedWithItsProcess(AttemptState.Sending, a.ClaimedBy, processes.Self, processes.StartOf)))
        {
            ReconciliationLog.Died(logger, call.Id, call.ClaimedBy);
            try
            {
                await store.ChangeAsWorkerAsync<Done>(change => EndAsync(change, call.Id, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The others are not to wait for it; the round ends as failed, and is run again.
                failed ??= ExceptionDispatchInfo.Capture(fault);
            }
        }

        failed?.Throw();
    }

    private async Task<Outcome<Done>> EndAsync(Change change, Guid attemptId, CancellationToken cancellationToken)
    {
        var attempt = await change.PermitAsync(attemptId, cancellationToken);
        return LeaseRules.DiedWithItsProcess(attempt.State, attempt.ClaimedBy, processes.Self, processes.StartOf)
            ? await LostCalls.MakeUnknownAsync(change, attempt, "process-died", cancellationToken)
            : default(Done);
    }

    /// <param name="ClaimedBy">The process that made it, as <see cref="Claimant"/> writes it.</param>
    private sealed record Call(Guid Id, string? ClaimedBy);
}
