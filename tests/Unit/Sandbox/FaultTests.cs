using System.Net;
using System.Text.Json;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Sandbox;

public sealed class FaultTests
{
    private static readonly string OrderNo = Scenes.PlainDeposit.OrderNo;

    [Fact]
    public async Task Lost_reply_scene_accepts_once_and_then_answers_again()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.LostReplyAfter;
        var offer = await atlas.OfferAsync(scene.OrderNo);

        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.SubmitAsync(scene.OrderNo, offer));
        var found = (await atlas.QueryVoidsAsync(scene.OrderNo)).Body["voidOrders"]!;
        var again = await atlas.SubmitAsync(scene.OrderNo, offer);

        Assert.Single(found.AsArray());
        Assert.Equal(814, again.Status);
        Assert.Equal(2, atlas.StandIn.Count("void.do", scene.OrderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(scene.OrderNo));
    }

    [Fact]
    public async Task Lost_before_scene_accepts_nothing()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.LostReplyBefore;
        var offer = await atlas.OfferAsync(scene.OrderNo);

        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.SubmitAsync(scene.OrderNo, offer));

        Assert.Equal(801, (await atlas.QueryVoidsAsync(scene.OrderNo)).Status);
        Assert.Equal(1, atlas.StandIn.Count("void.do", scene.OrderNo));
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(scene.OrderNo));
    }

    [Theory]
    [InlineData(500, false, 0)]
    [InlineData(502, false, 0)]
    [InlineData(503, true, 1)]
    public async Task Html_page_comes_before_or_after_processing(int status, bool afterProcessing, int accepted)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(OrderNo);
        atlas.StandIn.Faults.Next("void.do", new Fault.Html(status, afterProcessing));

        var answer = await atlas.SubmitAsync(OrderNo, offer);

        Assert.Equal((HttpStatusCode)status, answer.Http);
        Assert.Equal("text/html", answer.MediaType);
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal(accepted, atlas.StandIn.AcceptedVoids(OrderNo));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Business_code_comes_before_or_after_processing(bool afterProcessing, int accepted)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(OrderNo);
        atlas.StandIn.Faults.Next("void.do", new Fault.Code(9999, afterProcessing));

        var answer = await atlas.SubmitAsync(OrderNo, offer);

        Assert.Equal(9999, answer.Status);
        Assert.Null(answer.Body["voidCode"]);
        Assert.Equal(accepted, atlas.StandIn.AcceptedVoids(OrderNo));
    }

    [Theory]
    [InlineData(1, HttpStatusCode.TooManyRequests, false)]
    [InlineData(2, HttpStatusCode.OK, false)]
    [InlineData(3, HttpStatusCode.OK, true)]
    public async Task Rate_limit_has_three_forms(int form, HttpStatusCode http, bool hasStatus)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("voidQuotation.do", new Fault.RateLimited(form, RetryAfterSeconds: 7));

        var answer = await atlas.QuoteAsync(OrderNo);

        Assert.Equal(http, answer.Http);
        Assert.Equal(hasStatus, answer.Body.ContainsKey("status"));
        Assert.Equal(429, answer.Body[hasStatus ? "status" : "code"]!.GetValue<int>());
        Assert.Equal(7, answer.Body["retryAfter"]!.GetValue<int>());
    }

    [Fact]
    public async Task Garbled_and_truncated_answers_are_no_json_though_the_call_was_processed()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var garbledOffer = await atlas.OfferAsync(OrderNo);
        var truncatedOffer = await atlas.OfferAsync(Scenes.Vcc.OrderNo);
        atlas.StandIn.Faults.Next("void.do", new Fault.Garbled());
        atlas.StandIn.Faults.Next("void.do", new Fault.Truncated());

        var garbled = await atlas.SubmitAsync(OrderNo, garbledOffer);
        var truncated = await atlas.SubmitAsync(Scenes.Vcc.OrderNo, truncatedOffer);

        Assert.ThrowsAny<JsonException>(() => garbled.Body);
        Assert.ThrowsAny<JsonException>(() => truncated.Body);
        Assert.StartsWith("{\"status\":0", truncated.Text, StringComparison.Ordinal);
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(OrderNo));
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(Scenes.Vcc.OrderNo));
    }

    [Fact]
    public async Task Extra_fields_stand_on_every_level()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("voidQuotation.do", new Fault.ExtraFields());

        var quote = (await atlas.QuoteAsync(OrderNo)).Body;

        Assert.True(quote.ContainsKey("addedLater"));
        Assert.True(quote["voidWindow"]!.AsObject().ContainsKey("addedObject"));
        Assert.True(quote["voidTickets"]![0]!.AsObject().ContainsKey("addedLater"));
        Assert.True(quote["isVoidable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Unknown_enum_values_keep_their_types()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("*", new Fault.UnknownEnums(), times: 2);

        var order = (await atlas.OrderAsync(OrderNo)).Body;
        var list = (await atlas.PostAsync("orderList.do", """{"pageSize":1}""")).Body;

        Assert.Equal("7", order["orderStatus"]!.GetValue<string>());
        Assert.Equal(8, order["payment"]!["paymentMethod"]!.GetValue<int>());
        Assert.Equal(7, list["orders"]![0]!["orderStatus"]!.GetValue<int>());
    }

    [Fact]
    public async Task Status_can_come_as_text_and_the_case_code_can_be_missing()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("voidQuotation.do", new Fault.StatusAsText());
        atlas.StandIn.Faults.Next("void.do", new Fault.Without("voidCode"));

        var quote = (await atlas.QuoteAsync(OrderNo)).Body;
        var accepted = await atlas.SubmitAsync(OrderNo, quote["voidOfferId"]!.GetValue<string>());

        Assert.Equal("0", quote["status"]!.GetValue<string>());
        Assert.Equal(0, accepted.Status);
        Assert.Null(accepted.Body["voidCode"]);
    }

    [Fact]
    public async Task Delayed_call_is_processed_although_the_caller_gave_up()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(OrderNo);
        var gate = new Gate();
        atlas.StandIn.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true));
        using var patience = new CancellationTokenSource();

        var call = atlas.Http.PostAsync("void.do", AtlasRehearsal.Json($$"""{"orderNo":"{{OrderNo}}","voidOfferId":"{{offer}}"}"""), patience.Token);
        await gate.Reached.WithinAsync();
        await patience.CancelAsync();

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(OrderNo));
        gate.Release();
    }

    [Fact]
    public async Task Call_held_before_processing_is_received_but_not_accepted_until_released()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var offer = await atlas.OfferAsync(OrderNo);
        var gate = new Gate();
        atlas.StandIn.Faults.Next("void.do", new Fault.Hold(gate));

        var call = atlas.SubmitAsync(OrderNo, offer);
        await gate.Reached.WithinAsync();
        var whileHeld = (atlas.StandIn.Count("void.do", OrderNo), atlas.StandIn.AcceptedVoids(OrderNo));
        gate.Release();
        var answer = await call;

        Assert.Equal((1, 0), whileHeld);
        Assert.Equal(0, answer.Status);
        Assert.Equal(1, atlas.StandIn.AcceptedVoids(OrderNo));
    }

    [Fact]
    public async Task Delay_answers_late()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("queryOrderDetails.do", new Fault.Delay(TimeSpan.FromMilliseconds(60)));
        var began = TimeProvider.System.GetTimestamp();

        var answer = await atlas.OrderAsync(OrderNo);

        Assert.Equal(0, answer.Status);
        Assert.True(TimeProvider.System.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(50));
    }

    [Fact]
    public async Task Fault_meets_only_its_path_its_order_and_its_number_of_calls()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        atlas.StandIn.Faults.Next("voidQuotation.do", new Fault.Html(500), OrderNo, times: 2);

        var other = await atlas.QuoteAsync(Scenes.Vcc.OrderNo);
        var otherPath = await atlas.OrderAsync(OrderNo);
        var first = await atlas.QuoteAsync(OrderNo);
        var second = await atlas.QuoteAsync(OrderNo);
        var third = await atlas.QuoteAsync(OrderNo);

        Assert.Equal(HttpStatusCode.OK, other.Http);
        Assert.Equal(HttpStatusCode.OK, otherPath.Http);
        Assert.Equal(HttpStatusCode.InternalServerError, first.Http);
        Assert.Equal(HttpStatusCode.InternalServerError, second.Http);
        Assert.Equal(HttpStatusCode.OK, third.Http);
    }

    [Fact]
    public void Every_listed_fault_name_is_known()
    {
        Assert.All(FaultNames.All, name => Assert.NotNull(FaultNames.Find(name)));
        Assert.Null(FaultNames.Find("hold"));
    }
}
