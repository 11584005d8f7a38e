using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Unit.Atlas;

namespace Unit.AsiaBill;

/// <summary>Everything that AsiaBill, a gateway or a network can do to a good answer.</summary>
internal static class AsiaBillMisbehaviour
{
    public const string Yes =
        """{"code":"00000","message":"success","data":{"batchNo":"442011","refundDescription":"","refundReason":"客户退票","refundStatus":"pending","tradeNo":"2022051812003332818907"}}""";

    /// <param name="failure">One of the names below, or a body.</param>
    public static Task PlayAsync(HttpContext http, string failure)
    {
        switch (failure)
        {
            case "http 503 retry-after":
                http.Response.Headers.RetryAfter = "0";
                return PartnerListener.JsonAsync(http, "", 503);
            case "http 502 html":
                return PartnerListener.JsonAsync(http, "<html>Bad gateway</html>", 502);
            case "http 401 refusal":
                http.Response.Headers.WWWAuthenticate = "Basic";
                return PartnerListener.JsonAsync(http, """{"code":"L0005","message":"signature"}""", 401);
            case "http 407":
                http.Response.Headers.ProxyAuthenticate = "Basic";
                return PartnerListener.JsonAsync(http, Yes, 407);
            case "http 204":
                http.Response.StatusCode = (int)HttpStatusCode.NoContent;
                return Task.CompletedTask;
            case "redirect 301" or "redirect 307" or "redirect 308":
                http.Response.StatusCode = int.Parse(failure[9..], CultureInfo.InvariantCulture);
                http.Response.Headers.Location = "/openApi/V2022-03/refund";
                return Task.CompletedTask;
            case "drop before a byte":
                http.Abort();
                return Task.CompletedTask;
            case "drop inside the body":
                return DropInsideAsync(http);
            case "garbled":
                return PartnerListener.JsonAsync(http, Yes[..40]);
            case "empty":
                return PartnerListener.JsonAsync(http, "");
            case "list":
                return PartnerListener.JsonAsync(http, "[" + Yes + "]");
            case "endless":
                return PartnerListener.JsonAsync(http, new string(' ', 2_000_000) + Yes);
            case "another payment":
                return PartnerListener.JsonAsync(http, Yes.Replace("18907", "18908", StringComparison.Ordinal));
            case "refusal of another payment":
                return PartnerListener.JsonAsync(http, """{"code":"P0001","data":{"tradeNo":"2022051812003332818908"}}""");
            default:
                return failure.StartsWith("http ", StringComparison.Ordinal)
                    ? PartnerListener.JsonAsync(http, Yes, int.Parse(failure[5..], CultureInfo.InvariantCulture))
                    : PartnerListener.JsonAsync(http, failure);
        }
    }

    private static async Task DropInsideAsync(HttpContext http)
    {
        http.Response.ContentLength = 5000;
        await http.Response.WriteAsync(Yes);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
