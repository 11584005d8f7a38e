namespace Simulation.Partner;

/// <summary>What the partner alone knows of one order.</summary>
internal sealed class OrderBook(string orderNo, Figures figures, DateTimeOffset paidAt, DateTimeOffset deadline)
{
    public string OrderNo { get; } = orderNo;

    public Figures Figures { get; set; } = figures;

    public DateTimeOffset PaidAt { get; } = paidAt;

    /// <summary>The last moment at which the airline takes a void.</summary>
    public DateTimeOffset Deadline { get; } = deadline;

    public bool IsVoidable { get; set; } = true;

    public Dictionary<string, Figures> Offers { get; } = new(StringComparer.Ordinal);

    public string? NewestOffer { get; set; }

    public List<VoidBook> Voids { get; } = [];

    public OrderBook Copy()
    {
        var copy = new OrderBook(OrderNo, Figures, PaidAt, Deadline) { IsVoidable = IsVoidable, NewestOffer = NewestOffer };
        foreach (var (offer, quoted) in Offers)
        {
            copy.Offers.Add(offer, quoted);
        }

        copy.Voids.AddRange(Voids.Select(v => v.Copy()));
        return copy;
    }
}

/// <summary>A void that the partner has taken.</summary>
internal sealed class VoidBook(string code, string? offer, Figures figures, DateTimeOffset acceptedAt, DateTimeOffset visibleAt)
{
    public string Code { get; } = code;

    public string? Offer { get; } = offer;

    public Figures Figures { get; } = figures;

    public DateTimeOffset AcceptedAt { get; } = acceptedAt;

    public DateTimeOffset VisibleAt { get; } = visibleAt;

    public int Status { get; set; }

    /// <summary>Submitted by somebody in the partner's own portal.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Nothing came of it: the order is as it was.</summary>
    public bool IsDead => Status is 4 or 6;

    public VoidBook Copy() => new(Code, Offer, Figures, AcceptedAt, VisibleAt) { Status = Status, IsForeign = IsForeign };
}
