using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class RefundNoticeTests
{
    private static readonly TimeSpan UntilDone = TimeSpan.FromDays(5);

    [Fact]
    public async Task Credited_refund_is_told_once_flat_and_without_a_type()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);
        await atlas.RefundAsync(Scenes.RefundTwoExtras);

        await atlas.StandIn.PumpAsync();
        var before = OfRefunds(listener).Count;
        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal(0, before);
        var notice = Assert.Single(OfRefunds(listener));
        Assert.Equal(
            """{"cid":"rehears40831","orderNo":"TESTA20260801000000061","currency":"USD","originalTotalFare":178.70,"originalTotalAncillaryAmount":75.75,"originalTotalAmount":254.45,"airlinePenaltyAmountForFare":70,"airlinePenaltyAmountForAncillaries":0,"airlinePenaltyAmount":70,"finalRefundAmount":180.45,"transactionFee":4,"refundStatus":2}""",
            notice.ToJsonString());
    }

    [Fact]
    public async Task Every_change_is_told_by_switch_under_the_code_of_the_refund()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundNotices = RefundNotices.EveryChange });
        await using var listener = await ListenAsync(atlas);
        var code = (await atlas.RefundAsync(Scenes.RefundAfterWindow)).Body["refundCode"]!.GetValue<string>();
        await atlas.RefundAsync(Scenes.RefundRejectedLater);

        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal([0, 1, 3, 2], StatusesOf(listener, Scenes.RefundAfterWindow));
        Assert.Equal([0, 1, 4], StatusesOf(listener, Scenes.RefundRejectedLater));
        var first = OfRefunds(listener)[0];
        Assert.Equal("order.refund", first["type"]!.GetValue<string>());
        Assert.Equal(code, first["data"]!["refundCode"]!.GetValue<string>());
        Assert.Equal("Refund request accepted.", first["data"]!["message"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("refund-voucher")]
    [InlineData("refund-vcc")]
    [InlineData("refund-rejected-later")]
    public async Task Refund_without_credited_money_is_not_told(string key)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);
        await atlas.RefundAsync(Scenes.Find(key)!);

        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Empty(OfRefunds(listener));
    }

    [Theory]
    [InlineData(NoticePolicy.Duplicate, new[] { 0, 0, 1, 1, 4, 4 })]
    [InlineData(NoticePolicy.Reordered, new[] { 1, 0, 4 })]
    [InlineData(NoticePolicy.Lost, new int[0])]
    public async Task Policies_hold_for_refunds_as_for_voids(NoticePolicy policy, int[] statuses)
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundNotices = RefundNotices.EveryChange });
        await using var listener = await ListenAsync(atlas);
        atlas.StandIn.Notices.Policy = policy;
        await atlas.RefundAsync(Scenes.RefundRejectedLater);

        atlas.Clock.Advance(UntilDone);
        await atlas.StandIn.PumpAsync();

        Assert.Equal(statuses, StatusesOf(listener, Scenes.RefundRejectedLater));
    }

    [Fact]
    public async Task Decision_of_an_operator_is_told()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);
        await atlas.RefundAsync(Scenes.RefundAfterWindow);

        atlas.StandIn.SetRefundOutcome(Scenes.RefundAfterWindow.OrderNo, 2);
        await atlas.StandIn.PumpAsync();

        Assert.Equal(146.35m, Assert.Single(OfRefunds(listener))["finalRefundAmount"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Forged_refund_notice_has_nothing_behind_it()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await using var listener = await ListenAsync(atlas);

        using var forged = await atlas.Http.PostAsync(
            "sim/forge-refund", AtlasRehearsal.Json($$"""{"orderNo":"{{Scenes.RefundVcc.OrderNo}}","refundCode":"202609-9999","status":2}"""));

        Assert.Equal(200, (await forged.Content.ReadFromJsonAsync<JsonObject>())!["answerStatus"]!.GetValue<int>());
        Assert.Equal([2], StatusesOf(listener, Scenes.RefundVcc));
        Assert.Empty(atlas.StandIn.Refunds(Scenes.RefundVcc.OrderNo));
    }

    private static IReadOnlyList<JsonObject> OfRefunds(NoticeListener listener) =>
        [.. listener.Heard.Select(h => h.Body).Where(b => b["type"]?.GetValue<string>() is null or "order.refund")];

    private static IEnumerable<int> StatusesOf(NoticeListener listener, Scene scene) => OfRefunds(listener)
        .Select(b => b["data"]!)
        .Where(d => string.Equals(d["orderNo"]!.GetValue<string>(), scene.OrderNo, StringComparison.Ordinal))
        .Select(d => d["refundStatus"]!.GetValue<int>());

    private static async Task<NoticeListener> ListenAsync(AtlasRehearsal atlas)
    {
        var listener = await NoticeListener.StartAsync();
        atlas.StandIn.Notices.Register(listener.Address);
        return listener;
    }
}
