using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>
/// Has the worker ask for the status now instead of by plan, but not sooner after the last question than <see cref="PollPlan.LeastGap"/>: who presses on
/// floods neither the partner nor the timeline, and three answers within a second are no more evidence than one. Nothing else changes.
/// </summary>
public sealed class AskPartnerNow(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, string caseNumber, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (!(await change.CaseAsync(caseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (found.State is not (CaseState.Following or CaseState.OutcomeUnknown))
            {
                return CaseStates.IsFinal(found.State) ? CasesRefusals.Closed : CasesRefusals.NotSentYet;
            }

            var soonest = found.LastAskedAt + PollPlan.LeastGap is { } gap && gap > change.Now ? gap : change.Now;
            if (found is { Kind: CaseKind.CardRefund, State: CaseState.OutcomeUnknown })
            {
                return await AskNamedAsync(change, found, soonest, cancellationToken);
            }

            found.AskAt(found.NextAskAt < soonest ? found.NextAskAt : soonest);
            return default(Done);
        }, cancellationToken);

    /// <summary>AsiaBill answers about a number only: about the one that a notice named for the permit.</summary>
    private static async Task<Outcome<Done>> AskNamedAsync(Change change, Case found, DateTimeOffset soonest, CancellationToken cancellationToken)
    {
        var named = await change.Db.Set<Attempt>().AsTracking().Where(a => a.CaseId == found.Id && a.NamedRef != null).ToListAsync(cancellationToken);
        named.ForEach(permit => permit.AskNoLaterThan(soonest));
        return named.Count > 0 ? default(Done) : CasesRefusals.NoNumberYet;
    }
}
