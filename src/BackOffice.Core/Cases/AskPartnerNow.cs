using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>Has the worker ask for the status now instead of by plan. Nothing else changes.</summary>
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

            found.AskAt(change.Now);
            return default(Done);
        }, cancellationToken);
}
