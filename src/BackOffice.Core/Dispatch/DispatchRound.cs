using BackOffice.Core.Backups;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Dispatch;

/// <summary>One look at the planned permits, oldest first: each is carried out once, side by side, and one that fails does not stop the others.</summary>
public sealed class DispatchRound(Store store, SendOnce sendOnce, ILogger<DispatchRound> logger)
{
    private const int MostAtOnce = 8;

    private static readonly PreparedQuery<Func<BackOfficeDb, IAsyncEnumerable<Guid>>> Planned = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db) => db.Set<Attempt>().Where(a => a.State == AttemptState.Planned && !a.IsByHand).OrderBy(a => a.PlannedAt).Select(a => a.Id).Take(MostAtOnce)));

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        // Asked again in the claim: here it only spares the partner a quote.
        if (await store.ReadAsWorkerAsync(db => RestoreGate.WhyHeldAsync(db, cancellationToken), cancellationToken) is not null)
        {
            return;
        }

        var planned = await store.ReadAsWorkerAsync(db => Planned.For(db)(db).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        await Task.WhenAll(planned.Select(id => CarryOutAsync(id, cancellationToken)));
    }

    private async Task CarryOutAsync(Guid attemptId, CancellationToken cancellationToken)
    {
        try
        {
            await sendOnce.ExecuteAsync(attemptId, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            DispatchLog.PermitFailed(logger, fault, attemptId);
        }
    }
}
