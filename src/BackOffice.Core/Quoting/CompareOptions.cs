using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Quoting;

/// <param name="Kind">Of the case: a refund's column is for its passengers, the void's always for the whole order.</param>
/// <param name="Refunded">Whose tickets the refund is of.</param>
/// <param name="Margin">The customer's word is needed this long before a window closes.</param>
public sealed record OptionsView(Comparison Comparison, OrderSnapshot Order, CaseKind Kind, IReadOnlyList<RefundPassenger> Refunded, DateTimeOffset AskedAt, TimeSpan Margin);

/// <summary>
/// What voiding, refunding and keeping would each bring, asked of the partner now, both side by side. A question: nothing is stored, and the quote
/// on the case stays the one that decisions are made on.
/// </summary>
public sealed class CompareOptions(Store store, IAtlasQuestions atlas, TimeProvider clock)
{
    /// <returns>A way that the partner refuses or is silent about is a column without figures, not a refusal of this call.</returns>
    public async Task<Outcome<OptionsView>> ExecuteAsync(Actor actor, string caseNumber, CancellationToken cancellationToken)
    {
        var read = await store.ReadAsync<Known>(actor, Permission.WorkCases, async (db, _) =>
        {
            var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == caseNumber, cancellationToken);
            if (found is null)
            {
                return CasesRefusals.CaseUnknown;
            }

            if (found.Kind == CaseKind.CardRefund)
            {
                return CasesRefusals.NothingToCompare;
            }

            // There is nothing to choose any more where the case could not be quoted either.
            var decision = CaseMachine.Decide(found.Facts, new CaseInput.QuoteRefused());
            var desk = await db.DeskAsync(cancellationToken);
            return decision.Refusal is { } no ? no : new Known(found.Subject, desk.AgencyFee, desk.SafetyMargin);
        }, cancellationToken);
        if (!read.IsDone(out var known, out var refusal))
        {
            return refusal;
        }

        var order = await atlas.FindByNumberAsync(known.Subject.OrderNo, cancellationToken) is PartnerAnswer<OrderSnapshot>.Answered { Value: var now } ? now : known.Subject.Order;
        var wish = known.Subject.Wish ?? Everybody(order);
        var asked = (Void: atlas.QuoteVoidAsync(known.Subject.OrderNo, cancellationToken), Refund: RefundAsync(order, wish, cancellationToken));
        await Task.WhenAll(asked.Void, asked.Refund);
        var comparison = Comparison.Of(
            Offer(CaseKind.Void, await asked.Void, order, order.Passengers.Count), Offer(CaseKind.Refund, await asked.Refund, order, wish.Passengers.Count), known.AgencyFee);
        return new OptionsView(comparison, order, known.Subject.Kind, wish.Passengers, clock.GetUtcNow(), known.Margin);
    }

    /// <summary>Of a void case: the same tickets given back by the fare's rules instead.</summary>
    private static RefundWish Everybody(OrderSnapshot order) =>
        new(RefundReason.Voluntary, [.. order.Passengers.Select(p => new RefundPassenger(p.LastName, p.FirstName))], null);

    private async Task<PartnerAnswer<PartnerQuote>> RefundAsync(OrderSnapshot order, RefundWish wish, CancellationToken cancellationToken) =>
        wish.WhyNot(order) is { } no ? new PartnerAnswer<PartnerQuote>.Refused(no, 0, "") : await atlas.QuoteRefundAsync(order, wish, cancellationToken);

    private static ComparedOffer Offer(CaseKind kind, PartnerAnswer<PartnerQuote> answer, OrderSnapshot order, int people) => answer switch
    {
        PartnerAnswer<PartnerQuote>.Answered { Value: { IsPossible: true } quote } => new ComparedOffer(quote, null, people, QuoteDeadline.Of(quote, order)),
        PartnerAnswer<PartnerQuote>.Answered => new ComparedOffer(null, NotPossible.Of(kind), people, null),
        PartnerAnswer<PartnerQuote>.Refused { Refusal: var refusal } => new ComparedOffer(null, refusal, people, null),
        _ => new ComparedOffer(null, OrdersRefusals.PartnerSilent, people, null),
    };

    private sealed record Known(CaseSubject Subject, Money? AgencyFee, TimeSpan Margin);
}
