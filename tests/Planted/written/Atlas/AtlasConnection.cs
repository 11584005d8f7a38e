using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Atlas;

/// <summary>Posts JSON with the account's headers and names what the network did. One call of it, one request: it never repeats anything.</summary>
/// <remarks>The options are read at each call, not at construction: in the rehearsal the address is known only once the stand-in listens.</remarks>
internal sealed class AtlasConnection(HttpMessageInvoker http, IOptions<AtlasOptions> options, TimeProvider clock, bool closeAfterwards) : IDisposable
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    /// <summary>Keeps connections alive; redirects stay off, because the account's headers would follow them.</summary>
    public static AtlasConnection ForQuestions(IOptions<AtlasOptions> options, TimeProvider clock, AtlasTransport transport) =>
        new(new HttpMessageInvoker(transport(Handler(options, TimeSpan.FromMinutes(2)))), options, clock, closeAfterwards: false);

    /// <summary>
    /// A fresh connection for every request and none kept: the handler repeats a request by itself only where a kept connection turns out
    /// to be dead, and here there is none.
    /// </summary>
    public static AtlasConnection ForSends(IOptions<AtlasOptions> options, TimeProvider clock, AtlasTransport transport) =>
        new(new HttpMessageInvoker(transport(Handler(options, TimeSpan.Zero))), options, clock, closeAfterwards: true);

    /// <param name="path">As the partner names it: <c>voidQuotation.do</c>.</param>
    /// <exception cref="OperationCanceledException">The caller gave up; a time-out is a result.</exception>
    public async Task<WireReply> PostAsync(string path, ReadOnlyMemory<byte> body, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var patience = new CancellationTokenSource(timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        using var request = Request(path, body);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return new WireReply
            {
                HttpStatus = (int)response.StatusCode,
                RetryAfter = RetryAfterOf(response.Headers.RetryAfter),
                Body = await ReadAsync(response.Content, either.Token),
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

        WireReply Failed(string why) => new() { Failure = why, Took = clock.GetElapsedTime(started) };
    }

    public void Dispose() => http.Dispose();

    private static SocketsHttpHandler Handler(IOptions<AtlasOptions> options, TimeSpan connectionLifetime) => new()
    {
        AllowAutoRedirect = global::Planted.Defects.IsOn("redirects-followed"),
        AutomaticDecompression = DecompressionMethods.GZip,
        UseCookies = false,
        UseProxy = !new Uri(options.Value.BaseUrl).IsLoopback,
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = connectionLifetime,
        ConnectTimeout = options.Value.ConnectTimeout,
    };

    private HttpRequestMessage Request(string path, ReadOnlyMemory<byte> body)
    {
        var account = options.Value;
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(account.BaseUrl.TrimEnd('/') + "/" + path))
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("x-atlas-client-id", account.ClientId);
        request.Headers.TryAddWithoutValidation("x-atlas-client-secret", account.ClientSecret);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.ExpectContinue = global::Planted.Defects.IsOn("expect-100-continue");
        if (closeAfterwards)
        {
            request.Headers.ConnectionClose = true;
        }

        return request;
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : null);

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
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

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length).TrimStart('\uFEFF');
    }
}
