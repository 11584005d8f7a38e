using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// Signs and sends one call, and names what the network did. One call of it, one request: it never repeats anything. The bytes that are signed
/// are the bytes that go out, and each request has a time of its own.
/// </summary>
/// <remarks>The options are read at each call, not at construction: in the rehearsal the address is known only once the stand-in listens.</remarks>
internal sealed class AsiaBillConnection(HttpMessageInvoker http, IOptions<AsiaBillOptions> options, TimeProvider clock, bool closeAfterwards) : IDisposable
{
    private const string Version = "/openApi/V2022-03/";
    private const int LargestAnswer = 1024 * 1024;

    /// <summary>Keeps connections alive; redirects stay off, because the signed headers would follow them.</summary>
    public static AsiaBillConnection ForQuestions(IOptions<AsiaBillOptions> options, TimeProvider clock, AsiaBillTransport transport) =>
        new(new HttpMessageInvoker(transport(Handler(options, TimeSpan.FromMinutes(2)))), options, clock, closeAfterwards: false);

    /// <summary>
    /// A fresh connection for every request and none kept: the handler repeats a request by itself only where a kept connection turns out
    /// to be dead, and here there is none.
    /// </summary>
    public static AsiaBillConnection ForSends(IOptions<AsiaBillOptions> options, TimeProvider clock, AsiaBillTransport transport) =>
        new(new HttpMessageInvoker(transport(Handler(options, TimeSpan.Zero))), options, clock, closeAfterwards: true);

    /// <exception cref="OperationCanceledException">The caller gave up; a time-out is a result.</exception>
    public async Task<AsiaBillReply> SendAsync(AsiaBillCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = Request(call);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var bytes = await ReadAsync(response.Content, either.Token);
            return new AsiaBillReply
            {
                HttpStatus = (int)response.StatusCode,
                RetryAfter = RetryAfterOf(response.Headers.RetryAfter),
                Bytes = bytes,
                Signature = FitOf(response.Headers, bytes),
                Took = clock.GetElapsedTime(started),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("timeout");
        }
        catch (InvalidDataException)
        {
            return Failed("unreadable");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed("connection");
        }

        AsiaBillReply Failed(string why) => new() { Failure = why, Took = clock.GetElapsedTime(started) };
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Handler(IOptions<AsiaBillOptions> options, TimeSpan connectionLifetime) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !new Uri(options.Value.BaseUrl).IsLoopback,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = connectionLifetime,
        ConnectTimeout = options.Value.ConnectTimeout,
    };

    private HttpRequestMessage Request(AsiaBillCall call)
    {
        var account = options.Value;
        var time = AsiaBillCall.TimeText(clock.GetUtcNow());
        var request = new HttpRequestMessage(call.Method, new Uri(account.BaseUrl.TrimEnd('/') + Version + call.Path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        }

        request.Headers.TryAddWithoutValidation("gateway-no", account.GatewayNo);
        request.Headers.TryAddWithoutValidation("request-id", call.RequestId);
        request.Headers.TryAddWithoutValidation("request-time", time);
        request.Headers.TryAddWithoutValidation("sign-info", AsiaBillSigner.Sign(account.SignKey, call.Signed(account.GatewayNo, time)));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.ExpectContinue = false;
        if (closeAfterwards)
        {
            request.Headers.ConnectionClose = true;
        }

        return request;
    }

    /// <summary>By analogy with a request: our gateway, the reply's id and time, and the body. No page says so, so it proves nothing yet.</summary>
    private SignatureFit FitOf(HttpResponseHeaders headers, ReadOnlyMemory<byte> body) => AsiaBillSignatures.Fit(
        options.Value.SignKey, options.Value.GatewayNo + Header(headers, "response-id") + Header(headers, "response-time"), body, Header(headers, "sign-info"));

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) && values.Count == 1 ? values.ToString() : null;

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (kept.Length + count > LargestAnswer)
            {
                throw new InvalidDataException("The answer is too long.");
            }

            kept.Write(buffer, 0, count);
        }

        return kept.ToArray();
    }
}
