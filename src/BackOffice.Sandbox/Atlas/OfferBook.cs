namespace BackOffice.Sandbox.Atlas;

/// <summary>The handle of a quotation.</summary>
internal abstract record Offer(string Id, string OrderNo, DateTimeOffset QuotedAt);

/// <summary>The offers of one kind that may still be submitted.</summary>
internal sealed class OfferBook<T>
    where T : Offer
{
    private readonly Dictionary<string, T> offers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> newest = new(StringComparer.Ordinal);

    public T Put(T offer)
    {
        offers.Add(offer.Id, offer);
        newest[offer.OrderNo] = offer.Id;
        return offer;
    }

    /// <summary>Null for an offer that is unknown, of another order, too old, or replaced where only the newest is taken.</summary>
    public T? Find(string id, string orderNo, DateTimeOffset now, StandInOptions options) =>
        offers.TryGetValue(id, out var offer)
        && string.Equals(offer.OrderNo, orderNo, StringComparison.Ordinal)
        && now < offer.QuotedAt + options.OfferLife
        && (!options.OnlyNewestOffer || string.Equals(newest[orderNo], id, StringComparison.Ordinal))
            ? offer
            : null;

    public void Clear()
    {
        offers.Clear();
        newest.Clear();
    }
}
