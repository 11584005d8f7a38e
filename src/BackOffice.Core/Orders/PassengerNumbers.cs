namespace BackOffice.Core.Orders;

/// <summary>
/// Where a passenger stands in the order, from one: masked names of a family look alike, and a number can be said on the phone. Null where there is
/// nobody to tell apart, and where the name may mean two of them or nobody. Pure.
/// </summary>
public static class PassengerNumbers
{
    /// <summary>Of one of the order's own passengers.</summary>
    public static int? NumberOf(this OrderSnapshot order, OrderPassenger passenger) => Only(order, p => ReferenceEquals(p, passenger));

    /// <summary>By the ticket's number, which only one has; by the name where the order does not know it.</summary>
    public static int? NumberOf(this OrderSnapshot order, QuotedTicket ticket) =>
        (ticket.TicketNo is { Length: > 0 } number ? Only(order, p => p.TicketNumbers.Contains(number, StringComparer.Ordinal)) : null)
        ?? order.NumberOf(ticket.LastName, ticket.FirstName);

    /// <summary>Of <c>LAST/FIRST</c> in one text.</summary>
    public static int? NumberOf(this OrderSnapshot order, string lastSlashFirst) =>
        lastSlashFirst.Split('/', 2) is [var last, var first] ? order.NumberOf(last, first) : order.NumberOf(lastSlashFirst, "");

    /// <summary>However the name is written: quotes spell it otherwise than orders.</summary>
    public static int? NumberOf(this OrderSnapshot order, string lastName, string firstName)
    {
        var wanted = RefundPassengers.Spelt(lastName, firstName);
        return Only(order, p => RefundPassengers.Spelt(p.LastName, p.FirstName) == wanted);
    }

    private static int? Only(OrderSnapshot order, Func<OrderPassenger, bool> isMeant) =>
        order.Passengers.Count > 1 && order.Passengers.Index().Where(p => isMeant(p.Item)).Take(2).ToList() is [var one] ? one.Index + 1 : null;
}
