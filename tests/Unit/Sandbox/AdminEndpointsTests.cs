using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class AdminEndpointsTests
{
    [Fact]
    public async Task Scenes_and_calls_can_be_read()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.QuoteAsync(Scenes.Vcc.OrderNo);
        await atlas.OrderAsync(Scenes.Vcc.OrderNo);

        var scenes = await atlas.Http.GetFromJsonAsync<JsonArray>("sim/scenes");
        var calls = await atlas.Http.GetFromJsonAsync<JsonArray>($"sim/calls?path=voidQuotation.do&orderNo={Scenes.Vcc.OrderNo}");

        Assert.Equal(Scenes.All.Count, scenes!.Count);
        Assert.Equal("plain-deposit", scenes[0]!["key"]!.GetValue<string>());
        Assert.Single(calls!);
    }

    [Fact]
    public async Task Copies_of_a_scene_are_orders_of_their_own()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var made = await atlas.Http.PostAsync("sim/scenes/vcc/copies", AtlasRehearsal.Json("""{"count":50}"""));
        using var refused = await atlas.Http.PostAsync("sim/scenes/earthquake/copies", AtlasRehearsal.Json("""{"count":1}"""));
        var orders = (await made.Content.ReadFromJsonAsync<string[]>())!;

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(50, orders.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, (await atlas.QuoteAsync(orders[49])).Status);
    }

    /// <summary>Real time goes on within a millisecond, and the numbers have no finer time.</summary>
    [Fact]
    public void Copies_made_within_a_millisecond_have_different_numbers()
    {
        var clock = new MovableClock(AtlasRehearsal.Start);
        using var partner = new AtlasStandIn(clock);
        var first = partner.CopyOf(Scenes.Vcc);
        clock.Advance(TimeSpan.FromMicroseconds(10));

        Assert.NotEqual(first, partner.CopyOf(Scenes.Vcc));
    }

    [Fact]
    public async Task Call_is_waited_for_held_and_let_go()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        using var planned = await atlas.Http.PostAsync("sim/faults", AtlasRehearsal.Json("""{"path":"voidQuotation.do","fault":"hold"}"""));
        var next = atlas.Http.GetFromJsonAsync<JsonObject>("sim/calls/next?path=voidQuotation.do&after=0&seconds=30");
        var quote = atlas.QuoteAsync(Scenes.Vcc.OrderNo);

        var seen = (await next)!["sequence"]!.GetValue<long>();
        var running = await atlas.Http.GetFromJsonAsync<JsonArray>("sim/calls/running");
        using var none = await atlas.Http.GetAsync($"sim/calls/next?path=voidQuotation.do&after={seen}&seconds=0");
        using var released = await atlas.Http.PostAsync("sim/release", null);

        Assert.Equal((1, HttpStatusCode.NoContent, 0), (running!.Count, none.StatusCode, (await quote).Status));
        Assert.Empty(atlas.StandIn.RunningCalls);
    }

    [Fact]
    public async Task Clock_moves_and_goes_back()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var moved = await atlas.Http.PostAsync("sim/clock", AtlasRehearsal.Json("""{"advanceSeconds":600}"""));
        var now = atlas.Clock.GetUtcNow();
        using var reset = await atlas.Http.PostAsync("sim/clock/reset", null);

        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(AtlasRehearsal.Start.AddMinutes(10), now);
        Assert.Equal(AtlasRehearsal.Start, atlas.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Fault_is_planned_by_name_and_an_unknown_one_refused()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var planned = await atlas.Http.PostAsync("sim/faults", AtlasRehearsal.Json("""{"path":"voidQuotation.do","fault":"html","number":503}"""));
        using var refused = await atlas.Http.PostAsync("sim/faults", AtlasRehearsal.Json("""{"path":"void.do","fault":"earthquake"}"""));
        var answer = await atlas.QuoteAsync(Scenes.Vcc.OrderNo);

        Assert.Equal(HttpStatusCode.NoContent, planned.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Http);
    }

    [Fact]
    public async Task Outcome_is_decided_for_an_order_with_a_void()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.VoidAsync(Scenes.StuckAtZero);

        using var decided = await atlas.Http.PostAsync($"sim/orders/{Scenes.StuckAtZero.OrderNo}/outcome", AtlasRehearsal.Json("""{"status":4,"reason":"Too late"}"""));
        using var missing = await atlas.Http.PostAsync($"sim/orders/{Scenes.Vcc.OrderNo}/outcome", AtlasRehearsal.Json("""{"status":4}"""));
        var voids = await atlas.Http.GetFromJsonAsync<JsonArray>($"sim/orders/{Scenes.StuckAtZero.OrderNo}/voids");

        Assert.Equal(HttpStatusCode.NoContent, decided.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("Too late", voids![0]!["cancelReason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Notices_are_switched_and_forged()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await NoticeListener.StartAsync();
        atlas.StandIn.Notices.Register(listener.Address);

        using var switched = await atlas.Http.PostAsync("sim/notices", AtlasRehearsal.Json("""{"policy":"Lost","delaySeconds":2}"""));
        using var forged = await atlas.Http.PostAsync("sim/forge", AtlasRehearsal.Json("""{"orderNo":"TESTA1","voidCode":"202609-0001","status":2}"""));

        Assert.Equal(NoticePolicy.Lost, atlas.StandIn.Notices.Policy);
        Assert.Equal(TimeSpan.FromSeconds(2), atlas.StandIn.Notices.Delay);
        Assert.Equal(200, (await forged.Content.ReadFromJsonAsync<JsonObject>())!["answerStatus"]!.GetValue<int>());
        Assert.Equal([2], listener.StatusesOf("TESTA1"));
    }

    [Fact]
    public async Task Switches_change_only_what_is_named_and_hide_the_account()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var answer = await atlas.Http.PostAsync("sim/switches", AtlasRehearsal.Json("""{"noVoidAnswer":"EmptyList"}"""));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(NoVoidAnswer.EmptyList, atlas.StandIn.Options.NoVoidAnswer);
        Assert.True(atlas.StandIn.Options.SameDayFields);
        Assert.DoesNotContain("rehearsal", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Colleague_acts_in_the_portal()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var first = await atlas.Http.PostAsync($"sim/orders/{Scenes.Vcc.OrderNo}/portal-void", null);
        using var second = await atlas.Http.PostAsync($"sim/orders/{Scenes.Vcc.OrderNo}/portal-void", null);
        using var refund = await atlas.Http.PostAsync($"sim/orders/{Scenes.Voucher.OrderNo}/portal-refund?asClaim=true", null);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(818, (await atlas.QuoteAsync(Scenes.Voucher.OrderNo)).Status);
    }
}
