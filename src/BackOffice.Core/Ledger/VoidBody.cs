using System.Text.Json;

namespace BackOffice.Core.Ledger;

/// <summary>The body of <c>void.do</c>: exactly the two documented fields. Pure.</summary>
public static class VoidBody
{
    public static string Of(string orderNo, string offerId) =>
        JsonSerializer.Serialize(new { orderNo, voidOfferId = offerId });
}
