using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <summary>Ends the permit whose outcome was unknown, when evidence or a person says how it went.</summary>
internal static class UnknownPermits
{
    public static async Task ConcludeAsync(Change change, Case found, AttemptState outcome, string? voidCode, CancellationToken cancellationToken)
    {
        var permit = await change.Db.Set<Attempt>().SingleOrDefaultAsync(a => a.CaseId == found.Id && a.State == AttemptState.Unknown, cancellationToken);
        permit?.Conclude(outcome, null, null, voidCode, change.Now);
    }
}
