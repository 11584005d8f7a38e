using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>What opening a case of any kind has in common.</summary>
internal static class OpeningCases
{
    /// <summary>Why no case can be opened for this order now, or null.</summary>
    public static async Task<Refusal?> WhyTakenAsync(this Change change, OrderSnapshot order, CancellationToken cancellationToken)
    {
        if (order.MainOrderNo is { } main)
        {
            return OrdersRefusals.AncillaryOrder.With(main);
        }

        return await change.Db.Set<Case>().Where(c => c.Holds == order.OrderNo).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken) is { } existing
            ? CasesRefusals.AlreadyOpen.With(existing)
            : null;
    }

    /// <summary>That another refund of the order, not yet ended, is of some of the same passengers, or null.</summary>
    public static async Task<Refusal?> WhyOverlapsAsync(this Change change, string orderNo, RefundWish wish, CancellationToken cancellationToken)
    {
        var running = await change.Db.Set<Case>().Where(c => c.OrderNo == orderNo && c.IsOpen && c.Kind == CaseKind.Refund)
            .Select(c => new { c.Number, c.Wish }).ToListAsync(cancellationToken);
        return running.Find(c => c.Wish!.Overlaps(wish)) is { } other ? CasesRefusals.AlreadyOpen.With(other.Number) : null;
    }

    /// <summary>The next number of the year.</summary>
    public static async Task<(int Year, int Sequence)> NextAsync(this Change change, CancellationToken cancellationToken)
    {
        var year = change.Now.Year;
        return (year, (await change.Db.Set<Case>().Where(c => c.Year == year).MaxAsync(c => (int?)c.Sequence, cancellationToken) ?? 0) + 1);
    }

    /// <summary>Gives the new case the next number of the year and puts it on the trail.</summary>
    /// <param name="make">From the year and the sequence.</param>
    public static async Task<string> OpenAsync(this Change change, Func<int, int, Case> make, CancellationToken cancellationToken)
    {
        var (year, sequence) = await change.NextAsync(cancellationToken);
        return await change.OpenAsync(make(year, sequence), cancellationToken);
    }

    /// <summary>Saves the new case and puts it on the trail.</summary>
    /// <returns>Its number.</returns>
    public static async Task<string> OpenAsync(this Change change, Case opened, CancellationToken cancellationToken)
    {
        change.Db.Set<Case>().Add(opened);
        await change.Db.SaveChangesAsync(cancellationToken);
        change.Touch(opened.Id);
        change.Audit("case.opened", "case:" + opened.Number, new { order = opened.OrderNo });
        return opened.Number;
    }
}
