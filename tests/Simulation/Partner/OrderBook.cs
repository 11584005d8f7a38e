namespace Simulation.Partner;

/// <summary>What the partner alone knows of one order.</summary>
internal sealed class OrderBook(string orderNo, Figures figures, DateTimeOffset paidAt, DateTimeOffset deadline)
{
    /// <summary>Last names; everybody has one of their own.</summary>
    public static readonly string[] Passengers = ["ALPHA", "BRAVO"];

    public string OrderNo { get; } = orderNo;

    public Figures Figures { get; set; } = figures;

    public DateTimeOffset PaidAt { get; } = paidAt;

    /// <summary>The last moment at which the airline takes a void.</summary>
    public DateTimeOffset Deadline { get; } = deadline;

    /// <summary>Voids and refunds are possible at all.</summary>
    public bool IsPossible { get; set; } = true;

    public Dictionary<string, Quoted> Offers { get; } = new(StringComparer.Ordinal);

    public string? NewestOffer { get; set; }

    /// <summary>Voids and refunds, in the order in which they came.</summary>
    public List<Submitted> Taken { get; } = [];

    public OrderBook Copy()
    {
        var copy = new OrderBook(OrderNo, Figures, PaidAt, Deadline) { IsPossible = IsPossible, NewestOffer = NewestOffer };
        foreach (var (offer, quoted) in Offers)
        {
            copy.Offers.Add(offer, quoted);
        }

        copy.Taken.AddRange(Taken.Select(v => v.Copy()));
        return copy;
    }
}
