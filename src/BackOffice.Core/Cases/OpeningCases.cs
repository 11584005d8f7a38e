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

    /// <summary>Gives the new case the next number of the year and puts it on the trail.</summary>
    /// <param name="make">From the year and the sequence.</param>
    public static async Task<string> OpenAsync(this Change change, Func<int, int, Case> make, CancellationToken cancellationToken)
    {
        var cases = change.Db.Set<Case>();
        var year = change.Now.Year;
        var last = await cases.Where(c => c.Year == year).MaxAsync(c => (int?)c.Sequence, cancellationToken) ?? 0;
        var opened = make(year, last + 1);
        cases.Add(opened);
        await change.Db.SaveChangesAsync(cancellationToken);
        change.Touch(opened.Id);
        change.Audit("case.opened", "case:" + opened.Number, new { order = opened.OrderNo });
        return opened.Number;
    }
}
