using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Unit.Testing;

namespace Unit.Atlas;

/// <summary>One request as it arrived.</summary>
internal sealed record Arrived(string Path, string Body, string ConnectionId, string Protocol, IReadOnlyDictionary<string, string> Headers);

/// <summary>A partner on a free loopback port that counts what reaches it and answers as the test says, one answer per request.</summary>
internal sealed class PartnerListener : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = new();
    private readonly ConcurrentQueue<Arrived> arrived = new();
    private readonly SemaphoreSlim arrivals = new(0);

    private PartnerListener(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    public IReadOnlyList<Arrived> Requests => [.. arrived];

    /// <summary>What is answered where nothing was planned.</summary>
    public Func<HttpContext, Task> Otherwise { get; set; } = http => JsonAsync(http, """{"status":0}""");

    public static async Task<PartnerListener> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        var built = builder.Build();
        built.Urls.Add("http://127.0.0.1:0");
        var listener = new PartnerListener(built);
        built.Run(listener.AnswerAsync);
        await built.StartAsync();
        return listener;
    }

    public static Task JsonAsync(HttpContext http, string body, int status = 200)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json;charset=UTF-8";
        return http.Response.WriteAsync(body);
    }

    public PartnerListener Then(Func<HttpContext, Task> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public PartnerListener Then(string body, int status = 200) => Then(http => JsonAsync(http, body, status));

    /// <summary>Waits until one more request has come in than were waited for before.</summary>
    public Task ArrivedAsync() => arrivals.WaitAsync(TestContext.Current.CancellationToken).WithinAsync();

    public int Count(string path) => arrived.Count(r => r.Path == path);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        arrivals.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        arrived.Enqueue(new Arrived(
            http.Request.Path.Value!.TrimStart('/'), body, http.Connection.Id, http.Request.Protocol,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        arrivals.Release();
        await (answers.TryDequeue(out var answer) ? answer : Otherwise)(http);
    }
}
