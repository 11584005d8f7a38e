using System.Net;
using System.Text.Json;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Sandbox;

public sealed class AsiaBillFaultTests
{
    private static readonly string TradeNo = PaymentScenes.Plain.TradeNo;

    [Fact]
    public async Task LostReply_AfterTheRefund_LeavesItRecordedAndItsIdTaken()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var body = AsiaBillRehearsal.Body(PaymentScenes.LostReplyAfter.TradeNo, "240.00", "1");

        await Assert.ThrowsAsync<HttpRequestException>(() => card.RefundAsync(body, "once"));

        Assert.Equal("L0004", (await card.RefundAsync(body, "once")).Code);
        Assert.Equal(CardRefundStatus.Pending, Assert.Single(card.StandIn.RefundsOf(PaymentScenes.LostReplyAfter.TradeNo)).Status);
        Assert.Equal((2, 1), Counts(card, PaymentScenes.LostReplyAfter.TradeNo));
    }

    [Theory]
    [InlineData(false, "00000", 1)]
    [InlineData(true, "L0004", 0)]
    public async Task LostCall_BeforeTheRefund_LeavesNothingButItsIdBySwitch(bool takesId, string again, int refunds)
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { LostCallsTakeTheirId = takesId });
        var body = AsiaBillRehearsal.Body(PaymentScenes.LostReplyBefore.TradeNo, "96.20", "1");

        await Assert.ThrowsAsync<HttpRequestException>(() => card.RefundAsync(body, "once"));
        var recorded = card.StandIn.RecordedRefunds(PaymentScenes.LostReplyBefore.TradeNo);

        Assert.Equal(0, recorded);
        Assert.Equal(again, (await card.RefundAsync(body, "once")).Code);
        Assert.Equal((2, refunds), Counts(card, PaymentScenes.LostReplyBefore.TradeNo));
    }

    [Theory]
    [InlineData("s0001-recorded", "199.00", 1)]
    [InlineData("s0001-not-recorded", "198.00", 0)]
    public async Task S0001_LooksTheSameWhetherTheRefundIsThereOrNot(string key, string amount, int refunds)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var scene = PaymentScenes.Find(key)!;

        var answer = await card.WholeAsync(scene, amount);

        Assert.Equal(("S0001", "api request error"), (answer.Code, answer.Body["message"]!.GetValue<string>()));
        Assert.Null(answer.Body["data"]);
        Assert.Equal((1, refunds), Counts(card, scene.TradeNo));
    }

    [Theory]
    [InlineData(502, false, 0)]
    [InlineData(503, true, 1)]
    public async Task GatewayPage_ComesBeforeOrAfterTheRefund(int status, bool afterProcessing, int refunds)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Html(status, afterProcessing));

        var answer = await card.PartAsync(PaymentScenes.Plain, "10.00");

        Assert.Equal((HttpStatusCode)status, answer.Http);
        Assert.StartsWith("<html>", answer.Text, StringComparison.Ordinal);
        Assert.Equal((1, refunds), Counts(card, TradeNo));
    }

    [Fact]
    public async Task GarbledAndTruncatedReplies_AreNoJsonThoughTheRefundsAreThere()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Garbled());
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Truncated());

        var garbled = await card.PartAsync(PaymentScenes.Plain, "10.00");
        var truncated = await card.PartAsync(PaymentScenes.Plain, "10.00");

        Assert.ThrowsAny<JsonException>(() => garbled.Body);
        Assert.ThrowsAny<JsonException>(() => truncated.Body);
        Assert.Equal((2, 2), Counts(card, TradeNo));
    }

    [Fact]
    public async Task HeldRefund_IsRecordedAlthoughTheCallerGaveUp()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var gate = new Gate();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(gate, AfterProcessing: true), TradeNo);

        var call = card.PartAsync(PaymentScenes.Plain, "10.00");
        await gate.Reached.WithinAsync();
        card.Http.CancelPendingRequests();

        await Assert.ThrowsAsync<TaskCanceledException>(() => call);
        Assert.Equal((1, 1), Counts(card, TradeNo));
        Assert.Single(card.StandIn.RunningCalls);
        gate.Release();
    }

    [Fact]
    public async Task HeldRefund_BeforeProcessing_IsNotRecordedUntilReleased()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var gate = new Gate();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(gate));

        var call = card.PartAsync(PaymentScenes.Plain, "10.00");
        await gate.Reached.WithinAsync();
        var whileHeld = Counts(card, TradeNo);
        gate.Release();

        Assert.Equal("00000", (await call).Code);
        Assert.Equal(((1, 0), (1, 1)), (whileHeld, Counts(card, TradeNo)));
    }

    [Fact]
    public async Task Reply_CanLackItsNumberHaveAnUnknownStateOrUnknownFields()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Without("batchNo"));
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.UnknownEnums());
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.ExtraFields());

        var without = await card.PartAsync(PaymentScenes.Plain, "10.00");
        var unknown = await card.PartAsync(PaymentScenes.Plain, "10.00");
        var extra = await card.PartAsync(PaymentScenes.Plain, "10.00");

        Assert.Equal((false, "00000"), (without.Data.ContainsKey("batchNo"), without.Code));
        Assert.Equal("reversing", unknown.Status);
        Assert.True(extra.Data.ContainsKey("addedLater"));
        Assert.Equal((3, 3), Counts(card, TradeNo));
    }

    [Fact]
    public async Task TooManyCalls_AreAPageAndNoRefund()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Faults.Next("*", new Fault.RateLimited(RetryAfterSeconds: 7));

        var answer = await card.PartAsync(PaymentScenes.Plain, "10.00");

        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (answer.Http, answer.Headers["Retry-After"]));
        Assert.Equal((1, 0), Counts(card, TradeNo));
    }

    [Fact]
    public async Task LookUp_GoesWrongForItsOwnPaymentOnly()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.PartAsync(PaymentScenes.Plain, "10.00")).BatchNo;
        card.StandIn.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Html(500), TradeNo);

        var other = await card.LookUpAsync("410008");
        var hit = await card.LookUpAsync(batchNo);
        var again = await card.LookUpAsync(batchNo);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.OK], [other.Http, hit.Http, again.Http]);
    }

    private static (int Received, int Recorded) Counts(AsiaBillRehearsal card, string tradeNo) =>
        (card.StandIn.Count(AsiaBillStandIn.RefundPath, tradeNo), card.StandIn.RecordedRefunds(tradeNo));
}
