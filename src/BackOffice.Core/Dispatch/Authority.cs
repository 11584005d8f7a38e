using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Dispatch;

/// <summary>Asks, inside the claim's transaction, whether the people on whose word it rests may still give it.</summary>
internal static class Authority
{
    public static async Task<Refusal?> WhyGoneAsync(BackOfficeDb db, Attempt attempt, PartnerQuote fresh, CancellationToken cancellationToken)
    {
        var requester = await AccessCheck.RightsOfAsync(db, attempt.RequestedById, cancellationToken);
        var request = attempt.ApprovalId is { } approvalId
            ? await db.Set<ApprovalRequest>().AsNoTracking().Include(r => r.Votes).SingleOrDefaultAsync(r => r.Id == approvalId, cancellationToken)
            : null;
        var yes = new List<StaffRights>();
        foreach (var vote in request?.Yes ?? [])
        {
            if (await AccessCheck.RightsOfAsync(db, vote.ById, cancellationToken) is { } rights)
            {
                yes.Add(rights);
            }
        }

        var needed = requester is null ? 1 : await NeededApprovals.OfAsync(db, attempt, fresh, requester, cancellationToken);
        return SendGate.WhyAuthorityGone(requester, yes, fresh.SingleEstimate, request is null ? needed : Math.Max(needed, request.Needed), request is { State: ApprovalState.Approved });
    }
}
