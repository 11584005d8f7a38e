using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <summary>Whether a number that a person names is spoken for in our own books.</summary>
internal static class TakenCodes
{
    /// <summary>
    /// Another case follows it, or, of a card refund, it was proved or named for another permit, also of the same case: one refund must not stand for
    /// two in our books. AsiaBill's numbers are of one series; Atlas's are known to be an order's own only, and no books hang on them.
    /// </summary>
    /// <param name="caseNumber">Whose live permit it is to be.</param>
    public static async Task<bool> IsTakenAsync(BackOfficeDb db, CaseKind kind, string orderNo, string code, string caseNumber, CancellationToken cancellationToken) =>
        await IsFollowedElsewhereAsync(db, kind, orderNo, code, caseNumber, cancellationToken)
        || (kind == CaseKind.CardRefund && await OthersPermits(db, code, caseNumber).AnyAsync(cancellationToken));

    /// <summary>
    /// The same for what a person made by hand, who may name what an earlier permit of the very case and amount was proved to be: it is one refund, and
    /// counted once.
    /// </summary>
    public static async Task<bool> IsTakenByHandAsync(BackOfficeDb db, Case found, string code, CancellationToken cancellationToken)
    {
        var others = await OthersPermits(db, code, found.Number).ToListAsync(cancellationToken);
        return await IsFollowedElsewhereAsync(db, found.Kind, found.OrderNo, code, found.Number, cancellationToken)
            || others.Exists(a => a.CaseId != found.Id || a.Amount != found.AtStake || a.NamedRef is not null);
    }

    private static Task<bool> IsFollowedElsewhereAsync(BackOfficeDb db, CaseKind kind, string orderNo, string code, string caseNumber, CancellationToken cancellationToken)
    {
        var isCard = kind == CaseKind.CardRefund;
        return db.Set<Case>().AnyAsync(
            c => c.PartnerRef == code && c.Number != caseNumber && (isCard ? c.Kind == CaseKind.CardRefund : c.OrderNo == orderNo), cancellationToken);
    }

    private static IQueryable<Attempt> OthersPermits(BackOfficeDb db, string code, string caseNumber)
    {
        var own = db.Set<Case>().Where(c => c.Number == caseNumber).Select(c => c.Id);
        return db.Set<Attempt>().AsNoTracking()
            .Where(a => a.Kind == CaseKind.CardRefund && (a.PartnerRef == code || a.NamedRef == code) && !(a.IsLive && own.Contains(a.CaseId)));
    }
}
