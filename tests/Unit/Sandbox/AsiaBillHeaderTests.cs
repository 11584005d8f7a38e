using System.Net;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Sandbox;

public sealed class AsiaBillHeaderTests
{
    private static readonly string Text = AsiaBillRehearsal.Body(PaymentScenes.Plain.TradeNo, "10.00", "2").ToJsonString();

    [Theory]
    [InlineData("gateway-no")]
    [InlineData("request-id")]
    [InlineData("request-time")]
    [InlineData("sign-info")]
    public async Task Header_Missing_IsP0002AndNothingHappens(string header)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var headers = card.Headers(Text);
        headers.Remove(header);

        var answer = await card.SendAsync(HttpMethod.Post, AsiaBillRehearsal.Refunds, Text, headers);

        Assert.Equal((HttpStatusCode.OK, "P0002"), (answer.Http, answer.Code));
        Assert.Null(answer.Body["data"]);
        Assert.Equal((1, 0), (card.StandIn.Count(AsiaBillStandIn.RefundPath, PaymentScenes.Plain.TradeNo), card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo)));
    }

    [Theory]
    [InlineData("gateway-no", "99999001", "L0001")]
    [InlineData("request-id", "with space", "P0001")]
    [InlineData("request-id", "12345678901234567890123456789012345678901234567890123456789012345", "P0001")]
    [InlineData("request-time", "2026-09-01", "P0001")]
    [InlineData("sign-info", "00", "L0005")]
    public async Task Header_Wrong_HasItsCode(string header, string value, string code)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var headers = card.Headers(Text);
        headers[header] = value;

        Assert.Equal(code, (await card.SendAsync(HttpMethod.Post, AsiaBillRehearsal.Refunds, Text, headers)).Code);
        Assert.Equal(0, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
    }

    [Theory]
    [InlineData(-600_000, "00000")]
    [InlineData(600_000, "00000")]
    [InlineData(-600_001, "L0003")]
    [InlineData(600_001, "L0003")]
    public async Task RequestTime_FurtherThanTenMinutesAway_IsL0003(int milliseconds, string code)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var time = AsiaBillRehearsal.TimeAt(card.Clock.GetUtcNow().AddMilliseconds(milliseconds));

        Assert.Equal(code, (await card.SendAsync(HttpMethod.Post, AsiaBillRehearsal.Refunds, Text, card.Headers(Text, time: time))).Code);
    }

    [Fact]
    public async Task RequestId_Repeated_IsL0004ForHalfAnHour()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var first = await card.RefundAsync(Text, "once");
        card.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromMilliseconds(1));
        var within = await card.RefundAsync(Text, "once");
        var other = await card.RefundAsync(Text, "Once");
        card.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var later = await card.RefundAsync(Text, "once");

        Assert.Equal(["00000", "L0004", "00000", "00000"], [first.Code, within.Code, other.Code, later.Code]);
        Assert.Equal(3, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
    }

    [Fact]
    public async Task RequestId_OfACallThatWasRefused_IsTakenToo()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var refused = await card.RefundAsync("{}", "once");

        Assert.Equal("P0002", refused.Code);
        Assert.Equal("L0004", (await card.RefundAsync(Text, "once")).Code);
    }

    [Fact]
    public async Task RequestId_OfACallThatStillRuns_IsTakenOnArrival()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var gate = new Gate();
        card.StandIn.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Hold(gate));

        var held = card.RefundAsync(Text, "once");
        await gate.Reached.WithinAsync();
        var probe = await card.RefundAsync(Text, "once");
        gate.Release();

        Assert.Equal(("L0004", "00000"), (probe.Code, (await held).Code));
        Assert.Equal(1, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
    }

    [Fact]
    public async Task Signature_InLowerCase_IsAccepted()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var headers = card.Headers(Text);
        headers["sign-info"] = headers["sign-info"].ToLowerInvariant();

        Assert.Equal("00000", (await card.SendAsync(HttpMethod.Post, AsiaBillRehearsal.Refunds, Text, headers)).Code);
    }

    [Fact]
    public async Task Signature_OfAnotherWritingOfTheBody_IsL0005()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        Assert.Equal("L0005", (await card.SendAsync(HttpMethod.Post, AsiaBillRehearsal.Refunds, Text + " ", card.Headers(Text))).Code);
    }

    [Fact]
    public async Task Signature_OfAQuery_IsAskedForByName()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.RefundAsync(Text)).BatchNo;
        var path = $"{AsiaBillRehearsal.Refunds}/{batchNo}?b=2%2F&a=1";

        var signed = await card.SendAsync(HttpMethod.Get, path, null, card.Headers($"{batchNo}.12/"));
        var unsigned = await card.SendAsync(HttpMethod.Get, path, null, card.Headers(batchNo));

        Assert.Equal(("00000", "L0005"), (signed.Code, unsigned.Code));
    }

    [Theory]
    [InlineData("GET", "/openApi/V2022-03/refund")]
    [InlineData("POST", "/openApi/V2022-03/refund/442011")]
    [InlineData("GET", "/openApi/V2022-03/refund/442011/more")]
    [InlineData("POST", "/openApi/refund")]
    [InlineData("POST", "/openApi/V2022-03/Refund")]
    public async Task Address_OrMethodThatIsNotThere_IsL0002(string method, string path)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        Assert.Equal("L0002", (await card.SendAsync(new HttpMethod(method), path, "{}", card.Headers("{}"))).Code);
        Assert.Equal(0, card.StandIn.Count(AsiaBillStandIn.RefundPath));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_IsSignedUnlessSwitchedOff(bool isSigned)
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { RepliesAreSigned = isSigned });

        var answer = await card.RefundAsync(Text, "one-of-ours");

        Assert.Equal((AsiaBillRehearsal.GatewayNo, "one-of-ours", card.TimeNow), (answer.Headers["gateway-no"], answer.Headers["response-id"], answer.Headers["response-time"]));
        Assert.DoesNotContain("version", answer.Headers.Keys);
        Assert.Equal(isSigned, answer.Headers["sign-info"] == AsiaBillRehearsal.Sign(AsiaBillRehearsal.GatewayNo + "one-of-ours" + card.TimeNow + "." + answer.Text));
    }

    [Fact]
    public async Task Reply_ThatRefuses_IsSignedToo()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var answer = await card.RefundAsync("[]", "one-of-ours");

        Assert.Equal("P0001", answer.Code);
        Assert.Equal(AsiaBillRehearsal.Sign(AsiaBillRehearsal.GatewayNo + "one-of-ours" + card.TimeNow + "." + answer.Text), answer.Headers["sign-info"]);
    }

    [Fact]
    public async Task Call_IsBooked_WithItsPaymentAndBytes()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var batchNo = (await card.RefundAsync(Text, "one-of-ours")).BatchNo;
        await card.LookUpAsync(batchNo);

        Assert.Equal([AsiaBillStandIn.RefundPath, AsiaBillStandIn.LookUpPath], card.StandIn.Calls.Select(c => c.Path));
        Assert.All(card.StandIn.Calls, c => Assert.Equal(PaymentScenes.Plain.TradeNo, c.OrderNo));
        Assert.Equal((Text, "one-of-ours"), (card.StandIn.Calls[0].Body, card.StandIn.Calls[0].Headers["Request-Id"]));
        Assert.Empty(card.StandIn.RunningCalls);
    }
}
