using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

/// <summary>The codes with which a refund quotation says no.</summary>
public sealed class RefundRefusalTests
{
    [Theory]
    [InlineData("refundRequestList", null)]
    [InlineData("refundRequestList", "[]")]
    [InlineData("orderNo", null)]
    [InlineData("displayCurrency", "\"XXX\"")]
    public async Task Missing_or_unknown_value_is_810(string field, string? value)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var body = await atlas.RefundBodyAsync(Scenes.RefundAfterWindow.OrderNo);
        body[field] = value is null ? null : JsonNode.Parse(value);

        var answer = await atlas.PostAsync("refundQuotation.do", body);

        Assert.Equal(810, answer.Status);
        Assert.True(answer.Body.ContainsKey("refundRules"));
        Assert.Null(answer.Body["refundRules"]);
    }

    [Theory]
    [InlineData("lastName", null)]
    [InlineData("firstName", null)]
    [InlineData("refundReason", null)]
    [InlineData("refundReason", "\"2\"")]
    [InlineData("segments", "[]")]
    [InlineData("segments", """[{"depDate":"23.09.2026","flightNo":"SY207","depAirport":"MSP","arrAirport":"LAS"}]""")]
    [InlineData("segments", """[{"depDate":"20260922","flightNo":"SY207","depAirport":"MSP"}]""")]
    public async Task Passenger_with_a_missing_or_unknown_value_is_810(string field, string? value)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(810, await CodeAsync(atlas, Scenes.RefundAfterWindow, p => p[field] = value is null ? null : JsonNode.Parse(value)));
    }

    [Fact]
    public async Task Somebody_named_twice_and_several_reasons_are_810()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var twice = await atlas.RefundBodyAsync(Scenes.RefundChildStays.OrderNo);
        twice["refundRequestList"]![1]!["firstName"] = "RALF";
        var mixed = await atlas.RefundBodyAsync(Scenes.RefundChildStays.OrderNo);
        mixed["refundRequestList"]![1]!["refundReason"] = "0";

        Assert.Equal(810, (await atlas.PostAsync("refundQuotation.do", twice)).Status);
        Assert.Equal(810, (await atlas.PostAsync("refundQuotation.do", mixed)).Status);
    }

    [Theory]
    [InlineData("lastName", "NOBODY", 807)]
    [InlineData("firstName", "PAUL", 812)]
    [InlineData("firstName", "Paula", 812)]
    [InlineData("lastName", "Sample", 812)]
    public async Task Passenger_is_unknown_or_not_named_as_in_the_order(string field, string value, int code)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(code, await CodeAsync(atlas, Scenes.RefundAfterWindow, p => p[field] = value));
    }

    [Theory]
    [InlineData("flightNo", "SY208")]
    [InlineData("depDate", "20260924")]
    [InlineData("depAirport", "ORD")]
    [InlineData("arrAirport", "LAX")]
    public async Task Segment_of_another_flight_is_8041(string field, string value)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(8041, await CodeAsync(atlas, Scenes.RefundAfterWindow, p => p["segments"]![0]![field] = value));
    }

    [Theory]
    [InlineData("round-trip-two-pnrs", 0)]
    [InlineData("round-trip-two-pnrs", 1)]
    [InlineData("refund-connecting", 0)]
    [InlineData("refund-connecting", 1)]
    public async Task One_bound_or_one_of_two_connecting_flights_is_811(string key, int left)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        Assert.Equal(811, await CodeAsync(atlas, scene, p => p["segments"]!.AsArray().RemoveAt(left)));
        Assert.Equal(0, (await atlas.QuoteRefundAsync(scene.OrderNo)).Status);
    }

    [Fact]
    public async Task Journey_that_has_begun_is_811_and_one_that_is_over_820()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        atlas.Clock.Advance(TimeSpan.FromDays(22));
        var begun = await atlas.QuoteRefundAsync(Scenes.RoundTripTwoPnrs.OrderNo);
        atlas.Clock.Advance(TimeSpan.FromDays(8));
        var over = await atlas.QuoteRefundAsync(Scenes.RoundTripTwoPnrs.OrderNo);

        Assert.Equal((811, 820), (begun.Status, over.Status));
    }

    [Fact]
    public async Task Order_is_unknown_for_extras_not_ticketed_or_cancelled()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var unknown = await atlas.RefundBodyAsync(Scenes.RefundAfterWindow.OrderNo);
        unknown["orderNo"] = "TESTA00000000000000000";

        Assert.Equal(801, (await atlas.PostAsync("refundQuotation.do", unknown)).Status);
        Assert.Equal(824, (await atlas.QuoteRefundAsync(Scenes.RefundTwoExtras.AncillaryOrderNo!)).Status);
        Assert.Equal(809, (await atlas.QuoteRefundAsync(Scenes.Unpaid.OrderNo)).Status);
        Assert.Equal(809, (await atlas.QuoteRefundAsync(Scenes.Ticketing.OrderNo)).Status);
        atlas.Clock.Advance(TimeSpan.FromMinutes(26));
        Assert.Equal(815, (await atlas.QuoteRefundAsync(Scenes.Unpaid.OrderNo)).Status);
    }

    [Theory]
    [InlineData(new[] { "RALF", "SONJA" }, 802)]
    [InlineData(new[] { "RALF", "TIM" }, 0)]
    [InlineData(new[] { "SONJA" }, 0)]
    [InlineData(new[] { "TIM" }, 0)]
    public async Task Child_may_not_stay_alone(string[] leaving, int code)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(code, (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo, "1", leaving)).Status);
    }

    [Fact]
    public async Task Child_may_not_stay_alone_after_two_refunds_either()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.RefundAsync(Scenes.RefundChildStays, "1", "RALF");

        Assert.Equal(802, (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo, "1", "SONJA")).Status);
        Assert.Equal(0, (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo, "1", "SONJA", "TIM")).Status);
        Assert.Equal(803, (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo, "1", "RALF", "TIM")).Status);
    }

    [Fact]
    public async Task Limit_of_the_airline_closes_with_the_clock()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var past = await atlas.QuoteRefundAsync(Scenes.RefundPastLimit.OrderNo);
        var before = await atlas.QuoteRefundAsync(Scenes.RefundVoucher.OrderNo);
        atlas.Clock.Advance(TimeSpan.FromDays(21.5));
        var after = await atlas.QuoteRefundAsync(Scenes.RefundVoucher.OrderNo);

        Assert.Equal((821, 0, 821), (past.Status, before.Status, after.Status));
    }

    [Fact]
    public async Task Void_through_the_refund_engine_takes_everybody_within_the_window()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        Assert.Equal(823, (await atlas.QuoteRefundAsync(Scenes.TwoPassengersAndBag.OrderNo, "4", "HUGO")).Status);
        Assert.Equal(822, (await atlas.QuoteRefundAsync(Scenes.RefundAfterWindow.OrderNo, "4")).Status);
        Assert.Equal(843, (await atlas.QuoteRefundAsync(Scenes.RefundWhereNoVoid.OrderNo, "4")).Status);
        Assert.Equal(808, (await atlas.QuoteRefundAsync(Scenes.NotVoidableFlag.OrderNo, "4")).Status);
    }

    [Fact]
    public async Task Account_without_the_permission_is_902_on_every_refund_call()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { RefundsAreDenied = true });

        Assert.Equal(902, (await atlas.QuoteRefundAsync(Scenes.RefundAfterWindow.OrderNo)).Status);
        Assert.Equal(902, (await atlas.SubmitRefundAsync(Scenes.RefundAfterWindow.OrderNo, "q_0")).Status);
        Assert.Equal(902, (await atlas.QueryRefundsAsync(Scenes.RefundAfterWindow.OrderNo, "202609-0001")).Status);
    }

    private static async Task<int> CodeAsync(AtlasRehearsal atlas, Scene scene, Action<JsonObject> spoil)
    {
        var body = await atlas.RefundBodyAsync(scene.OrderNo);
        spoil(body["refundRequestList"]![0]!.AsObject());
        return (await atlas.PostAsync("refundQuotation.do", body)).Status;
    }
}
