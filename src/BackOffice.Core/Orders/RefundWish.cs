using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>Why tickets are given back; the partner asks for nothing else by API.</summary>
public enum RefundReason
{
    /// <summary>The customer's own wish: by the fare's rules.</summary>
    Voluntary = 0,

    /// <summary>The airline changed or cancelled the flight; proof can only be given in the partner's portal.</summary>
    Involuntary = 1,
}

/// <param name="LastName">As on the ticket: the partner compares letters and spaces.</param>
public sealed record RefundPassenger(string LastName, string FirstName);

/// <summary>Whose tickets are to be refunded, and why. Both directions and all connections go together: the partner refuses parts of a journey.</summary>
/// <param name="DisplayCurrency">ISO code in which the partner adds conversions for reading; the same through the whole case, or none.</param>
public sealed record RefundWish(RefundReason Reason, IReadOnlyList<RefundPassenger> Passengers, string? DisplayCurrency)
{
    /// <summary>Why this cannot be asked for, or null. Pure: what the partner would refuse as well, said before it is bothered.</summary>
    public Refusal? WhyNot(OrderSnapshot order)
    {
        if (Passengers.Count == 0)
        {
            return OrdersRefusals.NobodyChosen;
        }

        if (Passengers.Distinct().Count() != Passengers.Count || Passengers.Any(p => !order.Passengers.Any(p.IsSame)))
        {
            return OrdersRefusals.PassengerUnknown;
        }

        var staying = order.Passengers.Where(p => !Passengers.Any(chosen => chosen.IsSame(p))).ToList();
        return staying.Count > 0 && staying.All(p => p.Type is PassengerType.Child or PassengerType.Infant) ? OrdersRefusals.ChildAlone : null;
    }

    /// <summary>Whether the two speak of anybody in common, however the names are written: an order that is read anew may spell them otherwise.</summary>
    public bool Overlaps(RefundWish other) => Spelt().Overlaps(other.Spelt());

    /// <summary>Whether the tickets are those of exactly the chosen passengers, however the partner writes the names.</summary>
    public bool IsAbout(IReadOnlyList<QuotedTicket> tickets) =>
        tickets.Count > 0 && tickets.Select(t => RefundPassengers.Spelt(t.LastName, t.FirstName)).ToHashSet(StringComparer.Ordinal)
            .SetEquals(Spelt());

    private HashSet<string> Spelt() => Passengers.Select(p => RefundPassengers.Spelt(p.LastName, p.FirstName)).ToHashSet(StringComparer.Ordinal);
}

public static class RefundPassengers
{
    public static bool IsSame(this RefundPassenger chosen, OrderPassenger passenger) =>
        chosen.LastName == passenger.LastName && chosen.FirstName == passenger.FirstName;

    /// <summary>Whether the ticket says both names: half of one may be anybody's.</summary>
    public static bool IsNamed(QuotedTicket ticket) => Letters(ticket.LastName).Length > 0 && Letters(ticket.FirstName).Length > 0;

    /// <summary>What is left of a name where case, spaces and hyphens say nothing.</summary>
    internal static string Spelt(string lastName, string firstName) => Letters(lastName) + "/" + Letters(firstName);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter)).ToUpperInvariant();
}
