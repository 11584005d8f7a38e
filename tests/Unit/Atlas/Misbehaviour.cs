using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Unit.Atlas;

/// <summary>Everything that a partner, a gateway or a network can do to a good answer.</summary>
internal static class Misbehaviour
{
    /// <param name="failure">One of the names below; <c>status N</c> answers that code.</param>
    /// <param name="yes">The good answer that is spoilt.</param>
    public static Task PlayAsync(HttpContext http, string failure, string yes)
    {
        switch (failure)
        {
            case "http 500":
                return PartnerListener.JsonAsync(http, yes, 500);
            case "http 502 html":
                return PartnerListener.JsonAsync(http, "<html>Bad gateway</html>", 502);
            case "http 503 retry-after":
                http.Response.Headers.RetryAfter = "0";
                return PartnerListener.JsonAsync(http, "", 503);
            case "http 429":
                http.Response.Headers.RetryAfter = "0";
                return PartnerListener.JsonAsync(http, """{"code":429,"message":"slow down","retryAfter":0}""", 429);
            case "http 401" or "http 407" or "http 408" or "http 202":
                http.Response.Headers.WWWAuthenticate = "Basic";
                http.Response.Headers.ProxyAuthenticate = "Basic";
                return PartnerListener.JsonAsync(http, yes, int.Parse(failure[5..], CultureInfo.InvariantCulture));
            case "http 204":
                http.Response.StatusCode = (int)HttpStatusCode.NoContent;
                return Task.CompletedTask;
            case "redirect 301" or "redirect 307" or "redirect 308":
                http.Response.StatusCode = int.Parse(failure[9..], CultureInfo.InvariantCulture);
                http.Response.Headers.Location = "/void.do";
                return Task.CompletedTask;
            case "code 429 without status":
                return PartnerListener.JsonAsync(http, """{"code":429,"message":"slow down","limitType":"QPS","limit":10,"retryAfter":1}""");
            case "status 429":
                return PartnerListener.JsonAsync(http, """{"status":"429","msg":"slow down"}""");
            case "drop before a byte":
                http.Abort();
                return Task.CompletedTask;
            case "drop inside the body":
                return DropInsideAsync(http, yes);
            case "garbled":
                return PartnerListener.JsonAsync(http, yes[..40]);
            case "garbled gzip":
                http.Response.Headers.ContentEncoding = "gzip";
                return PartnerListener.JsonAsync(http, yes);
            case "empty":
                return PartnerListener.JsonAsync(http, "");
            case "list":
                return PartnerListener.JsonAsync(http, "[" + yes + "]");
            case "no status":
                return PartnerListener.JsonAsync(http, """{"voidCode":"202609-0007","voidStatus":0}""");
            case "half a surrogate":
                return PartnerListener.JsonAsync(http, """{"status":0,"voidCode":"\uD83D"}""");
            case "endless":
                return PartnerListener.JsonAsync(http, new string(' ', 5_000_000) + yes);
            case "no code":
                return PartnerListener.JsonAsync(http, """{"status":0,"voidCode":null,"voidStatus":0}""");
            case "blank code":
                return PartnerListener.JsonAsync(http, """{"status":0,"voidCode":"  ","voidStatus":0}""");
            case "refusal with a code":
                return PartnerListener.JsonAsync(http, """{"status":822,"voidCode":"202609-0007"}""");
            case "another order":
                return PartnerListener.JsonAsync(http, yes.Replace("111\"", "999\"", StringComparison.Ordinal));
            case "refusal of another order":
                return PartnerListener.JsonAsync(http, """{"status":822,"orderNo":"TESTA20260901093000999"}""");
            default:
                return PartnerListener.JsonAsync(http, $$"""{"status":{{failure[7..]}},"voidCode":null}""");
        }
    }

    private static async Task DropInsideAsync(HttpContext http, string yes)
    {
        http.Response.ContentLength = 5000;
        await http.Response.WriteAsync(yes);
        await http.Response.Body.FlushAsync();
        http.Abort();
    }
}
