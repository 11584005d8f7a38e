using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class AsiaBillEndpointsTests
{
    private static readonly string TradeNo = PaymentScenes.Plain.TradeNo;

    [Fact]
    public async Task StandIns_SideBySide_AnswerOnOneAddress()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        using var atlas = await card.Http.PostAsync("voidQuotation.do", AtlasRehearsal.Json("{}"));
        var refund = await card.PartAsync(PaymentScenes.Plain, "1.00");
        var atlasCalls = await card.Http.GetFromJsonAsync<JsonArray>("sim/calls");
        var cardCalls = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/calls");

        Assert.Equal(900, (await atlas.Content.ReadFromJsonAsync<JsonObject>())!["status"]!.GetValue<int>());
        Assert.Equal("00000", refund.Code);
        Assert.Equal("voidQuotation.do", Assert.Single(atlasCalls!)!["path"]!.GetValue<string>());
        Assert.Equal(AsiaBillStandIn.RefundPath, Assert.Single(cardCalls!)!["path"]!.GetValue<string>());
    }

    [Fact]
    public async Task StandIn_OfAtlasAlone_KnowsNoAsiaBill()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var answer = await atlas.Http.PostAsync(AsiaBillStandIn.RefundPath, AtlasRehearsal.Json("{}"));
        using var controls = await atlas.Http.GetAsync("sim/asiabill/calls");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (answer.StatusCode, controls.StatusCode));
    }

    [Fact]
    public async Task Scenes_PaymentsAndRefunds_CanBeRead()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await card.PartAsync(PaymentScenes.Plain, "50.00");

        var scenes = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/scenes");
        var payments = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/payments");
        var refunds = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/refunds");
        var ofOne = await card.Http.GetFromJsonAsync<JsonArray>($"sim/asiabill/payments/{TradeNo}/refunds");

        Assert.Equal((PaymentScenes.All.Count, TradeNo), (scenes!.Count, scenes[0]!["tradeNo"]!.GetValue<string>()));
        Assert.Equal(150m, payments!.Single(p => p!["payment"]!["tradeNo"]!.GetValue<string>() == TradeNo)!["refundable"]!.GetValue<decimal>());
        Assert.Equal(["410008", "450001"], refunds!.Select(r => r!["batchNo"]!.GetValue<string>()));
        Assert.Equal("Pending", Assert.Single(ofOne!)!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Payment_OfOnesOwn_CanBeRefunded()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        using var paid = await card.Http.PostAsync("sim/asiabill/payments", AtlasRehearsal.Json("""{"tradeNo":"2026082000000000000009","currency":"EUR","amount":12.5,"paidAt":"2026-08-20T00:00:00Z","course":"SucceedsAtOnce"}"""));
        using var copied = await card.Http.PostAsync("sim/asiabill/scenes/plain/copies", AtlasRehearsal.Json("""{"count":3}"""));
        using var unknown = await card.Http.PostAsync("sim/asiabill/scenes/earthquake/copies", AtlasRehearsal.Json("""{"count":1}"""));

        Assert.Equal("success", (await card.RefundAsync(AsiaBillRehearsal.Body("2026082000000000000009", "12.50", "1"))).Status);
        Assert.Equal(3, (await copied.Content.ReadFromJsonAsync<string[]>())!.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Fault_IsPlannedByName_WithACodeThatIsAWord()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        using var planned = await card.Http.PostAsync("sim/asiabill/faults", AtlasRehearsal.Json($$"""{"path":"{{AsiaBillStandIn.RefundPath}}","fault":"code-after","field":"L0001","tradeNo":"{{TradeNo}}"}"""));
        using var refused = await card.Http.PostAsync("sim/asiabill/faults", AtlasRehearsal.Json("""{"path":"*","fault":"earthquake"}"""));
        var listed = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/faults");
        var hit = await card.PartAsync(PaymentScenes.Plain, "1.00");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.BadRequest), (planned.StatusCode, refused.StatusCode));
        Assert.Contains(listed!, f => f!["tradeNo"]!.GetValue<string>() == TradeNo);
        Assert.Equal(("L0001", 1), (hit.Code, card.StandIn.RecordedRefunds(TradeNo)));
    }

    [Fact]
    public async Task Call_IsWaitedForHeldAndLetGo()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        using var planned = await card.Http.PostAsync("sim/asiabill/faults", AtlasRehearsal.Json($$"""{"path":"{{AsiaBillStandIn.RefundPath}}","fault":"hold"}"""));
        var next = card.Http.GetFromJsonAsync<JsonObject>($"sim/asiabill/calls/next?path={AsiaBillStandIn.RefundPath}&after=0&seconds=30");
        var refund = card.PartAsync(PaymentScenes.Plain, "1.00");

        var seen = (await next)!["sequence"]!.GetValue<long>();
        var running = await card.Http.GetFromJsonAsync<JsonArray>("sim/asiabill/calls/running");
        using var none = await card.Http.GetAsync($"sim/asiabill/calls/next?path={AsiaBillStandIn.RefundPath}&after={seen}&seconds=0");
        using var released = await card.Http.PostAsync("sim/asiabill/release", null);

        Assert.Equal((1, HttpStatusCode.NoContent, "00000"), (running!.Count, none.StatusCode, (await refund).Code));
    }

    [Fact]
    public async Task Notices_AreSwitchedAndForged()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await CallbackListener.StartAsync();

        using var switched = await card.Http.PostAsync("sim/asiabill/notices", AtlasRehearsal.Json($$"""{"policy":"Lost","delaySeconds":2,"address":"{{listener.Address}}"}"""));
        using var forged = await card.Http.PostAsync("sim/asiabill/forge", AtlasRehearsal.Json($$"""{"tradeNo":"{{TradeNo}}","batchNo":"449999","status":"Fail"}"""));
        var read = await card.Http.GetFromJsonAsync<JsonObject>("sim/asiabill/notices");

        Assert.Equal((NoticePolicy.Lost, TimeSpan.FromSeconds(2)), (card.StandIn.Notices.Policy, card.StandIn.Notices.Delay));
        Assert.Equal("refund.fail", Assert.Single(listener.Heard).Type);
        Assert.Single(read!["deliveries"]!.AsArray());
    }

    [Fact]
    public async Task Outcome_IsDecidedAndTheBackOfficeRefunds()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.WholeAsync(PaymentScenes.StaysPending, "120.00")).BatchNo;

        using var decided = await card.Http.PostAsync($"sim/asiabill/refunds/{batchNo}/outcome", AtlasRehearsal.Json("""{"status":"Success"}"""));
        using var missing = await card.Http.PostAsync("sim/asiabill/refunds/1/outcome", AtlasRehearsal.Json("""{"status":"Success"}"""));
        using var made = await card.Http.PostAsync($"sim/asiabill/payments/{TradeNo}/portal-refund", AtlasRehearsal.Json("""{"amount":150}"""));
        using var tooMuch = await card.Http.PostAsync($"sim/asiabill/payments/{TradeNo}/portal-refund", AtlasRehearsal.Json("""{"amount":51}"""));

        Assert.Equal("success", (await card.LookUpAsync(batchNo)).Status);
        Assert.Equal(
            [HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.Conflict],
            [decided.StatusCode, missing.StatusCode, made.StatusCode, tooMuch.StatusCode]);
    }

    [Fact]
    public async Task Switches_ChangeOnlyWhatIsNamedAndHideTheAccount()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        using var answer = await card.Http.PostAsync("sim/asiabill/switches", AtlasRehearsal.Json("""{"noticeTime":"ElevenMinutesAgo","numbersAsNumbers":true}"""));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal((NoticeTime.ElevenMinutesAgo, true, true), (card.StandIn.Options.NoticeTime, card.StandIn.Options.NumbersAsNumbers, card.StandIn.Options.NoticesNameTrack));
        Assert.DoesNotContain(AsiaBillRehearsal.SignKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain(AsiaBillRehearsal.GatewayNo, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_OfOneStandIn_LeavesTheOther()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        using var atlas = await card.Http.PostAsync("voidQuotation.do", AtlasRehearsal.Json("{}"));
        await card.PartAsync(PaymentScenes.Plain, "1.00");

        using var reset = await card.Http.PostAsync("sim/asiabill/reset", null);

        Assert.Empty(card.StandIn.Calls);
        Assert.Single((await card.Http.GetFromJsonAsync<JsonArray>("sim/calls"))!);
    }
}
