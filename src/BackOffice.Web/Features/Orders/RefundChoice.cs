using System.Security.Cryptography;
using System.Text;
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
    private const int StampLetters = 16;

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

    /// <summary>Another one where the order has other passengers, or the same ones in other places. It names nobody: browsers keep it.</summary>
    public string Stamp => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', order.Passengers.Select(p => p.LastName + "/" + p.FirstName)))))[..StampLetters];

    /// <summary>Everybody has a refund already.</summary>
    public bool IsNobodyLeft => !Free.Any();

    /// <summary>Told the same again, as by a browser that puts back what was ticked, it stays the same. Whoever has a refund already is not chosen.</summary>
    public void Choose(OrderPassenger passenger, bool isChosen)
    {
        if (!isChosen)
        {
            chosen.Remove(passenger);
        }
        else if (TakenBy(passenger) is null)
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
