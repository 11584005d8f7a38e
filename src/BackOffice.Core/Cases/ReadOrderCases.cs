using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <param name="Cases">Newest first.</param>
/// <param name="Refunds">Whose tickets are under way to be refunded, or are.</param>
public sealed record CasesOfOrder(IReadOnlyList<CaseRow> Cases, IReadOnlyList<KnownRefund> Refunds);

/// <summary>
/// Our own cases of an order that somebody looks at, as colleagues and workers left them. Atlas is not asked, and it is no new look: nothing is written
/// on the trail.
/// </summary>
public sealed class ReadOrderCases(Store store)
{
    public Task<Outcome<CasesOfOrder>> ExecuteAsync(Actor actor, string orderNo, CancellationToken cancellationToken) =>
        store.ReadAsync<CasesOfOrder>(actor, Permission.LookUpOrders, async (db, _) => await OfAsync(db, orderNo, cancellationToken), cancellationToken);

    internal static async Task<CasesOfOrder> OfAsync(BackOfficeDb db, string orderNo, CancellationToken cancellationToken)
    {
        var cases = await db.Set<Case>().Where(c => c.OrderNo == orderNo).OrderByDescending(c => c.Id).Select(CaseRow.Projection).ToListAsync(cancellationToken);
        var refunds = await db.Set<Case>()
            .Where(c => c.OrderNo == orderNo && c.Kind == CaseKind.Refund && (c.IsOpen || c.State == CaseState.Refunded || c.State == CaseState.CompletedOnCard))
            .OrderByDescending(c => c.Id).Select(c => new { c.Number, c.Wish }).ToListAsync(cancellationToken);
        return new CasesOfOrder(cases, [.. refunds.Select(r => new KnownRefund(r.Number, r.Wish!))]);
    }
}
