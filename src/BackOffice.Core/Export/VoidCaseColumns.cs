using BackOffice.Core.Cases;
using BackOffice.Core.Values;

namespace BackOffice.Core.Export;

/// <param name="Name">In the first line of the file; stable.</param>
/// <param name="Text">The bare text of a case's cell; quoting and the formula guard come after it.</param>
/// <param name="IsIdentifier">Names something, also where it is all digits: nobody adds it up.</param>
internal sealed record CsvColumn(string Name, Func<VoidCaseLine, string?> Text, bool IsIdentifier = false)
{
    public string Cell(VoidCaseLine line) => IsIdentifier ? FormulaGuard.OfIdentifier(Text(line)) : FormulaGuard.Of(Text(line));
}

/// <summary>
/// The columns of the file, in their order. New ones are added at the end. An amount is a bare number with its currency in the column before it;
/// amounts of several currencies are never added: the second has columns of its own, whatever is beyond stands in <c>further_amounts</c>.
/// The columns of the two legs are those of the void or refund, also in the line of a card refund: add them up over voids and refunds only.
/// </summary>
internal static class VoidCaseColumns
{
    public static IReadOnlyList<CsvColumn> All { get; } =
    [
        Identifier("case_number", l => l.Case.Number),
        Identifier("order_number", l => l.Case.OrderNo),
        Identifier("atlas_pnr", l => l.Order.AtlasPnr),
        Identifier("airline_pnr", l => l.Case.AirlinePnr),
        new("airline", l => l.Case.Airline),
        new("route", l => l.Case.Route),
        new("departs_on", l => CsvForm.Date(l.Case.DepartsOn)),
        new("passenger_count", l => CsvForm.Number(l.Case.PassengerCount)),
        new("passengers", l => l.Passengers),
        new("payment_method", l => ExportWords.Of(l.Case.Payment)),
        new("void_method", l => l.Quote is { } quote ? ExportWords.Of(quote.Content.Method) : ""),
        new("state", l => CaseStates.TextOf(l.Case.State)),
        new("void_status", l => CsvForm.Number(l.Case.PartnerStatus)),
        Identifier("void_code", l => l.Case.PartnerRef),
        .. Amount("order_total", l => l.Order.Total),
        .. Amount("fare_paid", l => l.IsSuppliers ? l.Quote?.Content.FarePaid : null),
        .. Amounts("extras_paid", l => l.ExtrasPaid),
        .. Amounts("extras_back", l => l.ExtrasBack),
        .. Amounts("estimated_back", l => l.EstimatedBack),
        .. Amount("atlas_fee", l => l.Quote?.Content.Fee),
        .. Amount("actual_back", l => l.IsSuppliers ? l.Case.ActualBack : null),
        new("further_amounts", Further),
        new("opened_by", l => l.Case.OpenedByName),
        new("owner", l => l.Case.OwnerName),
        new("requested_by", l => l.Requester),
        new("approved_by", l => l.Voted is { } request ? CsvForm.List(request.Yes.OrderBy(v => v.At).Select(v => v.ByName)) : ""),
        new("opened_at_utc", l => CsvForm.Instant(l.Case.OpenedAt)),
        new("quoted_at_utc", l => CsvForm.Instant(l.Quote?.QuotedAt)),
        new("approval_asked_at_utc", l => CsvForm.Instant(l.Request?.RequestedAt)),
        new("approved_at_utc", l => CsvForm.Instant(l.ApprovedAt)),
        new("sent_at_utc", l => CsvForm.Instant(l.Case.SentAt)),
        new("accepted_at_utc", l => CsvForm.Instant(l.Case.AcceptedAt)),
        new("void_status_at_utc", l => CsvForm.Instant(l.Case.PartnerStatusAt)),
        new("closed_at_utc", l => CsvForm.Instant(l.Case.ClosedAt)),
        new("expected_refund_on", l => CsvForm.Date(l.Case.ExpectedRefundOn)),
        new("reason", l => l.Case.Reason),
        new("decline_reason", l => l.DeclineReason),
        new("partner_cancel_reason", l => l.Case.CancelReason),
        new("last_refusal", l => l.Case.LastRefusal),
        Identifier("last_refusal_code", l => l.Case.LastRefusalCode),
        new("deadline_at_utc", l => CsvForm.Instant(l.Case.DeadlineAt)),
        new("deadline_limit", l => l.Case.Deadline is { } deadline ? ExportWords.Of(deadline.Limit) : ""),
        new("deadline_certainty", l => l.Case.Deadline is { } deadline ? ExportWords.Of(deadline.Certainty) : ""),
        new("kind", l => CaseKinds.TextOf(l.Case.Kind)),
        Identifier("supplier_case", l => l.Legs.Supplier.Row.Number),
        new("supplier_state", l => CaseStates.TextOf(l.Legs.Supplier.Row.State)),
        .. Amount("supplier_expected", l => l.Legs.Supplier.Expected),
        .. Amount("supplier_actual", l => l.Legs.Supplier.Actual),
        .. Amount("supplier_seen_on_card", l => l.Legs.Supplier.SeenOnCard),
        .. Amounts("customer_planned", l => l.CustomerPlanned),
        .. Amounts("customer_paid", l => l.CustomerPaid),
        new("legs_verdict", l => ExportWords.Of(l.Legs.Verdict)),
        Identifier("trade_number", l => l.Case.TradeNo),
    ];

    private static CsvColumn Identifier(string name, Func<VoidCaseLine, string?> of) => new(name, of, IsIdentifier: true);

    private static CsvColumn[] Amount(string name, Func<VoidCaseLine, Money?> of) =>
    [
        new(name + "_currency", l => of(l)?.Currency),
        new(name, l => of(l)?.ToPlainNumber()),
    ];

    private static CsvColumn[] Amounts(string name, Func<VoidCaseLine, IReadOnlyList<Money>> of) =>
        [.. Amount(name, l => At(of(l), 0)), .. Amount(name + "_2", l => At(of(l), 1))];

    private static Money? At(IReadOnlyList<Money> amounts, int index) => index < amounts.Count ? amounts[index] : null;

    private static string Further(VoidCaseLine line) => CsvForm.List(
        Beyond("extras_paid", line.ExtrasPaid).Concat(Beyond("extras_back", line.ExtrasBack)).Concat(Beyond("estimated_back", line.EstimatedBack))
            .Concat(Beyond("customer_planned", line.CustomerPlanned)).Concat(Beyond("customer_paid", line.CustomerPaid)));

    private static IEnumerable<string> Beyond(string name, IReadOnlyList<Money> amounts) => amounts.Skip(2).Select(m => $"{name} {m}");
}
