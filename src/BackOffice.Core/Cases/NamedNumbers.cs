using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>The numbers of AsiaBill's that belong to the permits of a card refund beside the one that its case follows, and what of them the case shows.</summary>
internal static class NamedNumbers
{
    /// <summary>
    /// After a permit's number was named, answered about or given up, or the case has found one to follow: shows on the case one that still waits, or none,
    /// and has a person look where it follows another one than was proved for it: the customer may have both.
    /// </summary>
    public static async Task ShowNamedAsync(this Change change, Case found, CancellationToken cancellationToken)
    {
        if (found.Kind == CaseKind.CardRefund)
        {
            // All of them, because what this change did to one is not in the database yet.
            var permits = await change.Db.Set<Attempt>().AsTracking().Where(a => a.CaseId == found.Id).OrderBy(a => a.PlannedAt).ToListAsync(cancellationToken);
            found.Hint(permits.Find(a => a.NamedRef is not null)?.NamedRef);
            if (found.State == CaseState.Following && permits.Exists(a => a is { State: AttemptState.Abandoned or AttemptState.Refused, PartnerRef: { } proved } && proved != found.PartnerRef))
            {
                found.FlagOtherNumber();
            }
        }
    }

    /// <summary>A number that came for a permit, in a notice or a reply, is the one that is asked about; where another one waited, both are a person's to look at.</summary>
    public static async Task NameAsync(this Change change, Case found, Attempt permit, string number, CancellationToken cancellationToken)
    {
        if (permit.NamedRef is { } waiting && waiting != number)
        {
            change.Touch(found.Id);
            found.FlagOtherNumber();
            change.Audit("card.other-number", "case:" + found.Number, new { attempt = permit.Id, reference = waiting, named = number });
        }

        permit.Name(number, change.Now);
        await change.ShowNamedAsync(found, cancellationToken);
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
