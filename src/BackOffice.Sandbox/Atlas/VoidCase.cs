namespace BackOffice.Sandbox.Atlas;

/// <summary>The handle of a quotation, with the amounts as they were quoted.</summary>
internal sealed record VoidOffer(string Id, string OrderNo, DateTimeOffset QuotedAt, VoidAmounts Amounts) : Offer(Id, OrderNo, QuotedAt);

/// <summary>The order and the later-bought extras that a void takes along, as of the quotation.</summary>
internal sealed record VoidAmounts(Order Order, IReadOnlyList<Order> Extras);

/// <summary>An accepted void.</summary>
internal sealed class VoidCase(string voidCode, VoidOffer offer, DateTimeOffset submittedAt, IEnumerable<CaseStep> steps)
    : Case(CaseKind.Void, voidCode, offer.OrderNo, submittedAt, steps)
{
    public VoidOffer Offer => offer;
}
