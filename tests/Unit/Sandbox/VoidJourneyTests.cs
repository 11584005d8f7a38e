using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class VoidJourneyTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("plain-deposit", new[] { 0, 1, 3, 2 })]
    [InlineData("vcc", new[] { 0, 1, 1, 5 })]
    [InlineData("stuck-at-zero", new[] { 0, 0, 0, 0 })]
    [InlineData("rejected-later", new[] { 0, 1, 4, 4 })]
    [InlineData("attempts-used-up", new[] { 0, 0, 4, 4 })]
    [InlineData("skips-to-refunded", new[] { 0, 2, 2, 2 })]
    public async Task Void_passes_through_its_states_as_the_clock_moves(string key, int[] statuses)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        var submitted = await atlas.VoidAsync(scene);
        int[] seen =
        [
            await atlas.VoidStatusAfterAsync(scene, TimeSpan.Zero),
            await atlas.VoidStatusAfterAsync(scene, Minute),
            await atlas.VoidStatusAfterAsync(scene, 3 * Minute),
            await atlas.VoidStatusAfterAsync(scene, 6 * Minute),
        ];

        Assert.Equal(0, submitted.Status);
        Assert.Equal(0, submitted.Body["voidStatus"]!.GetValue<int>());
        Assert.Equal(statuses, seen);
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(scene.OrderNo));
    }

    [Fact]
    public async Task Submission_answers_like_the_quote_without_window_and_with_the_case()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = (await atlas.VoidAsync(Scenes.PlainDeposit)).Body;

        Assert.Matches("^202609-00[0-9]{2}$", answer["voidCode"]!.GetValue<string>());
        Assert.Equal("", answer["cancelReason"]!.GetValue<string>());
        Assert.Equal("0.00", answer["serviceFee"]!["transactionFee"]!.ToJsonString());
        Assert.Equal(["lastName", "firstName", "ticketNo"], answer["voidTickets"]![0]!.AsObject().Select(p => p.Key));
        Assert.False(answer.ContainsKey("voidWindow"));
    }

    [Fact]
    public async Task State_once_reached_is_not_taken_back_with_the_clock()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.VoidAsync(Scenes.PlainDeposit);
        await atlas.VoidStatusAfterAsync(Scenes.PlainDeposit, 10 * Minute);

        Assert.Equal(2, await atlas.VoidStatusAfterAsync(Scenes.PlainDeposit, -10 * Minute));
    }

    [Fact]
    public async Task Second_submission_is_814_at_first_and_then_816()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.PlainDeposit.OrderNo;
        var offer = await atlas.OfferAsync(orderNo);
        await atlas.SubmitAsync(orderNo, offer);

        var atOnce = await atlas.SubmitAsync(orderNo, offer);
        atlas.Clock.Advance(Minute);
        var later = await atlas.SubmitAsync(orderNo, offer);
        var quote = await atlas.QuoteAsync(orderNo);

        Assert.Equal(814, atOnce.Status);
        Assert.Equal(816, later.Status);
        Assert.Null(later.Body["voidCode"]);
        Assert.Equal(816, quote.Status);
        Assert.Equal(3, atlas.StandIn.Count("void.do", orderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(orderNo));
    }

    [Fact]
    public async Task Many_submissions_at_once_make_one_void()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.PlainDeposit.OrderNo;
        var offer = await atlas.OfferAsync(orderNo);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => atlas.SubmitAsync(orderNo, offer)));

        Assert.Single(answers, a => a.Status is 0);
        Assert.Equal(20, atlas.StandIn.Count("void.do", orderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(orderNo));
    }

    [Fact]
    public async Task Unknown_foreign_or_expired_offer_is_805()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.PlainDeposit.OrderNo;
        var own = await atlas.OfferAsync(orderNo);
        var foreign = await atlas.OfferAsync(Scenes.Vcc.OrderNo);

        var fromForeign = await atlas.SubmitAsync(orderNo, foreign);
        var fromNothing = await atlas.SubmitAsync(orderNo, "q_0");
        atlas.Clock.Advance(TimeSpan.FromHours(2));
        var fromExpired = await atlas.SubmitAsync(orderNo, own);

        Assert.Equal(805, fromForeign.Status);
        Assert.Equal(805, fromNothing.Status);
        Assert.Equal(805, fromExpired.Status);
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(orderNo));
    }

    [Fact]
    public async Task Window_that_closes_after_the_quote_is_822_at_submission()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(Scenes.ClosesInThreeMinutes.OrderNo);

        atlas.Clock.Advance(3 * Minute);

        Assert.Equal(822, (await atlas.SubmitAsync(Scenes.ClosesInThreeMinutes.OrderNo, offer)).Status);
    }

    [Fact]
    public async Task Offer_against_the_windows_flag_is_808()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(808, (await atlas.VoidAsync(Scenes.NotVoidableWindow)).Status);
    }

    [Fact]
    public async Task Colleague_in_the_portal_between_quote_and_submission_is_816_with_a_case_to_find()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.PlainDeposit.OrderNo;
        var offer = await atlas.OfferAsync(orderNo);
        var voidCode = atlas.StandIn.VoidInPortal(orderNo);
        atlas.Clock.Advance(Minute);

        var answer = await atlas.SubmitAsync(orderNo, offer);
        var found = (await atlas.QueryVoidsAsync(orderNo)).Body["voidOrders"]![0]!;

        Assert.Equal(816, answer.Status);
        Assert.Equal(voidCode, found["voidCode"]!.GetValue<string>());
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(orderNo));
    }

    [Theory]
    [InlineData(false, 817)]
    [InlineData(true, 818)]
    public async Task Refund_in_the_portal_between_quote_and_submission_is_refused(bool asClaim, int code)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(Scenes.PlainDeposit.OrderNo);
        atlas.StandIn.RefundInPortal(Scenes.PlainDeposit.OrderNo, asClaim);

        Assert.Equal(code, (await atlas.SubmitAsync(Scenes.PlainDeposit.OrderNo, offer)).Status);
    }

    [Fact]
    public async Task Seeded_colleagues_void_can_be_found_and_refunds_cannot()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var found = (await atlas.QueryVoidsAsync(Scenes.Colleague816.OrderNo)).Body["voidOrders"]![0]!;

        Assert.Equal(1, found["voidStatus"]!.GetValue<int>());
        Assert.Matches("^202609-[0-9]{4}$", found["voidCode"]!.GetValue<string>());
        Assert.Equal(801, (await atlas.QueryVoidsAsync(Scenes.Colleague817.OrderNo)).Status);
        Assert.Equal(801, (await atlas.QueryVoidsAsync(Scenes.Colleague818.OrderNo)).Status);
    }

    [Fact]
    public async Task Rejected_void_leaves_the_way_open_and_the_newest_is_listed_first()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.RejectedLater;
        var first = (await atlas.VoidAsync(scene)).Body["voidCode"]!.GetValue<string>();
        atlas.Clock.Advance(10 * Minute);
        var second = (await atlas.VoidAsync(scene)).Body["voidCode"]!.GetValue<string>();

        var all = (await atlas.QueryVoidsAsync(scene.OrderNo)).Body["voidOrders"]!.AsArray();
        var older = (await atlas.PostAsync("queryVoidOrders.do", new JsonObject { ["orderNo"] = scene.OrderNo, ["voidCode"] = first })).Body["voidOrders"]!;

        Assert.Equal([second, first], all.Select(c => c!["voidCode"]!.GetValue<string>()));
        Assert.Equal("Against the policy of the airline.", all[1]!["cancelReason"]!.GetValue<string>());
        Assert.Equal(first, Assert.Single(older.AsArray())!["voidCode"]!.GetValue<string>());
        Assert.Equal(2, atlas.StandIn.AcceptedVoids(scene.OrderNo));
    }

    [Fact]
    public async Task Void_is_found_by_its_code_alone()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var code = (await atlas.VoidAsync(Scenes.Vcc)).Body["voidCode"]!.GetValue<string>();

        var found = (await atlas.PostAsync("queryVoidOrders.do", new JsonObject { ["voidCode"] = code })).Body["voidOrders"]!;

        Assert.Equal(Scenes.Vcc.OrderNo, Assert.Single(found.AsArray())!["orderNo"]!.GetValue<string>());
    }

    [Fact]
    public async Task Order_without_a_void_answers_801_or_an_empty_list()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var coded = await atlas.QueryVoidsAsync(Scenes.PlainDeposit.OrderNo);
        atlas.StandIn.Options = atlas.StandIn.Options with { NoVoidAnswer = NoVoidAnswer.EmptyList };
        var listed = await atlas.QueryVoidsAsync(Scenes.PlainDeposit.OrderNo);

        Assert.Equal(801, coded.Status);
        Assert.Null(coded.Body["voidOrders"]);
        Assert.Equal(0, listed.Status);
        Assert.Empty(listed.Body["voidOrders"]!.AsArray());
    }

    [Fact]
    public async Task Done_void_carries_the_switched_extras()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { ActualRefundAmount = true, OrderAfterVoid = OrderAfterVoid.Cancelled });
        await atlas.VoidAsync(Scenes.TwoPassengersAndBag);
        atlas.Clock.Advance(10 * Minute);

        var done = (await atlas.QueryVoidsAsync(Scenes.TwoPassengersAndBag.OrderNo)).Body["voidOrders"]![0]!;
        var order = (await atlas.OrderAsync(Scenes.TwoPassengersAndBag.OrderNo)).Body;

        Assert.Equal(187.29m, done["actualRefundAmount"]!.GetValue<decimal>());
        Assert.Equal("20260912", done["expectedRefundDate"]!.GetValue<string>());
        Assert.Equal("-3", order["orderStatus"]!.GetValue<string>());
        Assert.Equal("S10007", order["paxTicketInfos"]![0]!["ticketNos"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Operator_can_end_a_void_in_any_way()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.VoidAsync(Scenes.PlainDeposit);

        var decided = atlas.StandIn.SetOutcome(Scenes.PlainDeposit.OrderNo, 6, "Withdrawn on request");
        atlas.Clock.Advance(20 * Minute);
        var state = Assert.Single(atlas.StandIn.Voids(Scenes.PlainDeposit.OrderNo));

        Assert.True(decided);
        Assert.Equal(6, state.Status);
        Assert.Equal("Withdrawn on request", state.CancelReason);
        Assert.False(atlas.StandIn.SetOutcome(Scenes.Vcc.OrderNo, 2));
    }

    [Fact]
    public async Task Copy_of_a_scene_plays_under_its_own_numbers()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var first = atlas.StandIn.CopyOf(Scenes.LostReplyAfter);
        var second = atlas.StandIn.CopyOf(Scenes.LostReplyAfter);
        await Assert.ThrowsAsync<HttpRequestException>(async () => await atlas.SubmitAsync(first, await atlas.OfferAsync(first)));

        Assert.NotEqual(first, second);
        Assert.Matches("^TESTA[0-9]{17}$", first);
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(first));
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(second));
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(Scenes.LostReplyAfter.OrderNo));
    }
}
