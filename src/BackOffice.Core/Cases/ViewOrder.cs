using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <param name="MaySeePersonalData">Whether the page shows names and contacts whole.</param>
/// <param name="Refunds">Whose tickets are under way to be refunded, or are.</param>
/// <param name="Margin">How long before a deadline it is too late to be safe.</param>
public sealed record OrderView(OrderSnapshot Order, IReadOnlyList<CaseRow> Cases, bool MaySeePersonalData, IReadOnlyList<KnownRefund> Refunds, TimeSpan Margin);

/// <summary>Passengers who cannot be refunded again: a case of theirs runs, or has ended with money.</summary>
public sealed record KnownRefund(string CaseNumber, RefundWish Wish);

/// <summary>One order as Atlas shows it now, with our cases for it. Looking is written on the trail.</summary>
public sealed class ViewOrder(Store store, IAtlasQuestions atlas)
{
    public async Task<Outcome<OrderView>> ExecuteAsync(Actor actor, string typedOrderNo, CancellationToken cancellationToken)
    {
        if (!OrderNumber.TryParse(typedOrderNo, out var orderNo))
        {
            return OrdersRefusals.NotUnderstood;
        }

        var looked = await store.ChangeAsync<StaffRights>(actor, Permission.LookUpOrders, (change, held) =>
        {
            change.Audit("order.viewed", "order:" + orderNo.Value);
            return Task.FromResult<Outcome<StaffRights>>(held);
        }, cancellationToken);
        if (!looked.IsDone(out var rights, out var forbidden))
        {
            return forbidden;
        }

        switch (await atlas.FindByNumberAsync(orderNo, cancellationToken))
        {
            case PartnerAnswer<OrderSnapshot>.Answered { Value: var order }:
                var ours = await store.ReadAsWorkerAsync(db => ReadOrderCases.OfAsync(db, order.OrderNo, cancellationToken), cancellationToken);
                var desk = await store.ReadAsWorkerAsync(db => db.DeskAsync(cancellationToken), cancellationToken);
                return new OrderView(order, ours.Cases, rights.May(Permission.SeePersonalData), ours.Refunds, desk.SafetyMargin);
            case PartnerAnswer<OrderSnapshot>.Refused { Refusal: var refusal }:
                return refusal;
            default:
                return OrdersRefusals.PartnerSilent;
        }
    }
}

/// <param name="Refusal">Why it cannot be voided; null where it can.</param>
public sealed record VoidLight(PartnerQuote? Quote, Deadline? Deadline, Refusal? Refusal);

/// <summary>
/// The light on the order page: can it be voided now, until when, and if not, why not. A question; nothing is stored. What leaves the question open is
/// a refusal of the call, not a no of the light.
/// </summary>
public sealed class CheckVoidable(Store store, IAtlasQuestions atlas)
{
    public async Task<Outcome<VoidLight>> ExecuteAsync(Actor actor, OrderSnapshot order, CancellationToken cancellationToken)
    {
        var may = await store.ReadAsync<Done>(actor, Permission.LookUpOrders, (_, _) => Task.FromResult<Outcome<Done>>(default(Done)), cancellationToken);
        if (!may.IsDone(out _, out var forbidden))
        {
            return forbidden;
        }

        return await atlas.QuoteVoidAsync(OrderNumber.Of(order.OrderNo), cancellationToken) switch
        {
            PartnerAnswer<PartnerQuote>.Answered { Value: { IsPossible: true } quote } => new VoidLight(quote, VoidDeadline.Of(quote, order), null),
            PartnerAnswer<PartnerQuote>.Answered { Value: var quote } => new VoidLight(quote, null, OrdersRefusals.NotVoidable),
            PartnerAnswer<PartnerQuote>.Refused { Refusal: var open } when OrdersRefusals.LeavesOpen(open) => open,
            PartnerAnswer<PartnerQuote>.Refused { Refusal: var refusal } => new VoidLight(null, null, refusal),
            _ => OrdersRefusals.PartnerSilent,
        };
    }
}
