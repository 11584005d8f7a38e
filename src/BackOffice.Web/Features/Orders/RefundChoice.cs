using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Orders;

/// <param name="Number">Where the passenger stands in the order, from one.</param>
/// <param name="TakenBy">The refund that already has this passenger; null where they can be chosen.</param>
public sealed record RefundChoiceLine(int Number, OrderPassenger Passenger, string? TakenBy, bool IsChosen);

/// <summary>Whose tickets of an order are to be refunded: everybody at first who can be. Pure; what it says is courtesy, the use case decides.</summary>
public sealed class RefundChoice
{
    private readonly OrderSnapshot order;
    private readonly IReadOnlyList<KnownRefund> known;
    private readonly HashSet<OrderPassenger> chosen;

    /// <param name="before">As somebody left it when order or refunds were read again: whoever was not chosen then is not chosen now.</param>
    public RefundChoice(OrderSnapshot order, IReadOnlyList<KnownRefund> known, RefundChoice? before = null)
    {
        (this.order, this.known) = (order, known);
        chosen = [.. Free.Where(p => before is null || before.IsNobodyLeft || before.Has(p))];
    }

    public IReadOnlyList<RefundChoiceLine> Lines => [.. order.Passengers.Select((p, n) => new RefundChoiceLine(n + 1, p, TakenBy(p), chosen.Contains(p)))];

    public int Count => chosen.Count;

    /// <summary>Everybody has a refund already.</summary>
    public bool IsNobodyLeft => !Free.Any();

    public void Toggle(OrderPassenger passenger)
    {
        if (TakenBy(passenger) is null && !chosen.Remove(passenger))
        {
            chosen.Add(passenger);
        }
    }

    public RefundWish Wish(RefundReason reason, string? displayCurrency) =>
        new(reason, [.. order.Passengers.Where(chosen.Contains).Select(p => new RefundPassenger(p.LastName, p.FirstName))], displayCurrency);

    /// <summary>Why this choice would be refused, or null. Who has a refund already travels with nobody.</summary>
    public Refusal? WhyNot() => Wish(RefundReason.Voluntary, null).WhyNot(order with { Passengers = [.. Free] });

    /// <summary>By name: an order that is read again brings its passengers anew.</summary>
    private bool Has(OrderPassenger passenger) => chosen.Any(c => c.LastName == passenger.LastName && c.FirstName == passenger.FirstName);

    private IEnumerable<OrderPassenger> Free => order.Passengers.Where(p => TakenBy(p) is null);

    private string? TakenBy(OrderPassenger passenger) => known.FirstOrDefault(r => r.Wish.Passengers.Any(p => p.IsSame(passenger)))?.CaseNumber;
}
