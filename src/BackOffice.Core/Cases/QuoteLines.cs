using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a line of two quotes is about; its name ends the keys of its texts.</summary>
public enum QuoteFigure
{
    Order,
    Payment,
    Voidable,
    Refundable,
    Method,
    RawMethod,
    Sureness,
    TicketPaid,
    TicketBack,
    TicketPenalty,
    FarePaid,
    FareBack,
    ExtraPaid,
    ExtraBack,
    Fee,
    Voucher,
    VoucherUntil,
    Sum,
    CardTotal,
    CardAmount,
    Deadline,
    ConfirmedOn,
    RefundOn,
}

/// <summary>What stands where an amount would.</summary>
public enum NoAmount
{
    /// <summary>The thing is there, and the partner named no amount for it.</summary>
    NotNamed,

    /// <summary>Whatever amount the partner wrote is no quote.</summary>
    AirlineDecides,
}

/// <summary>
/// One figure of two quotes. On either side stands money, <see cref="NoAmount"/>, a method, how sure it is, yes or no, a day, an instant or a code;
/// null where there is nothing.
/// </summary>
/// <param name="Of">Which ticket, extra, airline, payment or currency; null for the whole order.</param>
public sealed record QuoteLine(QuoteFigure What, object? Then, object? Now, string? Of = null)
{
    /// <summary>Whose, as the partner writes them, <c>LAST/FIRST</c>; masked by the screen.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    public bool Differs => !Equals(Then, Now);

    /// <summary>A decision rests on it: where it differs, the fingerprint does. Times are the partner's guesses, or move by themselves, and are only shown.</summary>
    public bool Binds => What is not (QuoteFigure.Deadline or QuoteFigure.ConfirmedOn or QuoteFigure.RefundOn);
}

/// <summary>Two quotes of one case side by side. Wherever their fingerprints differ, a line that binds does. Pure.</summary>
public static class QuoteLines
{
    public static IReadOnlyList<QuoteLine> Between(CaseQuote then, CaseQuote now)
    {
        var (was, has) = (then.Content, now.Content);
        return
        [
            .. WhereItChanged(QuoteFigure.Order, was.OrderNo, has.OrderNo),
            .. WhereItChanged(QuoteFigure.Payment, was.TradeNo, has.TradeNo),
            .. has.Kind == CaseKind.CardRefund ? OfCard(was, has) : OfOrder(was, has),
            .. Times(then, now),
        ];
    }

    /// <summary>No airline, ticket or fee has a part in it.</summary>
    private static IEnumerable<QuoteLine> OfCard(PartnerQuote was, PartnerQuote has) =>
    [
        new(QuoteFigure.CardTotal, was.FarePaid, has.FarePaid, was.TradeNo),
        new(QuoteFigure.CardAmount, was.FareBack, has.FareBack),
    ];

    private static IEnumerable<QuoteLine> OfOrder(PartnerQuote was, PartnerQuote has) =>
    [
        new(has.Kind == CaseKind.Void ? QuoteFigure.Voidable : QuoteFigure.Refundable, was.IsPossible, has.IsPossible),
        new(QuoteFigure.Method, was.Method, has.Method),
        .. WhereItChanged(QuoteFigure.RawMethod, UnlistedMethod(was), UnlistedMethod(has)),
        .. Sureness(was, has),
        .. Pairs(was.Tickets, has.Tickets, t => (t.LastName, t.FirstName, t.TicketNo), t => string.Join('|', t.Paid, t.Back, t.Penalty)).SelectMany(OfTicket),
        new(QuoteFigure.FarePaid, was.FarePaid, has.FarePaid),
        new(QuoteFigure.FareBack, was.FareBack, has.FareBack),
        .. Pairs(was.Extras, has.Extras, e => e.ExtraOrderNo, e => string.Join('|', e.Paid, e.Back)).SelectMany(OfExtra),
        new(QuoteFigure.Fee, was.Fee, has.Fee),
        .. Pairs(was.Vouchers, has.Vouchers, v => (v.Airline, Whose(v)), v => string.Join('|', v.Worth, v.ValidUntil?.DayNumber)).SelectMany(OfVoucher),
        .. Sums(was, has),
    ];

    private static IEnumerable<QuoteLine> Times(CaseQuote then, CaseQuote now) => now.Content.Kind switch
    {
        CaseKind.Void => [new(QuoteFigure.Deadline, then.Deadline.At, now.Deadline.At), .. Guesses(then.Content, now.Content)],
        CaseKind.Refund => Guesses(then.Content, now.Content),
        CaseKind.CardRefund => [],
    };

