using System.Text.Json;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class AsiaBillRefundTests
{
    private static readonly TimeSpan UntilDone = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Refund_OfThePlainPayment_IsPendingAndThenSuccess()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var answer = await card.WholeAsync(PaymentScenes.Plain, "200.00");
        var shortBefore = await card.StatusAfterAsync(answer.BatchNo, UntilDone - TimeSpan.FromSeconds(1));
        var after = await card.StatusAfterAsync(answer.BatchNo, TimeSpan.FromSeconds(1));

        Assert.Equal(["code", "message", "data"], answer.Body.Select(p => p.Key));
        Assert.Equal(["batchNo", "refundDescription", "refundReason", "refundStatus", "tradeNo"], answer.Data.Select(p => p.Key));
        Assert.Equal((PaymentScenes.Plain.TradeNo, "Booked the wrong day"), (answer.Data["tradeNo"]!.GetValue<string>(), answer.Data["refundReason"]!.GetValue<string>()));
        Assert.Matches("^[0-9]{6}$", answer.BatchNo);
        Assert.Equal(("pending", "pending", "success"), (answer.Status, shortBefore, after));
    }

    [Fact]
    public async Task Refund_ThatFailsLater_SaysWhyAndFreesTheAmount()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var scene = PaymentScenes.FailsLater;

        var answer = await card.WholeAsync(scene, "185.40");
        var meanwhile = await card.WholeAsync(scene, "185.40");
        var after = await card.StatusAfterAsync(answer.BatchNo, UntilDone);

        Assert.Equal(("pending", "R0025", "fail"), (answer.Status, meanwhile.Code, after));
        Assert.Equal("The card issuer did not take the refund.", (await card.LookUpAsync(answer.BatchNo)).Data["refundDescription"]!.GetValue<string>());
        Assert.Equal("00000", (await card.WholeAsync(scene, "185.40")).Code);
    }

    /// <summary>What the back office has to survive.</summary>
    [Fact]
    public async Task Refund_WithTheSameMerTrackNoAndANewId_IsMadeASecondTime()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var body = AsiaBillRehearsal.Body(PaymentScenes.Plain.TradeNo, "60.00", "2", "CASE-0007-1");

        var first = await card.RefundAsync(body);
        var second = await card.RefundAsync(body);

        Assert.Equal(("00000", "00000"), (first.Code, second.Code));
        Assert.NotEqual(first.BatchNo, second.BatchNo);
        Assert.Equal(["CASE-0007-1", "CASE-0007-1"], card.StandIn.RefundsOf(PaymentScenes.Plain.TradeNo).Select(r => r.MerTrackNo));
        Assert.Equal((2, 2), (card.StandIn.Count(AsiaBillStandIn.RefundPath, PaymentScenes.Plain.TradeNo), card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo)));
    }

    [Theory]
    [InlineData("plain", "1", "200.01", "R0009")]
    [InlineData("plain", "2", "200.01", "R0009")]
    [InlineData("plain", "1", "199.99", "R0019")]
    [InlineData("plain", "2", "200.00", "R0019")]
    [InlineData("whole-only", "2", "309.99", "R0020")]
    [InlineData("whole-only", "1", "310.00", "00000")]
    [InlineData("older-than-180-days", "1", "420.00", "R0027")]
    [InlineData("being-settled", "1", "150.00", "R0021")]
    [InlineData("half-refunded", "2", "130.01", "R0025")]
    [InlineData("half-refunded", "1", "260.00", "R0025")]
    [InlineData("half-refunded", "2", "130.00", "00000")]
    [InlineData("in-yen", "1", "24800", "00000")]
    [InlineData("in-yen", "1", "24800.00", "00000")]
    [InlineData("in-yen", "2", "100.50", "P0001")]
    [InlineData("payment-failed", "1", "64.00", "R0013")]
    public async Task Refund_ThatThePaymentDoesNotAllow_IsRefusedWithItsReason(string scene, string type, string amount, string code)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var tradeNo = PaymentScenes.Find(scene)!.TradeNo;

        var answer = await card.RefundAsync(AsiaBillRehearsal.Body(tradeNo, amount, type));

        Assert.Equal(code, answer.Code);
        Assert.Equal(code == "00000" ? 1 : 0, card.StandIn.RecordedRefunds(tradeNo));
    }

    [Fact]
    public async Task Refund_OfAnUnknownPayment_IsR0098()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        Assert.Equal("R0098", (await card.RefundAsync(AsiaBillRehearsal.Body("2026080112000099999999", "1.00", "2"))).Code);
    }

    [Fact]
    public async Task Refund_OnTheHundredAndEightiethDay_IsStillMade()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Pay(new CardPayment("2026030100000000000001", "USD", 20m, card.Clock.GetUtcNow().AddDays(-180)));

        var onTheDay = await card.RefundAsync(AsiaBillRehearsal.Body("2026030100000000000001", "1.00", "2"));
        card.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("00000", "R0027"), (onTheDay.Code, (await card.RefundAsync(AsiaBillRehearsal.Body("2026030100000000000001", "1.00", "2"))).Code));
    }

    [Fact]
    public async Task Refund_WhileBeingSettled_GoesThroughAnHourLater()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        var now = await card.WholeAsync(PaymentScenes.BeingSettled, "150.00");
        card.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(("R0021", "00000"), (now.Code, (await card.WholeAsync(PaymentScenes.BeingSettled, "150.00")).Code));
    }

    [Fact]
    public async Task Refunds_InParts_EndAtTheOriginal()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var first = await card.PartAsync(PaymentScenes.Plain, "120.00");
        var tooMuch = await card.PartAsync(PaymentScenes.Plain, "80.01");
        var rest = await card.PartAsync(PaymentScenes.Plain, "80.00");

        Assert.Equal(["00000", "R0025", "00000"], [first.Code, tooMuch.Code, rest.Code]);
    }

    [Theory]
    [InlineData("tradeNo", null, "P0002")]
    [InlineData("tradeNo", "\"202608011200000000001\"", "P0001")]
    [InlineData("refundType", null, "P0002")]
    [InlineData("refundType", "\"3\"", "P0001")]
    [InlineData("refundAmount", "10.00", "P0002")]
    [InlineData("refundAmount", "\"10.001\"", "P0001")]
    [InlineData("refundAmount", "\"10,00\"", "P0001")]
    [InlineData("refundAmount", "\"-10.00\"", "P0001")]
    [InlineData("refundAmount", "\"0.00\"", "P0001")]
    [InlineData("refundReason", "\"\"", "P0002")]
    [InlineData("remark", null, "P0002")]
    [InlineData("merTrackNo", null, "P0002")]
    [InlineData("merTrackNo", "\"CASE-00000000000000000000000000-1\"", "P0001")]
    public async Task Field_MissingOrMalformed_HasItsCodeAndItsName(string field, string? json, string code)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var body = AsiaBillRehearsal.Body(PaymentScenes.Plain.TradeNo, "10.00", "2");
        body.Remove(field);
        if (json is not null)
            body[field] = JsonNode.Parse(json);

        var answer = await card.RefundAsync(body);

        Assert.Equal(code, answer.Code);
        Assert.EndsWith(": " + field, answer.Body["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(0, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"tradeNo\":\"1\",\"tradeNo\":\"2\"}")]
    public async Task Body_ThatIsNoObject_IsP0001(string body)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        Assert.Equal("P0001", (await card.RefundAsync(body)).Code);
        Assert.Equal(1, card.StandIn.Count(AsiaBillStandIn.RefundPath));
    }

    [Fact]
    public async Task SuccessCode_IsLongOrShort_BySwitchAndByPayment()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var ofThePayment = await card.WholeAsync(PaymentScenes.ShortCode, "75.00");
        var usual = await card.PartAsync(PaymentScenes.Plain, "1.00");
        card.StandIn.Options = card.StandIn.Options with { ShortSuccessCode = true };
        var switched = await card.LookUpAsync(usual.BatchNo);

        Assert.Equal(["0000", "00000", "0000"], [ofThePayment.Code, usual.Code, switched.Code]);
    }

    [Fact]
    public async Task BatchNo_IsTextOrNumber_BySwitchAndByPayment()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var ofThePayment = await card.WholeAsync(PaymentScenes.AsNumbers, "88.80");
        var usual = await card.PartAsync(PaymentScenes.Plain, "1.00");
        card.StandIn.Options = card.StandIn.Options with { NumbersAsNumbers = true };
        var switched = await card.LookUpAsync(usual.BatchNo);

        Assert.Equal(
            [JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Number],
            [ofThePayment.Data["batchNo"]!.GetValueKind(), usual.Data["batchNo"]!.GetValueKind(), switched.Data["batchNo"]!.GetValueKind()]);
        Assert.Equal(JsonValueKind.String, ofThePayment.Data["tradeNo"]!.GetValueKind());
    }

    [Fact]
    public async Task LookUp_FindsTheEarlierRefundAndNoUnknownOne()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var earlier = await card.LookUpAsync("410008");

        Assert.Equal(("success", PaymentScenes.HalfRefunded.TradeNo), (earlier.Status, earlier.Data["tradeNo"]!.GetValue<string>()));
        Assert.Equal("R0098", (await card.LookUpAsync("999999")).Code);
    }

    [Fact]
    public async Task Refund_ThatFailsAfterItsSuccess_TellsBoth()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.WholeAsync(PaymentScenes.FailsAfterSuccess, "140.00")).BatchNo;

        Assert.Equal("success", await card.StatusAfterAsync(batchNo, UntilDone));
        Assert.Equal("fail", await card.StatusAfterAsync(batchNo, TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public async Task Refund_ThatStaysPending_WaitsForADecision()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.WholeAsync(PaymentScenes.StaysPending, "120.00")).BatchNo;

        var afterWeeks = await card.StatusAfterAsync(batchNo, TimeSpan.FromDays(30));

        Assert.True(card.StandIn.SetOutcome(batchNo, CardRefundStatus.Fail, "Given up"));
        Assert.False(card.StandIn.SetOutcome("999999", CardRefundStatus.Fail));
        Assert.Equal(("pending", "fail"), (afterWeeks, (await card.LookUpAsync(batchNo)).Status));
    }

    [Fact]
    public async Task Refund_ThatSucceedsAtOnce_IsNeverPending()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        card.StandIn.Pay(new CardPayment("2026083000000000000001", "EUR", 20m, card.Clock.GetUtcNow()) { Course = RefundCourse.SucceedsAtOnce });

        Assert.Equal("success", (await card.RefundAsync(AsiaBillRehearsal.Body("2026083000000000000001", "20.00", "1"))).Status);
    }

    [Fact]
    public async Task Refund_MadeInTheBackOffice_TakesFromTheSameAmountAndIsNotOurs()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var batchNo = card.StandIn.RefundInPortal(PaymentScenes.Plain.TradeNo, 150m);

        Assert.Equal("R0025", (await card.PartAsync(PaymentScenes.Plain, "50.01")).Code);
        Assert.Equal("pending", (await card.LookUpAsync(batchNo!)).Status);
        Assert.Equal(0, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
        Assert.Null(card.StandIn.RefundInPortal(PaymentScenes.Plain.TradeNo, 50.01m));
    }
}
