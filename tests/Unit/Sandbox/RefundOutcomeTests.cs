using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Sandbox;

/// <summary>Refunds that go wrong on the way, that somebody else decides, and how they are found again.</summary>
public sealed class RefundOutcomeTests
{
    private static readonly string OrderNo = Scenes.RefundAfterWindow.OrderNo;

    [Fact]
    public async Task Lost_reply_scene_accepts_once_and_says_so_when_asked_again()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundsListedByOrder = true });
        var scene = Scenes.RefundLostReply;
        var offer = await atlas.RefundOfferAsync(scene.OrderNo);

        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.SubmitRefundAsync(scene.OrderNo, offer));
        var found = (await atlas.QueryRefundsAsync(scene.OrderNo)).Body["refundOrders"]!;
        var again = await atlas.SubmitRefundAsync(scene.OrderNo, offer);
        var quote = await atlas.QuoteRefundAsync(scene.OrderNo);

        Assert.Equal(offer, Assert.Single(found.AsArray())!["refundOfferId"]!.GetValue<string>());
        Assert.Equal((814, 803), (again.Status, quote.Status));
        Assert.Equal(2, atlas.StandIn.Count("refund.do", scene.OrderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedRefunds(scene.OrderNo));
    }

    [Theory]
    [InlineData("drop-before", 0)]
    [InlineData("drop-after", 1)]
    public async Task Cut_connection_is_before_or_after_the_refund(string fault, int accepted)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.RefundOfferAsync(OrderNo);
        atlas.StandIn.Faults.Next("refund.do", FaultNames.Find(fault)!);

        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.SubmitRefundAsync(OrderNo, offer));

        Assert.Equal(1, atlas.StandIn.Count("refund.do", OrderNo));
        Assert.Equal(accepted, atlas.StandIn.AcceptedRefunds(OrderNo));
    }

    [Theory]
    [InlineData("html", 502, 0)]
    [InlineData("html-after", 503, 1)]
    [InlineData("code", 905, 0)]
    [InlineData("code-after", 9999, 1)]
    [InlineData("rate-limited", 1, 0)]
    [InlineData("truncated", null, 1)]
    public async Task Spoilt_answer_hides_whether_the_refund_was_taken(string fault, int? number, int accepted)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.RefundOfferAsync(OrderNo);
        atlas.StandIn.Faults.Next("refund.do", FaultNames.Find(fault, number)!);

        var answer = await atlas.SubmitRefundAsync(OrderNo, offer);

        Assert.DoesNotContain("\"refundCode\":\"", answer.Text, StringComparison.Ordinal);
        Assert.Equal(accepted, atlas.StandIn.AcceptedRefunds(OrderNo));
    }

    [Fact]
    public async Task Held_refund_is_received_but_not_accepted_until_released()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.RefundOfferAsync(OrderNo);
        var gate = new Gate();
        atlas.StandIn.Faults.Next("refund.do", new Fault.Hold(gate), OrderNo);

        var call = atlas.SubmitRefundAsync(OrderNo, offer);
        await gate.Reached.WithinAsync();
        var whileHeld = (atlas.StandIn.Count("refund.do", OrderNo), atlas.StandIn.AcceptedRefunds(OrderNo));
        gate.Release();

        Assert.Equal(0, (await call).Status);
        Assert.Equal((1, 0), whileHeld);
        Assert.Equal(1, atlas.StandIn.AcceptedRefunds(OrderNo));
    }

    [Fact]
    public async Task Acceptance_can_come_without_a_code_and_with_values_nobody_knows()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("refundQuotation.do", new Fault.UnknownEnums());
        atlas.StandIn.Faults.Next("refund.do", new Fault.Without("refundCode"));

        var quote = (await atlas.QuoteRefundAsync(OrderNo)).Body;
        var taken = await atlas.SubmitRefundAsync(OrderNo, quote["refundOfferId"]!.GetValue<string>());

        Assert.Equal("RoughQuote", quote["refundQuoteType"]!.GetValue<string>());
        Assert.Equal("StoreCredit", quote["refundMethod"]!.GetValue<string>());
        Assert.Equal(0, taken.Status);
        Assert.Null(taken.Body["refundCode"]);
    }

    [Fact]
    public async Task Too_many_submissions_within_a_minute_are_905()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundsPerMinute = 1 });
        var first = await atlas.RefundAsync(Scenes.RefundVcc);

        var second = await atlas.RefundAsync(Scenes.RefundAfterWindow);
        atlas.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await atlas.RefundAsync(Scenes.RefundAfterWindow);

        Assert.Equal((0, 905, 0), (first.Status, second.Status, third.Status));
    }

    [Fact]
    public async Task Query_wants_order_and_code_unless_switched()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var code = (await atlas.RefundAsync(Scenes.RefundAfterWindow)).Body["refundCode"]!.GetValue<string>();

        var byOrder = await atlas.QueryRefundsAsync(OrderNo);
        var byCode = await atlas.PostAsync("queryRefundOrders.do", new JsonObject { ["refundCode"] = code });
        var wrongCode = await atlas.QueryRefundsAsync(OrderNo, "202609-9999");
        var ofOther = await atlas.QueryRefundsAsync(Scenes.RefundVcc.OrderNo, code);
        atlas.StandIn.Options = atlas.StandIn.Options with { RefundsListedByOrder = true, NoVoidAnswer = NoVoidAnswer.EmptyList };
        var switched = await atlas.QueryRefundsAsync(OrderNo);
        var none = await atlas.QueryRefundsAsync(Scenes.RefundVcc.OrderNo);

        Assert.Equal((810, 810, 801, 801), (byOrder.Status, byCode.Status, wrongCode.Status, ofOther.Status));
        Assert.Single(switched.Body["refundOrders"]!.AsArray());
        Assert.Empty(none.Body["refundOrders"]!.AsArray());
    }

    [Theory]
    [InlineData(false, 817, 1)]
    [InlineData(true, 818, 0)]
    public async Task Colleague_in_the_portal_between_quote_and_submission_is_refused(bool asClaim, int code, int found)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.RefundOfferAsync(OrderNo);

        var done = atlas.StandIn.RefundInPortal(OrderNo, asClaim);

        Assert.True(done);
        Assert.Equal(803, (await atlas.QuoteRefundAsync(OrderNo)).Status);
        Assert.Equal(code, (await atlas.SubmitRefundAsync(OrderNo, offer)).Status);
        Assert.Equal(found, atlas.StandIn.Refunds(OrderNo).Count);
        Assert.Equal(0, atlas.StandIn.AcceptedRefunds(OrderNo));
    }

    [Fact]
    public async Task Operator_decides_over_the_controls()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.RefundAsync(Scenes.RefundAfterWindow);

        using var decided = await atlas.Http.PostAsync($"sim/orders/{OrderNo}/refund-outcome", AtlasRehearsal.Json("""{"status":6,"reason":"Withdrawn"}"""));
        using var missing = await atlas.Http.PostAsync($"sim/orders/{Scenes.RefundVcc.OrderNo}/refund-outcome", AtlasRehearsal.Json("""{"status":4}"""));
        var ofOrder = await atlas.Http.GetFromJsonAsync<JsonArray>($"sim/orders/{OrderNo}/refunds");
        var all = await atlas.Http.GetFromJsonAsync<JsonArray>("sim/refunds");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (decided.StatusCode, missing.StatusCode));
        Assert.Equal((6, "Withdrawn"), (ofOrder![0]!["status"]!.GetValue<int>(), ofOrder[0]!["cancelReason"]!.GetValue<string>()));
        Assert.Single(all!);
    }

    [Fact]
    public async Task Switches_of_refunds_change_over_the_controls()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        using var answer = await atlas.Http.PostAsync(
            "sim/switches",
            AtlasRehearsal.Json("""{"onlyNewestOffer":true,"refundExtrasAsObject":true,"refundsListedByOrder":true,"refundsAreDenied":true,"refundsPerMinute":3,"refundNotices":"EveryChange"}"""));
        var options = atlas.StandIn.Options;

        Assert.True(options.OnlyNewestOffer && options.RefundExtrasAsObject && options.RefundsListedByOrder && options.RefundsAreDenied);
        Assert.Equal((3, RefundNotices.EveryChange), (options.RefundsPerMinute, options.RefundNotices));
        Assert.Equal(3, (await answer.Content.ReadFromJsonAsync<JsonObject>())!["refundsPerMinute"]!.GetValue<int>());
    }

    [Fact]
    public async Task Copy_of_a_scene_with_two_extras_has_numbers_of_its_own_and_reset_forgets_refunds()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var copy = atlas.StandIn.CopyOf(Scenes.RefundTwoExtras);

        var extras = (await atlas.QuoteRefundAsync(copy)).Body["refundPostTicketingServiceAmounts"]!;
        await atlas.SubmitRefundAsync(copy, await atlas.RefundOfferAsync(copy));
        await atlas.RefundAsync(Scenes.RefundTwoExtras);
        atlas.StandIn.Reset();

        Assert.Equal(75.75m, extras["estimatedRefundAmount"]!.GetValue<decimal>());
        Assert.NotEqual(Scenes.RefundTwoExtras.AncillaryOrderNo, extras["postTicketingOrderNo"]!.GetValue<string>());
        Assert.Empty(atlas.StandIn.AllRefunds());
        Assert.Equal(0, atlas.StandIn.AcceptedRefunds(Scenes.RefundTwoExtras.OrderNo));
        Assert.Equal(0, (await atlas.QuoteRefundAsync(Scenes.RefundTwoExtras.OrderNo)).Status);
    }
}
