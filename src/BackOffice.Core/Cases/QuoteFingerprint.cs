using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>
/// What a decision was made on, as one hash: order, voidable or not, method, every amount with its currency, the fee, every extra and every
/// ticket; of a refund also how sure it is and every voucher. Not in it: the offer id, which every quote mints anew, and the partner's guesses of dates. Pure.
/// </summary>
public static class QuoteFingerprint
{
    public static string Of(PartnerQuote quote)
    {
        List<string> lines =
        [
            Line("order", quote.OrderNo),
            Line("voidable", quote.IsPossible ? "yes" : "no"),
            Line("method", quote.Method.ToString(), quote.Method == RefundMethod.Other ? quote.RawMethod : null),
            Line("fare", quote.FarePaid?.ToString(), quote.FareBack?.ToString()),
            Line("fee", quote.Fee?.ToString()),
            // The partner promises no order of either list: whole lines are sorted, so that equal names cannot change places.
            .. quote.Extras.Select(e => Line("extra", e.ExtraOrderNo, e.Paid?.ToString(), e.Back?.ToString())).Order(StringComparer.Ordinal),
            .. quote.Tickets
                .Select(t => Line("ticket", t.LastName, t.FirstName, t.TicketNo, t.Paid?.ToString(), t.Back?.ToString(), t.Penalty?.ToString()))
                .Order(StringComparer.Ordinal),
            .. OfRefund(quote),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    private static IEnumerable<string> OfRefund(PartnerQuote quote) => quote.Kind == CaseKind.Void ? [] :
    [
        Line("kind", CaseKinds.TextOf(quote.Kind)),
        Line("sureness", quote.Sureness.ToString()),
        Line("payment", quote.TradeNo),
        .. quote.Vouchers
            .Select(v => Line("voucher", v.Airline, v.Worth?.ToString(), v.ValidUntil?.ToString("O", CultureInfo.InvariantCulture), string.Join(',', v.Passengers.Order(StringComparer.Ordinal))))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The length in front keeps one value from posing as two.</summary>
    private static string Line(string name, params string?[] values) =>
        name + string.Concat(values.Select(v => string.Create(CultureInfo.InvariantCulture, $"\u001f{v?.Length ?? -1}:{v}"))) + "\n";
}
