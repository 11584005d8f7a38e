using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Unit.Sandbox;

/// <summary>Somebody's webhook on a free port; keeps what arrives.</summary>
internal sealed class NoticeListener : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<HeardNotice> heard = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private NoticeListener(WebApplication app) => this.app = app;

    public IReadOnlyList<HeardNotice> Heard => [.. heard];

    /// <summary>The void states told about this order, in the order of arrival.</summary>
    public IReadOnlyList<int> StatusesOf(string orderNo) =>
    [
        .. heard.Select(h => h.Body["data"]!)
            .Where(d => string.Equals(d["orderNo"]!.GetValue<string>(), orderNo, StringComparison.Ordinal))
            .Select(d => d["voidStatus"]!.GetValue<int>()),
    ];

    public Task First => first.Task;

    public Uri Address => new(new Uri(app.Urls.First()), "/webhooks/atlas/some-secret");

    public static async Task<NoticeListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var listener = new NoticeListener(server);
        server.Run(listener.HearAsync);
        await server.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HearAsync(HttpContext http)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        heard.Enqueue(new HeardNotice(
            http.Request.Method,
            http.Request.Path,
            http.Request.ContentType,
            http.Request.Headers.UserAgent,
            [.. http.Request.Headers.Keys],
            body));
        first.TrySetResult();
    }
}

internal sealed record HeardNotice(string Method, string? Path, string? ContentType, string? UserAgent, IReadOnlyList<string> Headers, JsonObject Body);
