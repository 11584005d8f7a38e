using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

public sealed record WithdrawCaseInput(string CaseNumber, string Reason);

/// <summary>Closes a case from which nothing was ever sent.</summary>
public sealed class WithdrawCase(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, WithdrawCaseInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (!Reasons.Read(input.Reason).IsDone(out var reason, out var unreadable))
            {
                return unreadable;
            }

            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (await RestoreGate.WhyInDoubtAsync(change.Db, cancellationToken) is { } inDoubt)
            {
                return inDoubt;
            }

            if (WithdrawalRules.WhyNot(found.HintedRef, rights) is { } named)
            {
                return named;
            }

            var applied = found.Apply(new CaseInput.Withdrawn { Arguments = CaseInput.Words(reason) }, change.Actor, change.Now);
            if (!applied.IsDone(out _, out var refusal))
            {
                return refusal;
            }

            await change.GiveUpNamedAsync(found, cancellationToken);
            change.Audit("case.withdrawn", "case:" + found.Number);
            return default(Done);
        }, cancellationToken);
}
