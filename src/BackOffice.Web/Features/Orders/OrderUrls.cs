namespace BackOffice.Web.Features.Orders;

/// <summary>The addresses of this feature.</summary>
public static class OrderUrls
{
    public const string Search = "/orders";

    public static string Order(string orderNo) => "/orders/" + Uri.EscapeDataString(orderNo);

    /// <summary>The order with the form for a refund unfolded.</summary>
    public static string StartRefund(string orderNo) => Order(orderNo) + "?refund=1";

    public static string Found(string typed) => "/orders?q=" + Uri.EscapeDataString(typed);
}
