using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a question about a case is about.</summary>
/// <param name="Wish">Of a refund.</param>
/// <param name="Card">Of a card refund.</param>
public sealed record CaseSubject(CaseKind Kind, OrderSnapshot Order, RefundWish? Wish, CardWish? Card = null)
{
    public OrderNumber OrderNo => OrderNumber.Of(Order.OrderNo);

    /// <summary>
    /// Whether the partner's case can be this one. A void is of the whole order, a refund of certain passengers; a card refund was asked for by
    /// its own number, and its payment was compared.
    /// </summary>
    public bool IsAbout(PartnerProgress progress) => Kind switch
    {
        CaseKind.Void or CaseKind.CardRefund => true,
        CaseKind.Refund => Wish!.IsAbout(progress.Tickets),
    };

    /// <summary>Those of the partner's cases that may be this one's: about the same, and followed by no other case of ours.</summary>
    public IReadOnlyList<PartnerProgress> Free(IReadOnlyList<PartnerProgress> there, IReadOnlyCollection<string> codesOfOtherCases) =>
        [.. Unclaimed(there, codesOfOtherCases).Where(IsAbout)];

    /// <summary>Those of the partner's cases that no other case of ours follows.</summary>
    public IEnumerable<PartnerProgress> Unclaimed(IReadOnlyList<PartnerProgress> there, IReadOnlyCollection<string> codesOfOtherCases) =>
        there.Where(p => !codesOfOtherCases.Contains(p.PartnerRef, StringComparer.Ordinal));

    /// <summary>The partner says that it is of other passengers; false where it names none, or one only by half.</summary>
    public bool IsOfOthers(PartnerProgress progress) => progress.Tickets.Count > 0 && progress.Tickets.All(t => RefundPassengers.IsNamed(t) || IsOfTheOrder(t)) && !IsAbout(progress);

    /// <summary>Some passengers have one name only.</summary>
    private bool IsOfTheOrder(QuotedTicket ticket) =>
        Order.Passengers.Any(p => RefundPassengers.Spelt(p.LastName, p.FirstName) == RefundPassengers.Spelt(ticket.LastName, ticket.FirstName));
}

/// <summary>Puts the question that fits the case's kind to the partner that answers it. Reads only.</summary>
public sealed class CaseQuestions(IAtlasQuestions atlas, ICardRefundQuestions cards, TimeProvider clock)
{
    /// <summary>What it would give back now. At Atlas each question mints a new offer; of a card refund the desk itself knows.</summary>
    public Task<PartnerAnswer<PartnerQuote>> QuoteAsync(CaseSubject subject, CancellationToken cancellationToken) => subject.Kind switch
    {
        CaseKind.Void => atlas.QuoteVoidAsync(subject.OrderNo, cancellationToken),
        CaseKind.Refund => atlas.QuoteRefundAsync(subject.Order, subject.Wish!, cancellationToken),
        CaseKind.CardRefund => Task.FromResult<PartnerAnswer<PartnerQuote>>(
            new PartnerAnswer<PartnerQuote>.Answered(subject.Card!.Quote(subject.Order.OrderNo, clock.GetUtcNow()), "{}")),
    };

    /// <summary>The partner's cases of this kind for the order, newest first.</summary>
    /// <param name="reference">The one that is asked about, where it is known. AsiaBill answers about nothing else.</param>
    public Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> ProgressAsync(CaseSubject subject, string? reference, CancellationToken cancellationToken) => subject.Kind switch
    {
        CaseKind.Void => atlas.QueryVoidsAsync(subject.OrderNo, reference, cancellationToken),
        CaseKind.Refund => atlas.QueryRefundsAsync(subject.OrderNo, reference, cancellationToken),
        CaseKind.CardRefund => LookUpAsync(subject.Card!, reference, cancellationToken),
    };

    private async Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> LookUpAsync(CardWish card, string? batchNo, CancellationToken cancellationToken)
    {
        if (batchNo is null)
        {
            return new PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer("no-look-up");
        }

        return await cards.LookUpAsync(batchNo, cancellationToken) switch
        {
            // A number that was mistyped is somebody else's refund.
            PartnerAnswer<CardRefundProgress>.Answered { Value: var found } when found.TradeNo != card.TradeNo =>
                new PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer("other-payment"),
            PartnerAnswer<CardRefundProgress>.Answered { Value: var found, Raw: var raw } => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered(
                [new PartnerProgress { PartnerRef = found.BatchNo, Status = (int?)found.Status, CancelReason = found.Status == CardRefundStatus.Fail ? found.Description : null }], raw),
            PartnerAnswer<CardRefundProgress>.Refused refused => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused(refused.Refusal, refused.Code, refused.Raw),
            PartnerAnswer<CardRefundProgress>.NoAnswer silent => new PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer(silent.Reason),
            _ => throw new InvalidOperationException("A fourth kind of answer."),
        };
    }
}
