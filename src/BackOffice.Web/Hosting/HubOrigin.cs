using Microsoft.AspNetCore.Components.Server;

namespace BackOffice.Web.Hosting;

/// <summary>A circuit may only be opened by a page of this site: browsers send the page's origin with every WebSocket and every POST.</summary>
internal static class HubOrigin
{
    private const string Hub = "/_blazor";

    /// <summary>No compression on the circuit: it costs 240 KB of native memory each and would mix secrets with what others typed.</summary>
    public static void Configure(ServerComponentsEndpointOptions options)
    {
        options.DisableWebSocketCompression = true;
    }

    public static void UseHubOriginCheck(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Hub, StringComparison.OrdinalIgnoreCase) && !IsOwn(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next(context);
    });

    internal static bool IsOwn(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var mustBeSent = HttpMethods.IsPost(request.Method) || HttpMethods.IsConnect(request.Method) || request.HttpContext.WebSockets.IsWebSocketRequest
            || string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase);
        if (origin.Length == 0)
        {
            return !mustBeSent;
        }

        return string.Equals(origin, request.Scheme + "://" + request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
