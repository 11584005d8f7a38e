using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>How use cases find what they change.</summary>
internal static class CaseAccess
{
    /// <summary>The case by its number, for changing; open screens are told when it is saved.</summary>
    public static async Task<Outcome<Case>> CaseAsync(this Change change, string number, CancellationToken cancellationToken)
    {
        var found = await change.Db.Set<Case>().SingleOrDefaultAsync(c => c.Number == number, cancellationToken);
        if (found is null)
        {
            return CasesRefusals.CaseUnknown;
        }

        change.Touch(found.Id);
        return found;
    }

    public static async Task<Case> CaseAsync(this Change change, long id, CancellationToken cancellationToken)
    {
        change.Touch(id);
        return await change.Db.Set<Case>().SingleAsync(c => c.Id == id, cancellationToken);
    }

    public static Task<CaseQuote> QuoteAsync(this Change change, long id, CancellationToken cancellationToken) =>
        change.Db.Set<CaseQuote>().AsNoTracking().SingleAsync(q => q.Id == id, cancellationToken);

    public static Task<DeskSettings> DeskAsync(this BackOfficeDb db, CancellationToken cancellationToken) =>
        db.Set<DeskSettings>().AsNoTracking().SingleAsync(cancellationToken);

    public static async Task<ApprovalRule?> RuleOfAsync(this BackOfficeDb db, Money? amount, CancellationToken cancellationToken) =>
        amount is { Currency: var currency }
            ? await db.Set<ApprovalRule>().AsNoTracking().SingleOrDefaultAsync(r => r.Currency == currency, cancellationToken)
            : null;
}
