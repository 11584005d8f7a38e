using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Dispatch;

/// <summary>One look at the planned permits: each is carried out once, side by side, and one that fails or hangs does not stop the others.</summary>
public sealed class DispatchRound(Store store, SendOnce sendOnce, PermitsInHand hand, ILogger<DispatchRound> logger)
{
    private const int MostOfAKind = 8;

    /// <summary>More than an office has waiting; the rest is seen when these are gone.</summary>
    private const int MostSeen = 500;

    private static readonly PreparedQuery<Func<BackOfficeDb, IAsyncEnumerable<PlannedPermit>>> Planned = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db) => db.Set<Attempt>().Where(a => a.State == AttemptState.Planned && !a.IsByHand).OrderBy(a => a.PlannedAt).Take(MostSeen)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new PlannedPermit(a.Id, a.Kind, c.DeadlineAt, a.PlannedAt))));

    /// <summary>Looks, and waits until what was taken up is carried out.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken) => await await BeginAsync(cancellationToken);

    /// <summary>Looks, and begins. What is returned ends when all that was taken up now is carried out: nobody has to wait for it before looking again.</summary>
    /// <param name="cancellationToken">Ends preparations only; a call that has begun runs to its end.</param>
    internal async Task<Task> BeginAsync(CancellationToken cancellationToken)
    {
        // Asked again in the claim: here it only spares the partner a quote.
        if (await store.ReadAsWorkerAsync(db => RestoreGate.WhyHeldAsync(db, cancellationToken), cancellationToken) is not null)
        {
            return Task.CompletedTask;
        }

        var planned = await store.ReadAsWorkerAsync(db => Planned.For(db)(db).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        return Task.WhenAll(hand.TakeUp(planned, MostOfAKind).Select(permit => CarryOutAsync(permit, cancellationToken)));
    }

    private async Task CarryOutAsync(PlannedPermit permit, CancellationToken cancellationToken)
    {
        try
        {
            await sendOnce.ExecuteAsync(permit.Id, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            DispatchLog.PermitFailed(logger, fault, permit.Id);
        }
        finally
        {
            hand.PutDown(permit);
        }
    }
}
