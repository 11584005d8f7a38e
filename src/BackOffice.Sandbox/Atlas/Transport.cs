using System.IO.Compression;
using System.Text;

namespace BackOffice.Sandbox.Atlas;

/// <summary>The partner's HTTP: books the call, lets the planned fault have its way, checks the account, answers.</summary>
internal sealed class Transport(AtlasStandIn standIn, IHostApplicationLifetime lifetime)
{
    private const string Secret = "x-atlas-client-secret";
    private const int LargestBody = 1024 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.TrimStart('/');
        if (!standIn.Api.Knows(path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        if (http.Request.ContentLength > LargestBody)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var orderNo = AtlasApi.OrderNoIn(body);
        var call = standIn.Receive(path, orderNo, body, HeadersOf(http.Request));
        try
        {
            await AnswerAsync(http, path, body, standIn.Faults.Take(path, orderNo));
        }
        finally
        {
            standIn.End(call);
        }
    }

    private async Task AnswerAsync(HttpContext http, string path, string body, Fault? fault)
    {
        switch (fault)
        {
            case Fault.DropBefore:
                http.Abort();
                return;
            case Fault.Html { AfterProcessing: false } html:
                await WriteAsync(http, html.StatusCode, AnswerFaults.HtmlPage(html.StatusCode), "text/html;charset=UTF-8");
                return;
            case Fault.RateLimited limited:
                http.Response.Headers.RetryAfter = AnswerFaults.RetryAfter(limited);
                await WriteJsonAsync(http, AnswerFaults.RateLimitStatus(limited), AnswerFaults.RateLimitBody(limited));
                return;
            case Fault.Code { AfterProcessing: false } code:
                await WriteJsonAsync(http, StatusCodes.Status200OK, WireJson.Write(standIn.Api.Failure(path, code.Status)));
                return;
            case Fault.Delay { AfterProcessing: false } or Fault.Hold { AfterProcessing: false }:
                await WaitAsync(fault);
                break;
        }

        var isOurAccount = IsOurAccount(http.Request);
        var answer = isOurAccount
            ? standIn.Answer(path, body)
            : WireJson.Write(standIn.Api.Failure(path, AtlasCodes.WrongAccount));
        var status = isOurAccount || !standIn.Options.WrongAccountIsHttp401 ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;

        switch (fault)
        {
            case Fault.DropAfter:
                http.Abort();
                return;
            case Fault.Html { AfterProcessing: true } html:
                await WriteAsync(http, html.StatusCode, AnswerFaults.HtmlPage(html.StatusCode), "text/html;charset=UTF-8");
                return;
            case Fault.Code { AfterProcessing: true } code:
                answer = WireJson.Write(standIn.Api.Failure(path, code.Status));
                break;
            case Fault.Delay { AfterProcessing: true } or Fault.Hold { AfterProcessing: true }:
                await WaitAsync(fault);
                break;
        }

        await WriteJsonAsync(http, status, AnswerFaults.Spoil(answer, fault));
    }

    /// <summary>Waits on although the caller may have left: a real partner does not notice that either.</summary>
    private Task WaitAsync(Fault fault) => fault switch
    {
        Fault.Delay delay => Task.Delay(delay.Time, TimeProvider.System, lifetime.ApplicationStopping),
        Fault.Hold hold => hold.Gate.PassAsync(lifetime.ApplicationStopping),
        _ => Task.CompletedTask,
    };

    private bool IsOurAccount(HttpRequest request) =>
        string.Equals(request.Headers["x-atlas-client-id"], standIn.Options.ClientId, StringComparison.Ordinal)
        && string.Equals(request.Headers[Secret], standIn.Options.ClientSecret, StringComparison.Ordinal);

    private static Dictionary<string, string> HeadersOf(HttpRequest request) =>
        request.Headers.ToDictionary(
            h => h.Key,
            h => string.Equals(h.Key, Secret, StringComparison.OrdinalIgnoreCase) ? "***" : h.Value.ToString(),
            StringComparer.OrdinalIgnoreCase);

    private static Task WriteJsonAsync(HttpContext http, int status, string json) =>
        WriteAsync(http, status, json, "application/json;charset=UTF-8");

    private static async Task WriteAsync(HttpContext http, int status, string text, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.Headers["X-Request-ID"] = http.TraceIdentifier;
        if (http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers.ContentEncoding = "gzip";
            bytes = await PackAsync(bytes);
        }

        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static async Task<byte[]> PackAsync(byte[] bytes)
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            await gzip.WriteAsync(bytes);
        return packed.ToArray();
    }
}
