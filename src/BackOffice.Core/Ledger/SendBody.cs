using System.Text.Json;
using BackOffice.Core.Values;

namespace BackOffice.Core.Ledger;

/// <summary>The bodies of the calls that move money at Atlas: exactly the documented fields. Pure.</summary>
public static class SendBody
{
    /// <param name="displayCurrency">The one that the quote was asked with; of refunds only.</param>
    public static string Of(CaseKind kind, string orderNo, string offerId, string? displayCurrency) => kind switch
    {
        CaseKind.Void => JsonSerializer.Serialize(new { orderNo, voidOfferId = offerId }),
        CaseKind.Refund => JsonSerializer.Serialize(new
        {
            orderNo, airlinePNR = (string?)null, carrier = (string?)null, displayCurrency, refundOfferId = offerId, refundRequestList = (string?)null,
        }),
        CaseKind.CardRefund => throw new InvalidOperationException("A card refund is not sent to Atlas."),
    };

    /// <summary>The offer that a stored body carries, or null where it cannot be read.</summary>
    public static string? OfferIdOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.TryGetProperty("voidOfferId", out var offer) || root.TryGetProperty("refundOfferId", out offer) ? offer.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
