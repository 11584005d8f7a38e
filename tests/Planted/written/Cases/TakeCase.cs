using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>Makes the acting person the owner. From a colleague only with the right to take over.</summary>
public sealed class TakeCase(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, string caseNumber, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (!(await change.CaseAsync(caseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (found.OwnerId == actor.Id)
            {
                return default(Done);
            }

            var ownerRights = await AccessCheck.RightsOfAsync(change.Db, found.OwnerId, cancellationToken);
            if (ownerRights is { IsActive: true } && !rights.May(Permission.TakeOverCases))
            {
                return CasesRefusals.NotOwner.With(found.OwnerName);
            }

            var applied = found.Apply(new CaseInput.Taken { Arguments = CaseInput.Words(found.OwnerName) }, change.Actor, change.Now);
            if (!applied.IsDone(out _, out var refusal))
            {
                return refusal;
            }

            change.Audit("case.taken", "case:" + found.Number, new { from = found.OwnerId });
            return default(Done);
        }, cancellationToken);
}
