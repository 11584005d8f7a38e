using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Recovery;

/// <summary>
/// Takes the word from every permit that came with the backup: a planned one has probably been sent since, so a fresh decision is needed; a
/// call that was under way has an outcome that nobody here knows.
/// </summary>
internal sealed class CallOff(Store store, ILogger logger)
{
    private const string Restored = "restored";

    private static readonly PreparedQuery<Func<BackOfficeDb, IAsyncEnumerable<Guid>>> Live = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db) => db.Set<Attempt>().Where(a => a.State == AttemptState.Planned || a.State == AttemptState.Sending).OrderBy(a => a.PlannedAt).Select(a => a.Id)));

    public async Task AllAsync(CancellationToken cancellationToken)
    {
        // None can be added meanwhile: while a recovery runs nothing is permitted and nothing is claimed.
        var live = await store.ReadAsWorkerAsync(db => Live.For(db)(db).ToListAsync(cancellationToken).AsTask(), cancellationToken);
        foreach (var id in live)
        {
            try
            {
                await store.ChangeAsWorkerAsync<Done>(change => OneAsync(change, id, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                RecoveryLog.ItemFailed(logger, fault);
            }
        }
    }

    private static async Task<Outcome<Done>> OneAsync(Change change, Guid attemptId, CancellationToken cancellationToken)
    {
        var attempt = await change.PermitAsync(attemptId, cancellationToken);
        return attempt.State switch
        {
            AttemptState.Planned => await CancelAsync(change, attempt, await change.CaseAsync(attempt.CaseId, cancellationToken), cancellationToken),
            AttemptState.Sending => await LostCalls.MakeUnknownAsync(change, attempt, Restored, cancellationToken),
            _ => default(Done),
        };
    }

    private static async Task<Outcome<Done>> CancelAsync(Change change, Attempt attempt, Case found, CancellationToken cancellationToken)
    {
        var input = new CaseInput.Stopped(StillPossible: false) { Arguments = CaseInput.Words(RecoveryRefusals.CalledOff, null) };
        // Atlas can be asked whether it was sent since; AsiaBill cannot, so that its refund stays in doubt, and a notice about it finds it.
        var mayHaveLeft = attempt.Kind == CaseKind.CardRefund;
        if (!attempt.TakeBack(RecoveryRefusals.CalledOff.Name, change.Now, mayHaveLeft) || !found.Apply(input, change.Actor, change.Now).IsDone(out _, out _))
        {
            return CasesRefusals.ChangedMeanwhile;
        }

        change.Audit(CaseKinds.TextOf(found.Kind) + ".stopped", "case:" + found.Number, new { attempt = attempt.Id, why = RecoveryRefusals.CalledOff.Name });

        // As with a request that is taken back: an earlier permit that was proved while this one waited is followed now.
        await LateProof.FollowProvedAsync(change, found, cancellationToken);
        if (found.State == CaseState.Open)
        {
            found.SetRefusal(RecoveryRefusals.CalledOff);
        }

        return default(Done);
    }
}
