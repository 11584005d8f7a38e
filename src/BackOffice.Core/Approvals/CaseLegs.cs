using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>Both legs of the money of one void or refund, seen from any of its cases.</summary>
/// <param name="Customer">Its card refunds, oldest first; withdrawn ones are left out.</param>
/// <param name="Verdict">How the two stand to each other. No word for both at once.</param>
public sealed record CaseLegs(SupplierLegView Supplier, IReadOnlyList<CustomerLegView> Customer, LegsVerdict Verdict)
{
    /// <summary>Of the void or refund of this case; a card refund is led by its supplier.</summary>
    internal static async Task<CaseLegs> ReadAsync(BackOfficeDb db, Case found, CancellationToken cancellationToken) =>
        (await ReadAsync(db, [found], cancellationToken))[found.SupplierCaseId ?? found.Id];

    /// <summary>By the id of the void or refund.</summary>
    internal static async Task<IReadOnlyDictionary<long, CaseLegs>> ReadAsync(BackOfficeDb db, IReadOnlyCollection<Case> cases, CancellationToken cancellationToken)
    {
        var ids = cases.Select(c => c.SupplierCaseId ?? c.Id).Distinct().ToList();
        var cards = (await db.Set<Case>().Where(c => c.SupplierCaseId != null && ids.Contains(c.SupplierCaseId.Value)).OrderBy(c => c.Id).ToListAsync(cancellationToken))
            .ToLookup(c => c.SupplierCaseId!.Value);
        var away = ids.Except(cases.Select(c => c.Id)).ToList();
        var others = away.Count == 0 ? [] : await db.Set<Case>().Where(c => away.Contains(c.Id)).ToListAsync(cancellationToken);
        var suppliers = others.Concat(cases.Where(c => c.SupplierCaseId is null)).ToList();
        var methods = await MethodsAsync(db, suppliers, cancellationToken);
        return suppliers.ToDictionary(
            c => c.Id, c => Of(SupplierLegView.Of(c, methods.GetValueOrDefault(c.Id)), [.. cards[c.Id].Where(k => k.State != CaseState.Withdrawn).Select(CustomerLegView.Of)]));
    }

    public static CaseLegs Of(SupplierLegView supplier, IReadOnlyList<CustomerLegView> customer) => new(
        supplier, customer, LegRules.Of(supplier.Leg, [.. customer.Select(c => c.Leg)]));

    /// <summary>By the id of the case; only of those that rest on a quote.</summary>
    private static async Task<Dictionary<long, RefundMethod?>> MethodsAsync(BackOfficeDb db, IReadOnlyCollection<Case> suppliers, CancellationToken cancellationToken)
    {
        var ids = suppliers.Select(c => c.QuoteId).OfType<long>().ToList();
        return await db.Set<CaseQuote>().Where(q => ids.Contains(q.Id)).Select(q => new { q.CaseId, q.Content })
            .ToDictionaryAsync(q => q.CaseId, q => (RefundMethod?)q.Content.Method, cancellationToken);
    }
}

/// <param name="Actual">Confirmed by Atlas.</param>
/// <param name="SeenOnCard">By a person, where Atlas cannot know.</param>
/// <param name="PaidAt">When it was seen that it had ended well; null before.</param>
public sealed record SupplierLegView(CaseRow Row, Money? Expected, Money? Actual, Money? SeenOnCard, DateOnly? ExpectedOn, DateTimeOffset? PaidAt)
{
    internal static SupplierLegView Of(Case found, RefundMethod? method) => new(
        CaseRows.Of(found) with { Method = method }, found.ExpectedBack, found.ActualBack, found.SeenOnCard, found.ExpectedRefundOn,
        LegRules.HasPaid(found.State) ? found.ClosedAt : null);

    /// <summary>Only a person can say what came back: the money goes to the agency's own card.</summary>
    public bool IsOnCard => Row.Payment == PaymentMethod.VirtualCard;

    /// <summary>What came back, by whoever can know it: on the agency's own card a person who saw it, elsewhere Atlas.</summary>
    public Money? CameBack => IsOnCard ? SeenOnCard ?? Actual : Actual;

    internal SupplierLeg Leg => new(Row.State, Expected, CameBack, Row.BackTo);

    /// <summary>Came back less expected; null where one is not known or the currencies differ.</summary>
    public Money? Difference => LegRules.Difference(Leg);
}

/// <param name="Paid">The amount once AsiaBill says that it succeeded; null before.</param>
/// <param name="FailReason">AsiaBill's words where it failed.</param>
public sealed record CustomerLegView(CaseRow Row, CardWish Card, Money? Paid, DateTimeOffset? PaidAt, string? FailReason)
{
    internal static CustomerLegView Of(Case found) => new(
        CaseRows.Of(found), found.Card!, found.ActualBack, found.ActualBack is null ? null : found.ClosedAt, found.CancelReason);

    internal CustomerLeg Leg => new(Row.State, Card.Amount, Card.TradeNo);
}

/// <summary>What our own books say of the payment that a card refund is about.</summary>
/// <param name="Left">Of the payment, without this case's own permit.</param>
/// <param name="Type">Whole or part, computed.</param>
/// <param name="WhyNot">Why it cannot be permitted now; null where it can.</param>
public sealed record CardBookView(Money Left, CardRefundType Type, Refusal? WhyNot)
{
    internal static async Task<CardBookView?> ReadAsync(BackOfficeDb db, Case found, Guid? permit, CancellationToken cancellationToken)
    {
        if (found.Card is not { } card)
        {
            return null;
        }

        var booked = await CardBooks.BookedAsync(db, found.HoldKey, permit, cancellationToken);
        return new CardBookView(
            CardRefundRules.Refundable(card.Payment, booked), CardRefundRules.TypeOf(card.Payment, booked, card.Amount),
            CaseStates.IsBeforeSending(found.State) ? await CardBooks.WhyNotAsync(db, found, permit, cancellationToken) : null);
    }
}
