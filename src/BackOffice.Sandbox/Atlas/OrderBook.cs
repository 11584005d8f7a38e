using System.Diagnostics.CodeAnalysis;

namespace BackOffice.Sandbox.Atlas;

/// <summary>All orders of the account, in the order in which they were added.</summary>
internal sealed class OrderBook
{
    private readonly List<Order> orders = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public IReadOnlyList<Order> All => orders;

    public void Put(Order order)
    {
        if (places.TryGetValue(order.OrderNo, out var place))
        {
            orders[place] = order;
            return;
        }

        places.Add(order.OrderNo, orders.Count);
        orders.Add(order);
    }

    public bool TryFind(string? orderNo, [NotNullWhen(true)] out Order? order)
    {
        order = orderNo is not null && places.TryGetValue(orderNo, out var place) ? orders[place] : null;
        return order is not null;
    }

    public IReadOnlyList<Order> AncillariesOf(Order main) =>
        [.. orders.Where(o => string.Equals(o.TicketOrderNo, main.OrderNo, StringComparison.Ordinal))];

    public void Clear()
    {
        orders.Clear();
        places.Clear();
    }
}
