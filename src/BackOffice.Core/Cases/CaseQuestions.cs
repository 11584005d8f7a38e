using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a question about a case is about.</summary>
/// <param name="Wish">For a refund.</param>
public sealed record CaseSubject(CaseKind Kind, OrderSnapshot Order, RefundWish? Wish)
{
    public OrderNumber OrderNo => OrderNumber.Of(Order.OrderNo);

    /// <summary>Whether the partner's case can be this one. A void is of the whole order; a refund is of certain passengers.</summary>
    public bool IsAbout(PartnerProgress progress) => Kind switch
    {
        CaseKind.Void => true,
        CaseKind.Refund => Wish!.IsAbout(progress.Tickets),
    };
}

/// <summary>Puts the question that fits the case's kind to the partner that answers it. Reads only.</summary>
public sealed class CaseQuestions(IAtlasQuestions atlas)
{
    /// <summary>What it would give back now. Mints a new offer each time.</summary>
    public Task<PartnerAnswer<PartnerQuote>> QuoteAsync(CaseSubject subject, CancellationToken cancellationToken) => subject.Kind switch
    {
        CaseKind.Void => atlas.QuoteVoidAsync(subject.OrderNo, cancellationToken),
        CaseKind.Refund => atlas.QuoteRefundAsync(subject.Order, subject.Wish!, cancellationToken),
    };

    /// <summary>The partner's cases of this kind for the order, newest first.</summary>
    /// <param name="reference">The one that is asked about, where it is known.</param>
    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> ProgressAsync(CaseSubject subject, string? reference, CancellationToken cancellationToken) => subject.Kind switch
    {
        CaseKind.Void => atlas.QueryVoidsAsync(subject.OrderNo, reference, cancellationToken),
        CaseKind.Refund => atlas.QueryRefundsAsync(subject.OrderNo, reference, cancellationToken),
    };
}
