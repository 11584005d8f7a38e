using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Export;

/// <summary>One case as the file tells it: a void, a refund, or a card refund.</summary>
/// <param name="Request">The newest question to colleagues.</param>
/// <param name="Permit">The newest send permit.</param>
/// <param name="Legs">Of the void or refund that the case is, or belongs to.</param>
/// <param name="SeesNames">Whether passengers' names are written out.</param>
internal sealed record VoidCaseLine(Case Case, SeenQuote? Quote, ApprovalRequest? Request, Attempt? Permit, CaseLegs Legs, bool SeesNames)
{
    public OrderSnapshot Order => Case.Order;

    public string Passengers => CsvForm.List(Order.Passengers.Select(p => PassengerName.Of(p.LastName, p.FirstName, SeesNames)));

    /// <summary>Whoever wanted it sent, by the newer of request and permit.</summary>
    public string? Requester => Permit is { } permit && (Request is null || permit.PlannedAt >= Request.RequestedAt) ? permit.RequestedByName : Request?.RequestedByName;

    /// <summary>The request whose votes speak of what was sent: none where the newer permit rests on somebody's own limit.</summary>
    public ApprovalRequest? Voted => Permit is { } permit && Request is { } request && permit.PlannedAt >= request.RequestedAt && permit.ApprovalId != request.Id ? null : Request;

    public DateTimeOffset? ApprovedAt => Voted is { State: ApprovalState.Approved } approved ? approved.EndedAt : null;

    public string? DeclineReason => Request?.Votes.FirstOrDefault(v => !v.IsYes)?.Reason;

    /// <summary>Of a card refund nothing comes back: what it pays stands in the columns of the legs.</summary>
    public bool IsSuppliers => Case.Kind != CaseKind.CardRefund;

    /// <summary>Where the fare comes as a voucher, the cash beside it: a zero of an extra would say that nothing comes.</summary>
    public IReadOnlyList<Money> EstimatedBack => Sums(
        IsSuppliers && Quote is { Content: { Sureness: QuoteSureness.Computed } content } ? content.IsVoucherForFare ? content.CashBesideVoucher : content.EstimatedBack : []);

    public IReadOnlyList<Money> ExtrasPaid => OfExtras(e => e.Paid);

    public IReadOnlyList<Money> ExtrasBack => OfExtras(e => e.Back);

    public IReadOnlyList<Money> CustomerPlanned => Sums(LegRules.Planned([.. Legs.Customer.Select(c => c.Leg)]).Select(l => l.Amount));

    public IReadOnlyList<Money> CustomerPaid => Sums(Legs.Customer.Select(c => c.Paid).OfType<Money>());

    /// <summary>None where that of one extra did not come or could not be read: the others would look like all.</summary>
    private IReadOnlyList<Money> OfExtras(Func<QuotedExtra, Money?> part) =>
        Quote is { } quote && quote.Content.Extras.All(e => part(e) is not null) ? Sums(quote.Content.Extras.Select(part).OfType<Money>()) : [];

    /// <summary>One sum per currency; the order's own currency stands first, the others by their codes.</summary>
    private IReadOnlyList<Money> Sums(IEnumerable<Money> amounts) =>
        [.. amounts.GroupBy(m => m.Currency, StringComparer.Ordinal).Select(g => g.Aggregate((a, b) => a + b))
            .OrderByDescending(m => m.Currency == Order.Total?.Currency).ThenBy(m => m.Currency, StringComparer.Ordinal)];
}
