namespace BackOffice.Sandbox.Atlas;

/// <summary>The handle of a quotation, with what was asked and the amounts as they were quoted.</summary>
internal sealed record RefundOffer(string Id, string OrderNo, DateTimeOffset QuotedAt, RefundWish Wish, RefundAmounts Amounts) : Offer(Id, OrderNo, QuotedAt);

/// <summary>What a refund pays, as of the quotation.</summary>
/// <param name="Order">The order with none but the travellers of the refund, in the order of the request.</param>
/// <param name="Extras">The later-bought extras of those travellers.</param>
/// <param name="DisplayCurrency">The currency in which amounts are shown once more; stays through the case.</param>
internal sealed record RefundAmounts(Order Order, IReadOnlyList<Order> Extras, RefundReason Reason, string? DisplayCurrency)
{
    public bool IsRefundable => !IsVoluntary || Order.Refund.Terms is not RefundTerms.NotRefundable;

    /// <summary>Whether the amounts are computed, and not the airline's to decide.</summary>
    public bool IsAccurate => Reason is RefundReason.Void || Order.Refund.Terms is RefundTerms.Accurate;

    /// <summary>Nothing can be said about the amounts, and they are shown as 0.</summary>
    private bool IsOpen => IsVoluntary && !IsAccurate;

    private bool IsVoluntary => Reason is RefundReason.Voluntary;

    /// <summary>What the airline keeps.</summary>
    public decimal Penalty => Order.Travellers.Sum(PenaltyOf);

    public decimal Estimated => Order.Travellers.Sum(EstimatedOf);

    public decimal Fee => Reason switch
    {
        RefundReason.Void => Order.Void.Fee,
        RefundReason.Voluntary => Order.Refund.Fee * Order.Travellers.Count,
        RefundReason.Involuntary => Order.Refund.InvoluntaryFee * Order.Travellers.Count,
    };

    /// <summary>What arrives in the end.</summary>
    public decimal Final =>
        (IsOpen ? Order.Refund.AirlinePays * Order.Travellers.Count : Estimated) + Extras.Sum(EstimatedOf) - Fee;

    public decimal EstimatedOf(Order extra) => IsOpen ? 0 : extra.Total;

    public decimal EstimatedOf(Traveller traveller) => IsOpen ? 0 : WorthOf(traveller) - PenaltyOf(traveller);

    private decimal PenaltyOf(Traveller traveller) => IsVoluntary ? Math.Min(Order.Refund.Penalty, WorthOf(traveller)) : 0;

    private static decimal WorthOf(Traveller traveller) => traveller.Fare + traveller.Tax + traveller.Bags.Sum(b => b.Price);
}

/// <summary>An accepted refund of some or all travellers of an order.</summary>
internal sealed class RefundCase(string refundCode, RefundOffer offer, DateTimeOffset submittedAt, IEnumerable<CaseStep> steps)
    : Case(CaseKind.Refund, refundCode, offer.OrderNo, submittedAt, steps)
{
    public RefundOffer Offer => offer;

    /// <summary>Somebody asked for it in the partner's own portal.</summary>
    public bool IsFromPortal { get; init; }

    public RefundAmounts Amounts => offer.Amounts;

    public bool Takes(Traveller traveller) =>
        Amounts.Order.Travellers.Any(t => string.Equals(t.Name, traveller.Name, StringComparison.Ordinal));
}
