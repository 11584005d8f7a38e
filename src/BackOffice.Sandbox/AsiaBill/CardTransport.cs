using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>AsiaBill's HTTP: books the call, lets the planned fault have its way, answers and signs.</summary>
internal sealed class CardTransport(AsiaBillStandIn standIn, IHostApplicationLifetime lifetime)
{
    private const int LargestBody = 1024 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LargestBody)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var call = await UnderstandAsync(http.Request, http.RequestAborted);
        var number = standIn.Receive(call);
        try
        {
            await AnswerAsync(http, call, standIn.Faults.Take(call.Path, call.TradeNo));
        }
        finally
        {
            standIn.End(number);
        }
    }

    private async Task AnswerAsync(HttpContext http, CardCall call, Fault? fault)
    {
        var isFirst = (CardFaults.StopsInFront(fault) && !standIn.Options.LostCallsTakeTheirId) || standIn.TakeId(call);
        switch (fault)
        {
            case Fault.DropBefore:
                http.Abort();
                return;
            case Fault.Html { AfterProcessing: false } html:
                await WritePageAsync(http, html.StatusCode);
                return;
            case Fault.RateLimited limited:
                http.Response.Headers.RetryAfter = AnswerFaults.RetryAfter(limited);
                await WritePageAsync(http, StatusCodes.Status429TooManyRequests);
                return;
            case Fault.Code { AfterProcessing: false } code:
                await WriteSignedAsync(http, call, CardFaults.Refused(code), fault);
                return;
            case Fault.Delay { AfterProcessing: false } or Fault.Hold { AfterProcessing: false }:
                await WaitAsync(fault);
                break;
        }

        var answer = standIn.Answer(call, isFirst);
        switch (fault)
        {
            case Fault.DropAfter:
                http.Abort();
                return;
            case Fault.Html { AfterProcessing: true } html:
                await WritePageAsync(http, html.StatusCode);
                return;
            case Fault.Code { AfterProcessing: true } code:
                answer = CardFaults.Refused(code);
                break;
            case Fault.Delay { AfterProcessing: true } or Fault.Hold { AfterProcessing: true }:
                await WaitAsync(fault);
                break;
        }

        await WriteSignedAsync(http, call, answer, fault);
    }

    private async Task<CardCall> UnderstandAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        await request.Body.CopyToAsync(read, cancellationToken);
        var body = read.ToArray();
        var path = request.Path.Value!.TrimStart('/');
        var batchNo = HttpMethods.IsGet(request.Method) && path.StartsWith(AsiaBillStandIn.RefundPath + "/", StringComparison.Ordinal)
            ? path[(AsiaBillStandIn.RefundPath.Length + 1)..]
            : null;
        var isLookUp = batchNo is { Length: > 0 } && !batchNo.Contains('/', StringComparison.Ordinal);
        var isRefund = HttpMethods.IsPost(request.Method) && path is AsiaBillStandIn.RefundPath;
        return new CardCall
        {
            Path = isLookUp ? AsiaBillStandIn.LookUpPath : isRefund ? path : request.Method + " " + path,
            TradeNo = isLookUp ? standIn.TradeNoOf(batchNo!) : RefundRequest.TradeNoIn(body),
            BatchNo = isLookUp ? batchNo : null,
            Body = body,
            Headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Query = [.. request.Query.SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v ?? "")))],
        };
    }

    /// <summary>Waits on although the caller may have left: a real partner does not notice that either.</summary>
    private Task WaitAsync(Fault fault) => fault switch
    {
        Fault.Delay delay => Task.Delay(delay.Time, TimeProvider.System, lifetime.ApplicationStopping),
        Fault.Hold hold => hold.Gate.PassAsync(lifetime.ApplicationStopping),
        _ => Task.CompletedTask,
    };

    private Task WriteSignedAsync(HttpContext http, CardCall call, JsonObject answer, Fault? fault)
    {
        var text = CardFaults.Rewrite(answer, fault);
        var options = standIn.Options;
        var id = call.Header("request-id") ?? "";
        var time = standIn.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var key = options.RepliesAreSigned ? options.SignKey : options.SignKey + "?";
        var headers = http.Response.Headers;
        headers["gateway-no"] = options.GatewayNo;
        headers["response-id"] = id;
        headers["response-time"] = time;
        headers["sign-info"] = AsiaBillSignature.Of(key, [options.GatewayNo, id, time], Encoding.UTF8.GetBytes(text));
        return WriteAsync(http, StatusCodes.Status200OK, CardFaults.Damage(text, fault), "application/json;charset=UTF-8");
    }

    private static Task WritePageAsync(HttpContext http, int status) =>
        WriteAsync(http, status, AnswerFaults.HtmlPage(status), "text/html;charset=UTF-8");

    private static async Task WriteAsync(HttpContext http, int status, string text, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }
}
