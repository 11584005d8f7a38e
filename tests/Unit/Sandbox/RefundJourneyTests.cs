using System.Globalization;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class RefundJourneyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FiveDays = TimeSpan.FromDays(5);

    [Theory]
    [InlineData("refund-after-window", new[] { 0, 1, 3, 2 })]
    [InlineData("refund-cannot-quote", new[] { 0, 1, 3, 2 })]
    [InlineData("refund-vcc", new[] { 0, 1, 1, 5 })]
    [InlineData("refund-rejected-later", new[] { 0, 1, 4, 4 })]
    [InlineData("payment-841", new[] { 0, 1, 4, 4 })]
    public async Task Refund_passes_through_its_states_as_the_clock_moves(string key, int[] statuses)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        var submitted = (await atlas.RefundAsync(scene)).Body;
        var code = Text(submitted["refundCode"]);
        int[] seen =
        [
            await StatusAfterAsync(atlas, scene, code, TimeSpan.FromHours(4) - Minute),
            await StatusAfterAsync(atlas, scene, code, Minute),
            await StatusAfterAsync(atlas, scene, code, TimeSpan.FromDays(2)),
            await StatusAfterAsync(atlas, scene, code, FiveDays),
        ];

        Assert.Equal(0, submitted["refundStatus"]!.GetValue<int>());
        Assert.Equal(statuses, seen);
        Assert.Equal(statuses[^1] is 4, Text((await atlas.RefundOrderAsync(scene.OrderNo, code))["cancelReason"]).Length > 0);
        Assert.Equal(1, atlas.StandIn.AcceptedRefunds(scene.OrderNo));
    }

    [Fact]
    public async Task Submission_answers_like_the_quote_with_the_case()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var quote = (await atlas.QuoteRefundAsync(Scenes.RefundAfterWindow.OrderNo)).Body;

        var answer = (await atlas.SubmitRefundAsync(Scenes.RefundAfterWindow.OrderNo, Text(quote["refundOfferId"]))).Body;

        Assert.Matches("^202609-00[0-9]{2}$", Text(answer["refundCode"]));
        Assert.Equal("", Text(answer["cancelReason"]));
        Assert.Equal("1", Text(answer["refundReason"]));
        Assert.Null(answer["fastConfirmation"]);
        Assert.Equal(Text(quote["refundOfferId"]), Text(answer["refundOfferId"]));
        Assert.Equal(quote["refundFareAmount"]!.ToJsonString(), answer["refundFareAmount"]!.ToJsonString());
    }

    [Fact]
    public async Task Query_shows_the_case_with_a_list_of_extras_without_rules_and_without_a_final_amount()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var code = Text((await atlas.RefundAsync(Scenes.RefundTwoExtras)).Body["refundCode"]);
        atlas.Clock.Advance(FiveDays);

        var found = await atlas.RefundOrderAsync(Scenes.RefundTwoExtras.OrderNo, code);

        Assert.Equal(2, found["refundStatus"]!.GetValue<int>());
        Assert.Empty(found["refundRules"]!.AsArray());
        Assert.Equal(["lastName", "firstName", "ticketNo"], found["refundTickets"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal([31.50m, 44.25m], found["refundPostTicketingServiceAmounts"]!.AsArray().Select(e => e!["estimatedRefundAmount"]!.GetValue<decimal>()));
        Assert.Null(found["expectedConfirmationDate"]);
        Assert.False(found.ContainsKey("actualRefundAmount"));
        Assert.False(found.ContainsKey("isRefundable"));
    }

    [Theory]
    [InlineData("refund-after-window", 146.35)]
    [InlineData("refund-cannot-quote", 82.20)]
    [InlineData("refund-two-extras", 180.45)]
    [InlineData("refund-vcc", null)]
    public async Task Final_amount_is_shown_by_switch_where_money_reached_the_deposit(string key, double? amount)
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { ActualRefundAmount = true });
        var scene = Scenes.Find(key)!;
        var code = Text((await atlas.RefundAsync(scene)).Body["refundCode"]);

        var open = await atlas.RefundOrderAsync(scene.OrderNo, code);
        atlas.Clock.Advance(FiveDays);
        var done = await atlas.RefundOrderAsync(scene.OrderNo, code);

        Assert.Null(open["actualRefundAmount"]);
        Assert.Equal((decimal?)amount, done["actualRefundAmount"]?.GetValue<decimal>());
    }

    [Fact]
    public async Task Second_submission_is_814_at_first_then_816_and_803_with_another_offer()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.RefundAfterWindow.OrderNo;
        var other = await atlas.RefundOfferAsync(orderNo);
        var offer = await atlas.RefundOfferAsync(orderNo);
        await atlas.SubmitRefundAsync(orderNo, offer);

        var atOnce = await atlas.SubmitRefundAsync(orderNo, offer);
        atlas.Clock.Advance(Minute);
        var later = await atlas.SubmitRefundAsync(orderNo, offer);
        var another = await atlas.SubmitRefundAsync(orderNo, other);
        var quote = await atlas.QuoteRefundAsync(orderNo);

        Assert.Equal((814, 816, 803, 803), (atOnce.Status, later.Status, another.Status, quote.Status));
        Assert.Null(later.Body["refundCode"]);
        Assert.Equal(4, atlas.StandIn.Count("refund.do", orderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedRefunds(orderNo));
    }

    [Fact]
    public async Task Many_submissions_at_once_make_one_refund()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.RefundAfterWindow.OrderNo;
        var offer = await atlas.RefundOfferAsync(orderNo);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => atlas.SubmitRefundAsync(orderNo, offer)));

        Assert.Single(answers, a => a.Status is 0);
        Assert.Equal(20, atlas.StandIn.Count("refund.do", orderNo));
        Assert.Single(atlas.StandIn.Refunds(orderNo));
    }

    [Fact]
    public async Task Passengers_of_an_order_are_refunded_one_after_the_other()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundsListedByOrder = true, OrderAfterVoid = OrderAfterVoid.Cancelled });
        var scene = Scenes.RefundChildStays;
        var first = Text((await atlas.RefundAsync(scene, "1", "RALF")).Body["refundCode"]);
        atlas.Clock.Advance(FiveDays);
        var afterFirst = Text((await atlas.OrderAsync(scene.OrderNo)).Body["orderStatus"]);
        var second = Text((await atlas.RefundAsync(scene, "1", "SONJA", "TIM")).Body["refundCode"]);
        atlas.Clock.Advance(FiveDays);
        var afterBoth = Text((await atlas.OrderAsync(scene.OrderNo)).Body["orderStatus"]);

        var all = (await atlas.QueryRefundsAsync(scene.OrderNo)).Body["refundOrders"]!.AsArray();

        Assert.Equal([second, first], all.Select(c => Text(c!["refundCode"])));
        Assert.Equal(("2", "-3"), (afterFirst, afterBoth));
        Assert.Equal(["SAMPLE/SONJA", "SAMPLE/TIM"], atlas.StandIn.Refunds(scene.OrderNo)[0].Passengers);
    }

    [Fact]
    public async Task Unknown_foreign_or_expired_offer_is_805()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.RefundAfterWindow.OrderNo;
        var own = await atlas.RefundOfferAsync(orderNo);
        var foreign = await atlas.RefundOfferAsync(Scenes.RefundVcc.OrderNo);
        var ofAVoid = await atlas.OfferAsync(Scenes.PlainDeposit.OrderNo);

        var fromForeign = await atlas.SubmitRefundAsync(orderNo, foreign);
        var fromVoid = await atlas.SubmitRefundAsync(Scenes.PlainDeposit.OrderNo, ofAVoid);
        atlas.Clock.Advance(TimeSpan.FromHours(2));
        var fromExpired = await atlas.SubmitRefundAsync(orderNo, own);

        Assert.Equal((805, 805, 805), (fromForeign.Status, fromVoid.Status, fromExpired.Status));
        Assert.Equal(0, atlas.StandIn.AcceptedRefunds(orderNo));
    }

    [Fact]
    public async Task Only_the_newest_offer_of_each_kind_is_taken_by_switch()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { OnlyNewestOffer = true });
        var orderNo = Scenes.PlainDeposit.OrderNo;
        var older = await atlas.RefundOfferAsync(orderNo);
        var newer = await atlas.RefundOfferAsync(orderNo);
        var olderVoid = await atlas.OfferAsync(orderNo);
        await atlas.QuoteAsync(orderNo);

        Assert.Equal(805, (await atlas.SubmitAsync(orderNo, olderVoid)).Status);
        Assert.Equal(805, (await atlas.SubmitRefundAsync(orderNo, older)).Status);
        Assert.Equal(0, (await atlas.SubmitRefundAsync(orderNo, newer)).Status);
    }

    [Fact]
    public async Task Refund_is_submitted_by_a_list_too_and_by_exactly_one_of_both()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var list = await atlas.RefundBodyAsync(Scenes.RefundAfterWindow.OrderNo, "0");
        var both = await atlas.RefundBodyAsync(Scenes.RefundVcc.OrderNo);
        both["refundOfferId"] = await atlas.RefundOfferAsync(Scenes.RefundVcc.OrderNo);

        var taken = await atlas.PostAsync("refund.do", list);
        var withBoth = await atlas.PostAsync("refund.do", both);
        var withNone = await atlas.PostAsync("refund.do", new JsonObject { ["orderNo"] = Scenes.RefundVcc.OrderNo });
        var child = await atlas.PostAsync("refund.do", await atlas.RefundBodyAsync(Scenes.RefundChildStays.OrderNo, "1", "RALF", "SONJA"));

        Assert.Equal((0, "0"), (taken.Status, Text(taken.Body["refundReason"])));
        Assert.Equal((810, 810, 802), (withBoth.Status, withNone.Status, child.Status));
    }

    [Fact]
    public async Task Refused_fare_that_is_submitted_by_a_list_is_rejected_later()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var taken = await atlas.PostAsync("refund.do", await atlas.RefundBodyAsync(Scenes.RefundNotRefundable.OrderNo));
        atlas.Clock.Advance(FiveDays);

        var found = await atlas.RefundOrderAsync(Scenes.RefundNotRefundable.OrderNo, Text(taken.Body["refundCode"]));

        Assert.Equal((0, 4), (taken.Status, found["refundStatus"]!.GetValue<int>()));
        Assert.Equal("Voluntary refund of a fare that cannot be refunded.", Text(found["cancelReason"]));
    }

    [Fact]
    public async Task Refund_of_one_passenger_blocks_the_void_until_it_is_rejected()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.TwoPassengersAndBag.OrderNo;
        var offer = await atlas.OfferAsync(orderNo);
        await atlas.RefundAsync(Scenes.TwoPassengersAndBag, "1", "HUGO");

        var quote = await atlas.QuoteAsync(orderNo);
        var submitted = await atlas.SubmitAsync(orderNo, offer);
        var inPortal = atlas.StandIn.VoidInPortal(orderNo);
        atlas.StandIn.SetRefundOutcome(orderNo, 4, "No");

        Assert.Equal((817, 817), (quote.Status, submitted.Status));
        Assert.Null(inPortal);
        Assert.Equal(0, (await atlas.SubmitAsync(orderNo, offer)).Status);
    }

    [Fact]
    public async Task Void_blocks_the_refund_until_it_is_rejected()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.RejectedLater;
        var offer = await atlas.RefundOfferAsync(scene.OrderNo);
        await atlas.VoidAsync(scene);

        var inPortal = atlas.StandIn.RefundInPortal(scene.OrderNo);
        var atOnce = await atlas.SubmitRefundAsync(scene.OrderNo, offer);
        atlas.Clock.Advance(Minute);
        var quote = await atlas.QuoteRefundAsync(scene.OrderNo);
        var submitted = await atlas.SubmitRefundAsync(scene.OrderNo, offer);
        atlas.Clock.Advance(10 * Minute);

        Assert.False(inPortal);
        Assert.Equal((814, 803, 816), (atOnce.Status, quote.Status, submitted.Status));
        Assert.Equal(0, (await atlas.SubmitRefundAsync(scene.OrderNo, offer)).Status);
    }

    [Fact]
    public async Task Voids_and_refunds_count_in_one_sequence()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var first = Text((await atlas.VoidAsync(Scenes.PlainDeposit)).Body["voidCode"]);
        var second = Text((await atlas.RefundAsync(Scenes.RefundVcc)).Body["refundCode"]);

        Assert.Equal(first[..^4], second[..^4]);
        Assert.Equal(int.Parse(first[^4..], CultureInfo.InvariantCulture) + 1, int.Parse(second[^4..], CultureInfo.InvariantCulture));
    }

    private static async Task<int> StatusAfterAsync(AtlasRehearsal atlas, Scene scene, string code, TimeSpan further)
    {
        atlas.Clock.Advance(further);
        return (await atlas.RefundOrderAsync(scene.OrderNo, code))["refundStatus"]!.GetValue<int>();
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