    private static IEnumerable<QuoteLine> Guesses(PartnerQuote was, PartnerQuote has) =>
    [
        new(QuoteFigure.ConfirmedOn, was.ExpectedConfirmationOn, has.ExpectedConfirmationOn),
        new(QuoteFigure.RefundOn, was.ExpectedRefundOn, has.ExpectedRefundOn),
    ];

    private static IEnumerable<QuoteLine> Sureness(PartnerQuote was, PartnerQuote has) =>
        has.Kind == CaseKind.Void ? [] : [new(QuoteFigure.Sureness, was.Sureness, has.Sureness)];

    private static IEnumerable<QuoteLine> OfTicket((QuotedTicket? Was, QuotedTicket? Has) pair)
    {
        var (was, has) = pair;
        var ticket = (has ?? was)!;
        string[] person = [ticket.LastName + "/" + ticket.FirstName];
        yield return new(QuoteFigure.TicketBack, Amount(was, was?.Back), Amount(has, has?.Back), ticket.TicketNo) { People = person };
        if (was?.Paid != has?.Paid)
        {
            yield return new(QuoteFigure.TicketPaid, was?.Paid, has?.Paid, ticket.TicketNo) { People = person };
        }

        if (was?.Penalty != has?.Penalty || has?.Penalty is { IsZero: false })
        {
            yield return new(QuoteFigure.TicketPenalty, was?.Penalty, has?.Penalty, ticket.TicketNo) { People = person };
        }
    }

    private static IEnumerable<QuoteLine> OfExtra((QuotedExtra? Was, QuotedExtra? Has) pair)
    {
        var (was, has) = pair;
        var number = (has ?? was)!.ExtraOrderNo;
        return
        [
            new(QuoteFigure.ExtraPaid, Amount(was, was?.Paid), Amount(has, has?.Paid), number),
            new(QuoteFigure.ExtraBack, Amount(was, was?.Back), Amount(has, has?.Back), number),
        ];
    }

    private static IEnumerable<QuoteLine> OfVoucher((QuotedVoucher? Was, QuotedVoucher? Has) pair)
    {
        var (was, has) = pair;
        var voucher = (has ?? was)!;
        yield return new(QuoteFigure.Voucher, Amount(was, was?.Worth), Amount(has, has?.Worth), voucher.Airline) { People = voucher.Passengers };
        if (was?.ValidUntil != has?.ValidUntil)
        {
            yield return new(QuoteFigure.VoucherUntil, was?.ValidUntil, has?.ValidUntil, voucher.Airline) { People = voucher.Passengers };
        }
    }

    private static IEnumerable<QuoteLine> Sums(PartnerQuote was, PartnerQuote has) =>
        was.EstimatedBack.Concat(has.EstimatedBack).Select(m => m.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(currency => new QuoteLine(QuoteFigure.Sum, In(was, currency), In(has, currency), currency));

    private static object? In(PartnerQuote quote, string currency) => quote switch
    {
        { Sureness: QuoteSureness.CannotQuote } => NoAmount.AirlineDecides,
        { HasEveryPart: false } => NoAmount.NotNamed,
        _ => quote.EstimatedBack.Where(m => m.Currency == currency).Cast<object>().FirstOrDefault(),
    };

    private static object? Amount(object? thing, Money? amount) => thing is null ? null : (object?)amount ?? NoAmount.NotNamed;

    private static string Whose(QuotedVoucher voucher) => string.Join(',', voucher.Passengers.Order(StringComparer.Ordinal));

    private static string? UnlistedMethod(PartnerQuote quote) => quote.Method == RefundMethod.Other ? quote.RawMethod : null;

    private static IEnumerable<QuoteLine> WhereItChanged(QuoteFigure what, string? then, string? now) => then == now ? [] : [new(what, then, now)];

    /// <summary>What has one key, side by side. Several of one key stand in the order of what else they say, because the partner promises none.</summary>
    private static IEnumerable<(T? Was, T? Has)> Pairs<T, TKey>(IReadOnlyList<T> then, IReadOnlyList<T> now, Func<T, TKey> keyOf, Func<T, string> restOf)
        where T : class
    {
        var (was, has) = (then.ToLookup(keyOf), now.ToLookup(keyOf));
        foreach (var key in then.Concat(now).Select(keyOf).Distinct())
        {
            var (before, after) = (was[key].OrderBy(restOf, StringComparer.Ordinal).ToList(), has[key].OrderBy(restOf, StringComparer.Ordinal).ToList());
            for (var n = 0; n < Math.Max(before.Count, after.Count); n++)
            {
                yield return (before.ElementAtOrDefault(n), after.ElementAtOrDefault(n));
            }
        }
    }
}
