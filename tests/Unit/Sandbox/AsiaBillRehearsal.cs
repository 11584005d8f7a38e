using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;
using Microsoft.AspNetCore.Builder;

namespace Unit.Sandbox;

/// <summary>
/// Both stand-ins behind HTTP on one free port, with a clock that stands still and notices that leave only when pumped;
/// and a merchant who signs by hand, without the stand-in's own routine.
/// </summary>
internal sealed class AsiaBillRehearsal : IAsyncDisposable
{
    public const string GatewayNo = "12345001";
    public const string SignKey = "rehearsal-sign-key";
    public const string Refunds = "/" + AsiaBillStandIn.RefundPath;

    private readonly WebApplication app;
    private readonly AtlasStandIn atlas;

    private AsiaBillRehearsal(MovableClock clock, AsiaBillStandIn standIn, AtlasStandIn atlas, WebApplication app)
    {
        Clock = clock;
        StandIn = standIn;
        this.atlas = atlas;
        this.app = app;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = SandboxApp.AddressOf(app) };
    }

    public MovableClock Clock { get; }

    public AsiaBillStandIn StandIn { get; }

    public HttpClient Http { get; }

    public static async Task<AsiaBillRehearsal> StartAsync(AsiaBillOptions? options = null, bool isPumping = false)
    {
        var clock = new MovableClock(AtlasRehearsal.Start);
        var standIn = new AsiaBillStandIn(clock, options);
        var atlas = new AtlasStandIn(clock);
        var sandbox = SandboxApp.Build(atlas, clock, "http://127.0.0.1:0", isPumping, standIn);
        await sandbox.StartAsync();
        return new AsiaBillRehearsal(clock, standIn, atlas, sandbox);
    }

    public static JsonObject Body(string tradeNo, string amount, string type, string track = "CASE-0001-1") => new()
    {
        ["merTrackNo"] = track,
        ["refundAmount"] = amount,
        ["refundReason"] = "Booked the wrong day",
        ["refundType"] = type,
        ["remark"] = "A remark",
        ["tradeNo"] = tradeNo,
    };

    public static string Sign(string text, string key = SignKey) =>
        Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    public string TimeNow => TimeAt(Clock.GetUtcNow());

    public static string TimeAt(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The headers of a call that is as it should be, for the texts behind them.</summary>
    public Dictionary<string, string> Headers(string signedRest, string? id = null, string? time = null)
    {
        id ??= Guid.NewGuid().ToString().ToUpperInvariant();
        time ??= TimeNow;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gateway-no"] = GatewayNo,
            ["request-id"] = id,
            ["request-time"] = time,
            ["sign-info"] = Sign(GatewayNo + id + time + "." + signedRest),
        };
    }

    public Task<AsiaBillAnswer> WholeAsync(PaymentScene scene, string amount) => RefundAsync(Body(scene.TradeNo, amount, "1"));

    public Task<AsiaBillAnswer> PartAsync(PaymentScene scene, string amount) => RefundAsync(Body(scene.TradeNo, amount, "2"));

    public Task<AsiaBillAnswer> RefundAsync(JsonObject body, string? id = null) => RefundAsync(body.ToJsonString(), id);

    public Task<AsiaBillAnswer> RefundAsync(string body, string? id = null) => SendAsync(HttpMethod.Post, Refunds, body, Headers(body, id));

    public Task<AsiaBillAnswer> LookUpAsync(string batchNo) => SendAsync(HttpMethod.Get, $"{Refunds}/{batchNo}", null, Headers(batchNo));

    public async Task<AsiaBillAnswer> SendAsync(HttpMethod method, string path, string? body, IReadOnlyDictionary<string, string> headers)
    {
        using var message = new HttpRequestMessage(method, path);
        if (body is not null)
            message.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
            message.Headers.Add(name, value);
        using var answer = await Http.SendAsync(message);
        return new AsiaBillAnswer(
            answer.StatusCode,
            answer.Headers.ToDictionary(h => h.Key, h => string.Concat(h.Value), StringComparer.OrdinalIgnoreCase),
            await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The state of a refund, some time further on.</summary>
    public async Task<string> StatusAfterAsync(string batchNo, TimeSpan further)
    {
        Clock.Advance(further);
        return (await LookUpAsync(batchNo)).Status;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        StandIn.Dispose();
        atlas.Dispose();
    }
}

internal sealed record AsiaBillAnswer(HttpStatusCode Http, IReadOnlyDictionary<string, string> Headers, string Text)
{
    public JsonObject Body => (JsonObject)JsonNode.Parse(Text)!;

    public string Code => Body["code"]!.GetValue<string>();

    public JsonObject Data => (JsonObject)Body["data"]!;

    public string BatchNo => Data["batchNo"]!.ToString();

    public string Status => Data["refundStatus"]!.GetValue<string>();
}
