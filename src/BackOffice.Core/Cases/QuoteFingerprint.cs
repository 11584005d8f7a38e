using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Orders;

namespace BackOffice.Core.Cases;

/// <summary>
/// What a decision was made on, as one hash: order, voidable or not, method, every amount with its currency, the fee, every extra and every
/// ticket. Not in it: the offer id, which every quote mints anew, and the partner's guesses of dates. Pure.
/// </summary>
public static class QuoteFingerprint
{
    public static string Of(VoidQuote quote)
    {
        var text = new StringBuilder();
        Line(text, "order", quote.OrderNo);
        Line(text, "voidable", quote.IsVoidable ? "yes" : "no");
        Line(text, "method", quote.Method == VoidMethod.Other ? quote.RawMethod : quote.Method.ToString());
        Line(text, "fare", quote.FarePaid?.ToString(), quote.FareBack?.ToString());
        Line(text, "fee", quote.Fee?.ToString());
        foreach (var extra in quote.Extras.OrderBy(e => e.ExtraOrderNo, StringComparer.Ordinal).ThenBy(e => e.Back?.Minor))
        {
            Line(text, "extra", extra.ExtraOrderNo, extra.Paid?.ToString(), extra.Back?.ToString());
        }

        foreach (var ticket in quote.Tickets.OrderBy(t => t.LastName, StringComparer.Ordinal).ThenBy(t => t.FirstName, StringComparer.Ordinal).ThenBy(t => t.TicketNo, StringComparer.Ordinal))
        {
            Line(text, "ticket", ticket.LastName, ticket.FirstName, ticket.TicketNo, ticket.Paid?.ToString(), ticket.Back?.ToString(), ticket.Penalty?.ToString());
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Line(StringBuilder text, string name, params string?[] values)
    {
        text.Append(name);
        foreach (var value in values)
        {
            // The length in front keeps one value from posing as two.
            text.Append('\u001f').Append(value?.Length ?? -1).Append(':').Append(value);
        }

        text.Append('\n');
    }
}
