using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using BackOffice.Core.Atlas;
using BackOffice.Core.Payments;
using BackOffice.Core.Webhooks;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Features.Webhooks;

/// <summary>
/// Where the partners' notices arrive. Atlas's are unsigned, so the address itself carries a secret; whoever does not know it sees an address that
/// does not exist. AsiaBill's carry a signature over the very bytes. A notice is stored and answered, nothing more: what it says is asked for over the
/// partner's own query.
/// </summary>
internal static class WebhookEndpoints
{
    public const string Root = "/webhooks/atlas";
    public const string OfAsiaBill = "/webhooks/asiabill";

    /// <summary>The word by which AsiaBill knows that it need not send again.</summary>
    private const string Received = "success";

    private const string Rate = "webhooks";
    private const int MostBytes = 64 * 1024;
    private const int MostPerMinute = 600;

    public static void AddWebhookEndpoints(this WebApplicationBuilder builder)
    {
        // The host's own request lines name the path, and the path holds the secret.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.None);
        builder.Services.Configure<RateLimiterOptions>(options => options.AddPolicy(Rate, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = MostPerMinute, Window = TimeSpan.FromMinutes(1) })));
    }

    /// <summary>A path as the log may hold it: what follows the address that carries the secret is left out.</summary>
    public static string WithoutSecret(string path) => path.StartsWith(Root + "/", StringComparison.OrdinalIgnoreCase) ? Root + "/…" : path;

    public static void MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Root + "/{secret}", ReceiveAsync)
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Rate).WithMetadata(new BodyLimit());
        endpoints.MapPost(OfAsiaBill, ReceiveOfAsiaBillAsync)
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Rate).WithMetadata(new BodyLimit());
    }

    private static async Task<IResult> ReceiveAsync(
        string secret, HttpContext context, IOptions<AtlasOptions> atlas, ReceiveNotice receive, ILogger<ReceiveNotice> logger)
    {
        if (!IsOurs(secret, atlas.Value.WebhookSecret))
        {
            return Results.NotFound();
        }

        var (body, whyNot) = await ReadAsync(context);
        return body is null ? Results.StatusCode(whyNot) : await StoreAsync(receive, NoticePartner.Atlas, body, "ok", logger);
    }

    /// <summary>What is signed, and sent within ten minutes, is stored; what is not is refused and told about by a code.</summary>
    private static async Task<IResult> ReceiveOfAsiaBillAsync(HttpContext context, ICardNoticeCheck check, ReceiveNotice receive, ILogger<ReceiveNotice> logger)
    {
        var (body, whyNot) = await ReadAsync(context);
        if (body is null)
        {
            return Results.StatusCode(whyNot);
        }

        return check.Check(HeadOf(context.Request.Headers), body).WhyNot switch
        {
            "not-set-up" => Results.NotFound(),
            // Signed as it must be and of a shape that we do not know: sending it again would not make it readable.
            null or "unreadable" => await StoreAsync(receive, NoticePartner.AsiaBill, body, Received, logger),
            _ => Results.StatusCode(StatusCodes.Status401Unauthorized),
        };
    }

    private static CardNoticeHead HeadOf(IHeaderDictionary headers) =>
        new(headers["request-id"], headers["request-time"], headers["version"], headers["sign-info"]);

    private static async Task<IResult> StoreAsync(ReceiveNotice receive, NoticePartner partner, byte[] body, string answer, ILogger logger)
    {
        try
        {
            // Stored even where the caller has hung up meanwhile: Atlas sends a notice once.
            var stored = await receive.ExecuteAsync(partner, body, CancellationToken.None);
            return stored.Refusal is null ? Results.Text(answer) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception fault)
        {
            // Ends here: the desk's fault page would write the address, and with it the secret, into the log.
            WebhooksLog.NotStored(logger, fault, body.Length);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Compared as hashes, so that neither length nor content shows in the time it takes.</summary>
    private static bool IsOurs(string given, string expected) =>
        expected.Length > 0 && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));

    /// <summary>The bytes as they came; or none, and the status to answer with, where there are too many or they do not come to their end.</summary>
    private static async Task<(byte[]? Body, int WhyNot)> ReadAsync(HttpContext context)
    {
        var buffer = new byte[MostBytes + 1];
        int length;
        try
        {
            length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        }
        catch (BadHttpRequestException fault)
        {
            // Ends here for the same reason. Far too long, too slow, or garbled: the caller is told, and no notice of a partner's is any of these.
            return (null, fault.StatusCode);
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            return (null, StatusCodes.Status400BadRequest);
        }

        if (length > MostBytes)
        {
            return (null, StatusCodes.Status413PayloadTooLarge);
        }

        return (buffer[..length], 0);
    }

    /// <summary>Twice what is taken: of what is a little too long the endpoint says so itself, and the server stops whatever is far beyond.</summary>
    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes * 2;
    }
}
