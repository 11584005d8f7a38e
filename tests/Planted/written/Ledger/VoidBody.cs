using System.Text.Json;

namespace BackOffice.Core.Ledger;

/// <summary>The body of <c>void.do</c>: exactly the two documented fields. Pure.</summary>
public static class VoidBody
{
    public static string Of(string orderNo, string offerId) =>
        JsonSerializer.Serialize(new { orderNo, voidOfferId = offerId });

    /// <summary>The offer that a stored body carries, or null where it cannot be read.</summary>
    public static string? OfferIdOf(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("voidOfferId").GetString();
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
