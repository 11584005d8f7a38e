using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Dispatch;

/// <summary>One look at the planned permits, oldest first: each is carried out once, and one that fails does not stop the others.</summary>
public sealed class DispatchRound(Store store, SendOnce sendOnce, ILogger<DispatchRound> logger)
{
    private const int MostAtOnce = 20;

    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var planned = await store.ReadAsWorkerAsync(
            db => db.Set<Attempt>().Where(a => a.State == AttemptState.Planned).OrderBy(a => a.PlannedAt).Select(a => a.Id).Take(MostAtOnce).ToListAsync(cancellationToken),
            cancellationToken);
        await Parallel.ForEachAsync(planned, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken }, async (id, token) =>
        {
            try
            {
                await sendOnce.ExecuteAsync(id, token);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                DispatchLog.PermitFailed(logger, fault, id);
            }
        });
    }
}
