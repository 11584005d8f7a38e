using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Unit.Sandbox;

/// <summary>A merchant's callback address on a free port; keeps what arrives and says what it is told to say.</summary>
internal sealed class CallbackListener : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<HeardCallback> heard = new();
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private CallbackListener(WebApplication app) => this.app = app;

    public IReadOnlyList<HeardCallback> Heard => [.. heard];

    public Task First => first.Task;

    public string Answer { get; set; } = "success";

    public int AnswerStatus { get; set; } = StatusCodes.Status200OK;

    public Uri Address => new(new Uri(app.Urls.First()), "/callback");

    public static async Task<CallbackListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var listener = new CallbackListener(server);
        server.Run(listener.HearAsync);
        await server.StartAsync();
        return listener;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HearAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync();
        heard.Enqueue(new HeardCallback(http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), text));
        first.TrySetResult();
        http.Response.StatusCode = AnswerStatus;
        await http.Response.WriteAsync(Answer);
    }
}

internal sealed record HeardCallback(IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonObject Data => (JsonObject)JsonNode.Parse(Text)!["data"]!;

    public string Type => JsonNode.Parse(Text)!["type"]!.GetValue<string>();

    public string BatchNo => Data["batchNo"]!.ToString();

    /// <summary>What the account's key makes of what arrived.</summary>
    public string ExpectedSignature => AsiaBillRehearsal.Sign(
        AsiaBillRehearsal.GatewayNo + Headers["request-id"] + Headers["request-time"] + Headers["version"] + "." + Text);
}
