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

    /// <summary>Asks for passengers of an order by first name (all without one), with every segment, as the order shows them.</summary>
    public async Task<JsonObject> RefundBodyAsync(string orderNo, string reason = "1", params string[] firstNames)
    {
        var order = (await OrderAsync(orderNo)).Body;
        JsonNode?[] segments = [.. order["routing"]!["fromSegments"]!.AsArray(), .. order["routing"]!["retSegments"]?.AsArray() ?? []];
        var names = order["paxTicketInfos"]!.AsArray().Select(p => p!["name"]!.GetValue<string>().Split('/'));
        return new JsonObject
        {
            ["orderNo"] = orderNo,
            ["airlinePNR"] = null,
            ["carrier"] = null,
            ["refundRequestList"] = new JsonArray([.. names.Where(n => firstNames.Length is 0 || firstNames.Contains(n[1], StringComparer.Ordinal)).Select(n => new JsonObject
            {
                ["lastName"] = n[0],
                ["firstName"] = n[1],
                ["refundReason"] = reason,
                ["segments"] = new JsonArray([.. segments.Select(s => new JsonObject
                {
                    ["depDate"] = s!["depTime"]!.GetValue<string>()[..8],
                    ["flightNo"] = s["flightNumber"]!.GetValue<string>(),
                    ["depAirport"] = s["depAirport"]!.GetValue<string>(),
                    ["arrAirport"] = s["arrAirport"]!.GetValue<string>(),
                })]),
            })]),
        };
    }

    public async Task<AtlasAnswer> QuoteRefundAsync(string orderNo, string reason = "1", params string[] firstNames) =>
        await PostAsync("refundQuotation.do", await RefundBodyAsync(orderNo, reason, firstNames));

    public async Task<string> RefundOfferAsync(string orderNo, string reason = "1", params string[] firstNames) =>
        (await QuoteRefundAsync(orderNo, reason, firstNames)).Body["refundOfferId"]!.GetValue<string>();

    public Task<AtlasAnswer> SubmitRefundAsync(string orderNo, string offerId) =>
        PostAsync("refund.do", new JsonObject { ["orderNo"] = orderNo, ["refundOfferId"] = offerId, ["refundRequestList"] = null });

    public async Task<AtlasAnswer> RefundAsync(Scene scene, string reason = "1", params string[] firstNames) =>
        await SubmitRefundAsync(scene.OrderNo, await RefundOfferAsync(scene.OrderNo, reason, firstNames));

    public Task<AtlasAnswer> QueryRefundsAsync(string orderNo, string? refundCode = null) =>
        PostAsync("queryRefundOrders.do", new JsonObject { ["orderNo"] = orderNo, ["refundCode"] = refundCode });

    /// <summary>The one refund of that code, as the query shows it.</summary>
    public async Task<JsonObject> RefundOrderAsync(string orderNo, string refundCode) =>
        Assert.Single((await QueryRefundsAsync(orderNo, refundCode)).Body["refundOrders"]!.AsArray())!.AsObject();

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
