using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>What opening a case of any kind has in common.</summary>
internal static class OpeningCases
{
    /// <summary>Why no void can be opened for this order now, or null: it would take back everything.</summary>
    public static async Task<Refusal?> WhyNoVoidAsync(this Change change, OrderSnapshot order, CancellationToken cancellationToken) =>
        await change.WhyTakenAsync(order, cancellationToken) ?? WhyNot(await change.GivenBackAsync(order.OrderNo, cancellationToken), _ => true);

    /// <summary>Why no refund of these passengers can be opened now, or null.</summary>
    public static async Task<Refusal?> WhyNoRefundAsync(this Change change, OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken) =>
        await change.WhyTakenAsync(order, cancellationToken) ?? await change.WhyGivenBackAsync(order.OrderNo, wish, cancellationToken);

    /// <summary>That some of these passengers have their money, or that it is on its way by another case, or null.</summary>
    public static async Task<Refusal?> WhyGivenBackAsync(this Change change, string orderNo, RefundWish wish, CancellationToken cancellationToken) =>
        WhyNot(await change.GivenBackAsync(orderNo, cancellationToken), c => c.Wish is null || c.Wish.Overlaps(wish));

    /// <summary>Why nothing can be opened for this order now, or null.</summary>
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

    /// <summary>Cases by which the partner gives something of the order back, or has.</summary>
    private static Task<List<GivenBack>> GivenBackAsync(this Change change, string orderNo, CancellationToken cancellationToken) =>
        change.Db.Set<Case>()
            .Where(c => c.OrderNo == orderNo && c.Kind != CaseKind.CardRefund
                && (c.State == CaseState.Refunded || c.State == CaseState.CompletedOnCard || (c.IsOpen && c.Kind == CaseKind.Refund)))
            .OrderBy(c => c.Id).Select(c => new GivenBack(c.Number, c.IsOpen, c.Wish)).ToListAsync(cancellationToken);

    private static Refusal? WhyNot(List<GivenBack> cases, Predicate<GivenBack> stands) => cases.Find(stands) switch
    {
        null => null,
        { IsOpen: true, Number: var number } => CasesRefusals.AlreadyOpen.With(number),
        { Number: var number } => CasesRefusals.AlreadyGivenBack.With(number),
    };

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

    /// <param name="Wish">Null of a void, which is of everybody.</param>
    private sealed record GivenBack(string Number, bool IsOpen, RefundWish? Wish);
}
