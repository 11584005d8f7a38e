using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace Unit.Sandbox;

/// <summary>The stand-in behind HTTP on a free port, with a clock that stands still and notices that leave only when pumped.</summary>
internal sealed class AtlasRehearsal : IAsyncDisposable
{
    /// <summary>Noon in Seoul.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;

    private AtlasRehearsal(MovableClock clock, AtlasStandIn standIn, WebApplication app)
    {
        Clock = clock;
        StandIn = standIn;
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = SandboxApp.AddressOf(app) };
        Http.DefaultRequestHeaders.Add("x-atlas-client-id", "rehearsal");
        Http.DefaultRequestHeaders.Add("x-atlas-client-secret", "rehearsal-secret");
    }

    public MovableClock Clock { get; }

    public AtlasStandIn StandIn { get; }

    public HttpClient Http { get; }

    public static async Task<AtlasRehearsal> StartAsync(StandInOptions? options = null, bool isPumping = false)
    {
        var clock = new MovableClock(Start);
        var standIn = new AtlasStandIn(clock, options);
        var sandbox = SandboxApp.Build(standIn, clock, "http://127.0.0.1:0", isPumping);
        await sandbox.StartAsync();
        return new AtlasRehearsal(clock, standIn, sandbox);
    }

    public static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    public async Task<AtlasAnswer> PostAsync(string path, JsonObject body) => await PostAsync(path, body.ToJsonString());

    public async Task<AtlasAnswer> PostAsync(string path, string body)
    {
        using var answer = await Http.PostAsync(path, Json(body));
        return new AtlasAnswer(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync());
    }

    public Task<AtlasAnswer> QuoteAsync(string orderNo) => PostAsync("voidQuotation.do", new JsonObject { ["orderNo"] = orderNo });

    public async Task<string> OfferAsync(string orderNo) => (await QuoteAsync(orderNo)).Body["voidOfferId"]!.GetValue<string>();

    public Task<AtlasAnswer> SubmitAsync(string orderNo, string offerId) =>
        PostAsync("void.do", new JsonObject { ["orderNo"] = orderNo, ["voidOfferId"] = offerId });

    public async Task<AtlasAnswer> VoidAsync(Scene scene) => await SubmitAsync(scene.OrderNo, await OfferAsync(scene.OrderNo));

    public Task<AtlasAnswer> QueryVoidsAsync(string orderNo) => PostAsync("queryVoidOrders.do", new JsonObject { ["orderNo"] = orderNo });

    public Task<AtlasAnswer> OrderAsync(string orderNo) => PostAsync("queryOrderDetails.do", new JsonObject { ["orderNo"] = orderNo });

    /// <summary>The state that the newest void of the order has, some time further on.</summary>
    public async Task<int> VoidStatusAfterAsync(Scene scene, TimeSpan further)
    {
        Clock.Advance(further);
        return (await QueryVoidsAsync(scene.OrderNo)).Body["voidOrders"]![0]!["voidStatus"]!.GetValue<int>();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        StandIn.Dispose();
    }
}

internal sealed record AtlasAnswer(HttpStatusCode Http, string? MediaType, string Text)
{
    public JsonObject Body => (JsonObject)JsonNode.Parse(Text)!;

    public int Status => Body["status"]!.GetValue<int>();
}
