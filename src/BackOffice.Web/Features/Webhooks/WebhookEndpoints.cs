using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using BackOffice.Core.Atlas;
using BackOffice.Core.Webhooks;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Features.Webhooks;

/// <summary>
/// Where Atlas's notices arrive. They are unsigned, so the address itself carries a secret; whoever does not know it sees an address that does
/// not exist. A notice is stored and answered, nothing more: what it says is asked for over the partner's own query.
/// </summary>
internal static class WebhookEndpoints
{
    public const string Root = "/webhooks/atlas";

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

    public static void MapWebhooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Root + "/{secret}", ReceiveAsync)
            .AllowAnonymous().DisableAntiforgery().RequireRateLimiting(Rate).WithMetadata(new BodyLimit());

    private static async Task<IResult> ReceiveAsync(
        string secret, HttpContext context, IOptions<AtlasOptions> atlas, ReceiveNotice receive, ILogger<ReceiveNotice> logger)
    {
        if (!IsOurs(secret, atlas.Value.WebhookSecret))
        {
            return Results.NotFound();
        }

        if (await ReadAsync(context.Request.Body, context.RequestAborted) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            // Stored even where the caller has hung up meanwhile: Atlas sends a notice once.
            await receive.ExecuteAsync(body, CancellationToken.None);
            return Results.Text("ok");
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

    /// <summary>The bytes as they came, or null where there are too many.</summary>
    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MostBytes ? null : buffer[..length];
    }

    /// <summary>One byte more than is read: the endpoint answers itself, the server stops whatever is far beyond.</summary>
    private sealed class BodyLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes * 2;
    }
}
