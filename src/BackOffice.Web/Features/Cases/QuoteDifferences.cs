using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Web.Features.Cases;

/// <summary>One figure of two quotes. The values are money, a method, an instant, or null where there was none.</summary>
/// <param name="What">Key of its name: <c>Difference.{What}</c>.</param>
/// <param name="Ticket">Whose figure, for tickets.</param>
public sealed record QuoteDifference(string What, string? Code, QuotedTicket? Ticket, object? Before, object? Now)
{
    public bool Differs => !Equals(Before, Now);
}

/// <summary>Two quotes side by side, line by line. Pure.</summary>
public static class QuoteDifferences
{
    public static IReadOnlyList<QuoteDifference> Between(CaseQuote before, CaseQuote now)
    {
        var (old, fresh) = (before.Content, now.Content);
        var lines = new List<QuoteDifference>();
        foreach (var currency in Union(old.EstimatedBack, fresh.EstimatedBack, m => m.Currency))
        {
            lines.Add(new("Sum", null, null, Find(old.EstimatedBack, currency), Find(fresh.EstimatedBack, currency)));
        }

        lines.Add(new("Method", null, null, old.Method, fresh.Method));
        if (old.Sureness != fresh.Sureness)
        {
            lines.Add(new("Sureness", null, null, old.Sureness, fresh.Sureness));
        }

        lines.Add(new("Fare", null, null, old.FareBack, fresh.FareBack));
        foreach (var (was, has) in Pairs(old.Vouchers, fresh.Vouchers))
        {
            lines.Add(new("Voucher", has?.Airline ?? was?.Airline, null, was?.Worth, has?.Worth));
        }

        foreach (var number in Union(old.Extras, fresh.Extras, e => e.ExtraOrderNo ?? ""))
        {
            lines.Add(new("Extra", number, null, Extra(old, number)?.Back, Extra(fresh, number)?.Back));
        }

        foreach (var key in Union(old.Tickets, fresh.Tickets, KeyOf))
        {
            var (was, has) = (old.Tickets.FirstOrDefault(t => KeyOf(t) == key), fresh.Tickets.FirstOrDefault(t => KeyOf(t) == key));
            if ((was?.Back ?? has?.Back) is not null)
            {
                lines.Add(new("Ticket", null, has ?? was, was?.Back, has?.Back));
            }
        }

        lines.Add(new("Fee", null, null, old.Fee, fresh.Fee));
        if (fresh.Kind == CaseKind.Void)
        {
            lines.Add(new("Deadline", null, null, before.Deadline.At, now.Deadline.At));
        }

        return lines;
    }

    private static IEnumerable<(QuotedVoucher? Was, QuotedVoucher? Has)> Pairs(IReadOnlyList<QuotedVoucher> old, IReadOnlyList<QuotedVoucher> fresh) =>
        Union(old, fresh, KeyOf).Select(key => (old.FirstOrDefault(v => KeyOf(v) == key), fresh.FirstOrDefault(v => KeyOf(v) == key)));

    private static string KeyOf(QuotedVoucher voucher) => voucher.Airline + ":" + string.Join(',', voucher.Passengers.Order(StringComparer.Ordinal));

    private static string KeyOf(QuotedTicket ticket) => string.Join('/', ticket.LastName, ticket.FirstName, ticket.TicketNo);

    private static object? Find(IReadOnlyList<Money> sums, string currency) => sums.Where(m => m.Currency == currency).Cast<object>().FirstOrDefault();

    private static QuotedExtra? Extra(PartnerQuote quote, string number) => quote.Extras.FirstOrDefault(e => (e.ExtraOrderNo ?? "") == number);

    private static IEnumerable<string> Union<T>(IEnumerable<T> before, IEnumerable<T> now, Func<T, string> key) =>
        before.Concat(now).Select(key).Distinct(StringComparer.Ordinal);
}
