using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Approvals;

/// <summary>One cell of the comparison: an amount, a word that has a text, a day, or nothing.</summary>
internal sealed record ComparedValue(Money? Amount = null, string? Word = null, DateOnly? Day = null, DateTimeOffset? Instant = null)
{
    public static ComparedValue Nothing { get; } = new();

    public bool IsNothing => this == Nothing;
}

/// <summary>One line of the frozen quote beside the same line of the newest.</summary>
/// <param name="Key">Of its heading's text.</param>
/// <param name="Of">Whose or which: an extra's order number; null for the whole order.</param>
/// <param name="Person">The passenger as the partner writes them, <c>LAST/FIRST</c>; masked by the screen.</param>
/// <param name="Binds">The decision rests on it: where it differs, the request ends. Dates are the partner's guesses and only shown.</param>
internal sealed record ComparedLine(string Key, ComparedValue Then, ComparedValue Now, bool Binds, string? Of = null, string? Person = null, bool IsSum = false)
{
    public bool Differs => Then != Now;
}

/// <summary>The quote that a request is bound to, beside the newest one. Pure.</summary>
internal static class QuoteComparison
{
    public static IReadOnlyList<ComparedLine> Of(CaseQuote frozen, CaseQuote present) =>
        Of(frozen.Content, frozen.Deadline.At, present.Content, present.Deadline.At);

    public static IReadOnlyList<ComparedLine> Of(PartnerQuote then, DateTimeOffset? deadlineThen, PartnerQuote now, DateTimeOffset? deadlineNow) => then.Kind == CaseKind.CardRefund ?
    [
        new("Line.CardTotal", new(then.FarePaid), new(now.FarePaid), Binds: true, then.TradeNo),
        new("Line.CardAmount", new(then.FareBack), new(now.FareBack), Binds: true, IsSum: true),
    ] :
    [
        new(then.Kind == CaseKind.Void ? "Line.Voidable" : "Line.Refundable", Word("Voidable." + then.IsPossible), Word("Voidable." + now.IsPossible), Binds: true),
        new("Line.Method", Word("Method." + then.Method), Word("Method." + now.Method), Binds: true),
        .. Sureness(then, now),
        .. Tickets(then, now),
        new("Line.FarePaid", new(then.FarePaid), new(now.FarePaid), Binds: true),
        new("Line.FareBack", new(then.FareBack), new(now.FareBack), Binds: true),
        .. Extras(then, now),
        new("Line.Fee", new(then.Fee), new(now.Fee), Binds: true),
        .. Vouchers(then, now),
        .. Sums(then, now),
        .. then.Kind == CaseKind.Void ? [new ComparedLine("Line.Deadline", new(Instant: deadlineThen), new(Instant: deadlineNow), Binds: false)] : Array.Empty<ComparedLine>(),
        new("Line.ConfirmedOn", new(Day: then.ExpectedConfirmationOn), new(Day: now.ExpectedConfirmationOn), Binds: false),
        new("Line.RefundOn", new(Day: then.ExpectedRefundOn), new(Day: now.ExpectedRefundOn), Binds: false),
    ];

    private static ComparedValue Word(string key) => new(Word: key);

    private static IEnumerable<ComparedLine> Sureness(PartnerQuote then, PartnerQuote now) => then.Kind == CaseKind.Void ? [] :
        [new("Line.Sureness", Word("Sureness." + then.Sureness), Word("Sureness." + now.Sureness), Binds: true)];

    private static IEnumerable<ComparedLine> Vouchers(PartnerQuote then, PartnerQuote now) =>
        then.Vouchers.Concat(now.Vouchers).Select(KeyOf).Distinct(StringComparer.Ordinal).Select(key =>
        {
            var (before, after) = (then.Vouchers.FirstOrDefault(v => KeyOf(v) == key), now.Vouchers.FirstOrDefault(v => KeyOf(v) == key));
            return new ComparedLine("Line.Voucher", new(before?.Worth), new(after?.Worth), Binds: true, (before ?? after)!.Airline, string.Join(", ", (before ?? after)!.Passengers));
        });

    private static string KeyOf(QuotedVoucher voucher) => voucher.Airline + ":" + string.Join(',', voucher.Passengers.Order(StringComparer.Ordinal));

    private static IEnumerable<ComparedLine> Tickets(PartnerQuote then, PartnerQuote now)
    {
        var keys = then.Tickets.Concat(now.Tickets).Select(KeyOf).Distinct();
        foreach (var key in keys)
        {
            var (before, after) = (then.Tickets.FirstOrDefault(t => KeyOf(t) == key), now.Tickets.FirstOrDefault(t => KeyOf(t) == key));
            var person = key.LastName + "/" + key.FirstName;
            yield return new("Line.TicketBack", Of(before, before?.Back), Of(after, after?.Back), Binds: true, key.TicketNo, person);
            if (before?.Penalty is { IsZero: false } || after?.Penalty is { IsZero: false })
            {
                yield return new("Line.TicketPenalty", new(before?.Penalty), new(after?.Penalty), Binds: true, key.TicketNo, person);
            }
        }
    }

    private static ComparedValue Of(QuotedTicket? ticket, Money? back) =>
        ticket is null ? ComparedValue.Nothing : back is null ? Word("Ticket.NoAmount") : new(back);

    private static (string LastName, string FirstName, string? TicketNo) KeyOf(QuotedTicket ticket) => (ticket.LastName, ticket.FirstName, ticket.TicketNo);

    private static IEnumerable<ComparedLine> Extras(PartnerQuote then, PartnerQuote now) =>
        then.Extras.Concat(now.Extras).Select(e => e.ExtraOrderNo).Distinct(StringComparer.Ordinal).SelectMany(number =>
        {
            var (before, after) = (then.Extras.FirstOrDefault(e => e.ExtraOrderNo == number), now.Extras.FirstOrDefault(e => e.ExtraOrderNo == number));
            return new ComparedLine[]
            {
                new("Line.ExtraPaid", new(before?.Paid), new(after?.Paid), Binds: true, number),
                new("Line.ExtraBack", new(before?.Back), new(after?.Back), Binds: true, number),
            };
        });

    private static IEnumerable<ComparedLine> Sums(PartnerQuote then, PartnerQuote now) =>
        then.EstimatedBack.Concat(now.EstimatedBack).Select(m => m.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(currency => new ComparedLine("Line.Sum", In(then, currency), In(now, currency), Binds: true, currency, IsSum: true));

    private static ComparedValue In(PartnerQuote quote, string currency) => quote.Sureness == QuoteSureness.CannotQuote ? Word("Sureness.CannotQuote.Sum") :
        new(quote.EstimatedBack.Where(m => m.Currency == currency).Cast<Money?>().FirstOrDefault());
}
