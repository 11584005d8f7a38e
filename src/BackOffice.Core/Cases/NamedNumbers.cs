using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>The numbers that notices named for the permits of a card refund, and what of them its case shows.</summary>
internal static class NamedNumbers
{
    /// <summary>After a permit's number was named, answered about or given up: shows on the case one that still waits, or none.</summary>
    public static async Task ShowNamedAsync(this Change change, Case found, CancellationToken cancellationToken)
    {
        if (found.Kind == CaseKind.CardRefund)
        {
            // All of them, because what this change did to one is not in the database yet.
            var permits = await change.Db.Set<Attempt>().AsTracking().Where(a => a.CaseId == found.Id).OrderBy(a => a.PlannedAt).ToListAsync(cancellationToken);
            found.Hint(permits.Find(a => a.NamedRef is not null)?.NamedRef);
        }
    }

    /// <summary>A person closed the case over them: with it the questions end.</summary>
    public static async Task GiveUpNamedAsync(this Change change, Case found, CancellationToken cancellationToken)
    {
        if (found.HintedRef is null)
        {
            return;
        }

        foreach (var permit in await change.Db.Set<Attempt>().AsTracking().Where(a => a.CaseId == found.Id && a.NamedRef != null).ToListAsync(cancellationToken))
        {
            permit.DropName();
        }

        found.Hint(null);
    }
}
