using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <param name="Reason">Why the customer wants it; at most 500 characters.</param>
public sealed record OpenVoidCaseInput(string OrderNo, string Reason);

/// <summary>Opens a void case for an order as Atlas shows it now. One order has one open case, and is given back once: the second opener is told the number of the first.</summary>
public sealed class OpenVoidCase(Store store, IAtlasQuestions atlas)
{
    /// <returns>The new case's number.</returns>
    public async Task<Outcome<string>> ExecuteAsync(Actor actor, OpenVoidCaseInput input, CancellationToken cancellationToken)
    {
        if (!OrderNumber.TryParse(input.OrderNo, out var orderNo))
        {
            return OrdersRefusals.NotUnderstood;
        }

        if (!Reasons.Read(input.Reason).IsDone(out var reason, out var unreadable))
        {
            return unreadable;
        }

        var may = await store.ReadAsync<Done>(actor, Permission.WorkCases, (_, _) => Task.FromResult<Outcome<Done>>(default(Done)), cancellationToken);
        if (!may.IsDone(out _, out var forbidden))
        {
            return forbidden;
        }

        return await atlas.FindByNumberAsync(orderNo, cancellationToken) switch
        {
            PartnerAnswer<OrderSnapshot>.Answered { Value: var order } => await OpenAsync(actor, order, reason, cancellationToken),
            PartnerAnswer<OrderSnapshot>.Refused { Refusal: var refusal } => refusal,
            _ => OrdersRefusals.PartnerSilent,
        };
    }

    private Task<Outcome<string>> OpenAsync(Actor actor, OrderSnapshot order, string reason, CancellationToken cancellationToken) =>
        store.ChangeAsync<string>(actor, Permission.WorkCases, async (change, _) =>
        {
            if (await change.WhyNoVoidAsync(order, cancellationToken) is { } taken)
            {
                return taken;
            }

            return await change.OpenAsync((year, sequence) => Case.Open(order, year, sequence, reason, change.Actor, change.Now), cancellationToken);
        }, cancellationToken);
}
