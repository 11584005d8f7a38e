using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

public sealed record WithdrawRequestInput(string CaseNumber, string Reason);

/// <summary>Takes a waiting request back, or a permit that the worker has not claimed yet. Whoever claims first wins.</summary>
public sealed class WithdrawRequest(Store store)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, WithdrawRequestInput input, CancellationToken cancellationToken) =>
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

            if (!found.Apply(new CaseInput.RequestWithdrawn { Arguments = CaseInput.Words(reason) }, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            await WaitingRequests.EndAsync(change, found, ApprovalState.Withdrawn, cancellationToken);
            var permit = await change.LivePermitAsync(found.Id, cancellationToken);
            if (permit is not null && !permit.TakeBack("withdrawn", change.Now))
            {
                return CasesRefusals.BeingSent;
            }

            await LateProof.FollowProvedAsync(change, found, cancellationToken);
            change.Audit("request.withdrawn", "case:" + found.Number);
            return default(Done);
        }, cancellationToken);
}
