using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>What a search ended in: one order's number, a case's number, or a list to choose from.</summary>
public abstract record FoundOrders
{
    private FoundOrders()
    {
    }

    public sealed record One(string OrderNo) : FoundOrders;

    public sealed record OneCase(string CaseNumber) : FoundOrders;

    /// <param name="Total">How many the partner knows; the list holds at most the first twenty of each spelling.</param>
    public sealed record Many(IReadOnlyList<OrderListEntry> Orders, int Total) : FoundOrders;
}

/// <summary>The one search box. Names in the answer are masked unless the person may see them.</summary>
public sealed class FindOrders(Store store, IAtlasQuestions atlas)
{
    public async Task<Outcome<FoundOrders>> ExecuteAsync(Actor actor, string? typed, CancellationToken cancellationToken)
    {
        var may = await store.ReadAsync<StaffRights>(actor, Permission.LookUpOrders, (_, held) => Task.FromResult<Outcome<StaffRights>>(held), cancellationToken);
        if (!may.IsDone(out var rights, out var forbidden))
        {
            return forbidden;
        }

        if (!OrderQuery.Read(typed).IsDone(out var query, out var unreadable))
        {
            return unreadable;
        }

        return query switch
        {
            OrderQuery.ByNumber byNumber => new FoundOrders.One(byNumber.OrderNo.Value),
            OrderQuery.ByCase byCase => new FoundOrders.OneCase(byCase.Number),
            OrderQuery.ByPnr byPnr => One(await atlas.FindByPnrAsync(byPnr.Pnr, byPnr.Carrier, null, cancellationToken)),
            OrderQuery.ByEmail byEmail => await ManyAsync(rights, [new OrderSearch { ContactEmail = byEmail.Email }], cancellationToken),
            OrderQuery.ByName byName => await ManyAsync(rights, byName.Spellings.Select(s => new OrderSearch { PassengerName = s }), cancellationToken),
            _ => throw new InvalidOperationException("A query that nobody listed."),
        };
    }

    private static Outcome<FoundOrders> One(PartnerAnswer<OrderSnapshot> answer) => answer switch
    {
        PartnerAnswer<OrderSnapshot>.Answered answered => new FoundOrders.One(answered.Value.OrderNo),
        PartnerAnswer<OrderSnapshot>.Refused refused => refused.Refusal,
        _ => OrdersRefusals.PartnerSilent,
    };

    private async Task<Outcome<FoundOrders>> ManyAsync(StaffRights rights, IEnumerable<OrderSearch> searches, CancellationToken cancellationToken)
    {
        var found = new List<OrderListEntry>();
        var total = 0;
        foreach (var search in searches)
        {
            switch (await atlas.SearchAsync(search, cancellationToken))
            {
                case PartnerAnswer<OrderPage>.Answered { Value: var page }:
                    found.AddRange(page.Orders.Where(o => !found.Exists(f => f.OrderNo == o.OrderNo)));
                    total += page.Total;
                    break;
                case PartnerAnswer<OrderPage>.Refused { Refusal: { Kind: not RefusalKind.NotFound } refusal }:
                    return refusal;
                case PartnerAnswer<OrderPage>.NoAnswer:
                    return OrdersRefusals.PartnerSilent;
            }
        }

        return found switch
        {
            [] => OrdersRefusals.NothingFound,
            [var only] when total <= 1 => new FoundOrders.One(only.OrderNo),
            _ => new FoundOrders.Many([.. found.Select(o => rights.May(Permission.SeePersonalData) ? o : o with { PassengerNames = [.. o.PassengerNames.Select(Mask.Name)] })], total),
        };
    }
}
