using BackOffice.Core.Orders;

namespace BackOffice.Web.Features.Orders;

/// <summary>The airline's own page for a booking. Pure.</summary>
internal static class AirlineAddress
{
    /// <summary>The partner's text becomes a link only where it is a web address.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text is not null && !text.Contains("://", StringComparison.Ordinal) ? "https://" + text : text, UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http" ? address : null;

    public static Uri? First(OrderSnapshot order) => order.AirlineBookings.Select(b => Read(b.Website)).FirstOrDefault(a => a is not null);
}
