using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class VoidQuotationTests
{
    public static TheoryData<string> EveryScene => [.. Scenes.All.Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(EveryScene))]
    public async Task Scene_quotes_what_it_promises(string key)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        var answer = await atlas.QuoteAsync(scene.OrderNo);

        Assert.Equal(scene.QuoteStatus, answer.Status);
        Assert.Equal(scene.IsVoidable, MayBeVoided(answer.Body));
    }

    [Fact]
    public async Task Quote_of_two_passengers_lists_tickets_the_later_bag_and_a_whole_fee()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteAsync(Scenes.TwoPassengersAndBag.OrderNo)).Body;

        Assert.Null(quote["msg"]);
        Assert.Equal(["GRACE", "HUGO"], quote["voidTickets"]!.AsArray().Select(t => t!["firstName"]!.GetValue<string>()));
        Assert.Equal(141.18m, quote["voidFareAmount"]!["originalFareAmount"]!.GetValue<decimal>());
        var bag = Assert.Single(quote["voidPostTicketingServiceAmounts"]!.AsArray())!;
        Assert.Equal(Scenes.TwoPassengersAndBag.AncillaryOrderNo, bag["postTicketingOrderNo"]!.GetValue<string>());
        Assert.Equal(50.11m, bag["estimatedRefundAmount"]!.GetValue<decimal>());
        Assert.Equal("4", quote["serviceFee"]!["transactionFee"]!.ToJsonString());
        Assert.Equal("20260902", quote["expectedConfirmationDate"]!.GetValue<string>());
        Assert.Null(quote["expectedRefundDate"]);
    }

    [Fact]
    public async Task Voucher_quote_has_no_cash_amount()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteAsync(Scenes.Voucher.OrderNo)).Body;

        Assert.Equal("Voucher", quote["voidMethod"]!.GetValue<string>());
        Assert.Null(quote["voidFareAmount"]);
    }

    [Fact]
    public async Task Usual_window_has_no_same_day_fields()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var window = (await atlas.QuoteAsync(Scenes.PlainDeposit.OrderNo)).Body["voidWindow"]!;

        Assert.Equal(
            """{"supportVoid":true,"allowVoid":true,"voidTimeAfterIssure":"23","voidTimeBeforeDepature":"180","sameDayDeadlineTime":null,"sameDayTimezone":null}""",
            window.ToJsonString());
    }

    [Fact]
    public async Task Same_day_window_closes_before_midnight_in_Seoul()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var window = (await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo)).Body["voidWindow"]!;
        atlas.Clock.Advance(TimeSpan.FromMinutes((12 * 60) - 2));
        var before = await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo);
        atlas.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo);

        Assert.Equal("23:59", window["sameDayDeadlineTime"]!.GetValue<string>());
        Assert.Equal("Asia/Seoul", window["sameDayTimezone"]!.GetValue<string>());
        Assert.Equal(0, before.Status);
        Assert.Equal(822, after.Status);
    }

    [Fact]
    public async Task Same_day_fields_can_be_switched_off_while_the_cut_off_stays()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { SameDayFields = false });

        var window = (await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo)).Body["voidWindow"]!;
        atlas.Clock.Advance(TimeSpan.FromHours(12));

        Assert.Null(window["sameDayDeadlineTime"]);
        Assert.Equal(822, (await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo)).Status);
    }

    [Fact]
    public async Task Same_day_scene_is_voidable_just_after_midnight_in_Seoul()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.Clock.Freeze(new DateTimeOffset(2026, 9, 1, 15, 0, 20, TimeSpan.Zero));
        atlas.StandIn.Reset();

        Assert.Equal(0, (await atlas.QuoteAsync(Scenes.SameDaySeoul.OrderNo)).Status);
    }

    [Theory]
    [InlineData("closes-in-3-minutes", 179, 181)]
    [InlineData("closes-by-departure", 7199, 7201)]
    public async Task Window_closes_when_the_scene_says(string key, int openUntil, int closedAt)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        atlas.Clock.Advance(TimeSpan.FromSeconds(openUntil));
        var before = await atlas.QuoteAsync(scene.OrderNo);
        atlas.Clock.Advance(TimeSpan.FromSeconds(closedAt - openUntil));
        var after = await atlas.QuoteAsync(scene.OrderNo);

        Assert.Equal(0, before.Status);
        Assert.Equal(822, after.Status);
    }

    [Theory]
    [InlineData(RefusalShape.Flag, false, false)]
    [InlineData(RefusalShape.Window, true, true)]
    public async Task Closed_window_can_be_told_without_a_code(RefusalShape shape, bool isVoidable, bool hasOffer)
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { ClosedWindowShape = shape });

        var quote = (await atlas.QuoteAsync(Scenes.WindowClosed822.OrderNo)).Body;

        Assert.Equal(isVoidable, quote["isVoidable"]!.GetValue<bool>());
        Assert.Equal(hasOffer, quote["voidOfferId"] is not null);
        Assert.False(quote["voidWindow"]!["allowVoid"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Deadline_is_carried_in_the_partners_zone()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteAsync(Scenes.DeadlineGiven.OrderNo)).Body;

        Assert.Equal("2026-09-02 07:00:30", quote["voidDeadline"]!.GetValue<string>());
    }

    [Fact]
    public async Task Order_for_extras_is_824_and_an_unknown_one_801()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(824, (await atlas.QuoteAsync(Scenes.TwoPassengersAndBag.AncillaryOrderNo!)).Status);
        Assert.Equal(801, (await atlas.QuoteAsync("TESTA00000000000000000")).Status);
    }

    [Fact]
    public async Task Order_becomes_voidable_once_its_tickets_are_there()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        atlas.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(0, (await atlas.QuoteAsync(Scenes.Ticketing.OrderNo)).Status);
    }

    private static bool MayBeVoided(JsonObject quote) =>
        quote["status"]!.GetValue<int>() is 0
        && quote["isVoidable"]!.GetValue<bool>()
        && quote["voidOfferId"] is not null
        && quote["voidWindow"]!["allowVoid"]!.GetValue<bool>()
        && quote["voidWindow"]!["supportVoid"]!.GetValue<bool>();
}
