using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>Ends the request that waits on a case, where there is one.</summary>
internal static class WaitingRequests
{
    public static async Task EndAsync(Change change, Case found, ApprovalState state, CancellationToken cancellationToken)
    {
        var waiting = await change.Db.Set<ApprovalRequest>()
            .SingleOrDefaultAsync(r => r.CaseId == found.Id && r.State == ApprovalState.Waiting, cancellationToken);
        if (waiting is null)
        {
            return;
        }

        waiting.End(state, change.Now);
        change.Audit("approval." + ApprovalStates.TextOf(state), "case:" + found.Number, new { approval = waiting.Id });
    }
}
