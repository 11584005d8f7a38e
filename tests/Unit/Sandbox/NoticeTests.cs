using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class NoticeTests
{
    private static readonly TimeSpan UntilDone = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Notices_follow_the_void_in_order_unsigned_as_json()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);
        var code = (await atlas.VoidAsync(Scenes.PlainDeposit)).Body["voidCode"]!.GetValue<string>();

        await atlas.StandIn.PumpAsync();
        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([0, 1, 3, 2], listener.StatusesOf(Scenes.PlainDeposit.OrderNo));
        var first = listener.Heard[0];
        Assert.Equal("POST", first.Method);
        Assert.Equal("/webhooks/atlas/some-secret", first.Path);
        Assert.Equal("application/json;charset=UTF-8", first.ContentType);
        Assert.Equal("Hutool", first.UserAgent);
        Assert.DoesNotContain(first.Headers, h => h.Contains("sign", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("order.void", first.Body["type"]!.GetValue<string>());
        Assert.Equal(-1, first.Body["status"]!.GetValue<int>());
        Assert.Equal(Scenes.PlainDeposit.OrderNo, first.Body["data"]!["orderNo"]!.GetValue<string>());
        Assert.Equal(code, first.Body["data"]!["voidCode"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pump_runs_by_itself_in_the_app()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(isPumping: true);
        await using var listener = await ListenAsync(atlas);

        await atlas.VoidAsync(Scenes.PlainDeposit);
        await listener.First.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(0, listener.StatusesOf(Scenes.PlainDeposit.OrderNo)[0]);
    }

    [Fact]
    public async Task Duplicate_policy_sends_each_notice_twice()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas, NoticePolicy.Duplicate);
        await atlas.VoidAsync(Scenes.SkipsToRefunded);

        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([0, 0, 2, 2], listener.StatusesOf(Scenes.SkipsToRefunded.OrderNo));
        Assert.Equal(listener.Heard[0].Body.ToJsonString(), listener.Heard[1].Body.ToJsonString());
    }

    [Fact]
    public async Task Reordered_policy_sends_the_later_of_two_first_however_often_it_is_pumped()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas, NoticePolicy.Reordered);
        await atlas.VoidAsync(Scenes.PlainDeposit);

        await atlas.StandIn.PumpAsync();
        atlas.Clock.Advance(TimeSpan.FromMinutes(1));
        await atlas.StandIn.PumpAsync();
        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([1, 0, 2, 3], listener.StatusesOf(Scenes.PlainDeposit.OrderNo));
    }

    [Fact]
    public async Task Reordered_policy_does_not_hold_the_last_notice_for_ever()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas, NoticePolicy.Reordered);
        await atlas.VoidAsync(Scenes.Vcc);

        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([1, 0, 5], listener.StatusesOf(Scenes.Vcc.OrderNo));
    }

    [Fact]
    public async Task Lost_policy_sends_nothing_and_says_so()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas, NoticePolicy.Lost);
        await atlas.VoidAsync(Scenes.PlainDeposit);

        await atlas.StandIn.PumpAsync();

        Assert.Empty(listener.Heard);
        Assert.Equal(NoticeFate.Lost, Assert.Single(atlas.StandIn.Notices.Deliveries).Fate);
    }

    [Fact]
    public async Task Forged_notice_looks_like_any_other_and_has_nothing_behind_it()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);

        var answered = await atlas.StandIn.Notices.SendForgedAsync(Scenes.PlainDeposit.OrderNo, "202609-9999", 2);

        Assert.Equal(200, answered);
        Assert.Equal([2], listener.StatusesOf(Scenes.PlainDeposit.OrderNo));
        Assert.Empty(atlas.StandIn.Voids(Scenes.PlainDeposit.OrderNo));
    }

    [Fact]
    public async Task Delayed_notice_waits_on_the_movable_clock()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);
        atlas.StandIn.Notices.Delay = TimeSpan.FromSeconds(30);
        await atlas.VoidAsync(Scenes.StuckAtZero);

        await atlas.StandIn.PumpAsync();
        var before = listener.Heard.Count;
        atlas.Clock.Advance(TimeSpan.FromSeconds(30));
        await atlas.StandIn.PumpAsync();

        Assert.Equal(0, before);
        Assert.Equal([0], listener.StatusesOf(Scenes.StuckAtZero.OrderNo));
    }

    [Fact]
    public async Task Issued_tickets_are_told_once()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);

        atlas.Clock.Advance(TimeSpan.FromMinutes(6));
        await atlas.StandIn.PumpAsync();
        await atlas.StandIn.PumpAsync();

        var notice = Assert.Single(listener.Heard, h => h.Body["type"]!.GetValue<string>() is "order.ticketed").Body;
        Assert.Equal(Scenes.Ticketing.OrderNo, notice["data"]!["orderNo"]!.GetValue<string>());
        Assert.Equal(2, notice["data"]!["orderStatus"]!.GetValue<int>());
    }

    [Fact]
    public async Task Notice_goes_nowhere_without_an_address_or_to_another_machine()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.VoidAsync(Scenes.PlainDeposit);
        await atlas.StandIn.PumpAsync();
        await atlas.PostAsync("updateWebhookURL.do", """{"url":"https://webhook.example.com/x"}""");
        await atlas.VoidAsync(Scenes.Vcc);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([NoticeFate.NoAddress, NoticeFate.NoAddress], atlas.StandIn.Notices.Deliveries.Select(d => d.Fate));
    }

    [Fact]
    public async Task Unreachable_receiver_is_not_tried_again()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var gone = await NoticeListener.StartAsync();
        atlas.StandIn.Notices.Register(gone.Address);
        await gone.DisposeAsync();
        await atlas.VoidAsync(Scenes.PlainDeposit);

        await atlas.StandIn.PumpAsync();
        await atlas.StandIn.PumpAsync();

        Assert.Equal(NoticeFate.Failed, Assert.Single(atlas.StandIn.Notices.Deliveries).Fate);
    }

    private static async Task<NoticeListener> ListenAsync(AtlasRehearsal atlas, NoticePolicy policy = NoticePolicy.Normal)
    {
        var listener = await NoticeListener.StartAsync();
        var registered = await atlas.PostAsync("updateWebhookURL.do", new JsonObject { ["url"] = listener.Address.ToString() });
        Assert.Equal(0, registered.Status);
        atlas.StandIn.Notices.Policy = policy;
        return listener;
    }
}
