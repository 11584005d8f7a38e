using System.Globalization;
using System.Text.Json;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class AsiaBillNoticeTests
{
    private static readonly TimeSpan UntilDone = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Notice_OfASuccess_IsSignedAndTellsTheRefund()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card);
        var batchNo = (await card.PartAsync(PaymentScenes.Plain, "12.30")).BatchNo;

        await card.StandIn.PumpAsync();
        var whilePending = listener.Heard.Count;
        await PumpAfterAsync(card, UntilDone);

        var notice = Assert.Single(listener.Heard);
        Assert.Equal((0, "refund.success"), (whilePending, notice.Type));
        Assert.Equal(
            [
                ("amount", "12.30"), ("batchNo", batchNo), ("currency", "USD"), ("merTrackNo", "CASE-0001-1"), ("noticeDate", "2026-09-01 11:05:00"), ("orderAmount", "200.00"),
                ("orderCurrency", "USD"), ("orderNo", "SHOP" + PaymentScenes.Plain.TradeNo), ("reason", "Booked the wrong day"), ("tradeNo", PaymentScenes.Plain.TradeNo),
            ],
            notice.Data.Select(p => (p.Key, p.Value!.GetValue<string>())).OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.Equal((AsiaBillRehearsal.GatewayNo, card.TimeNow, "V2022-03"), (notice.Headers["gateway-no"], notice.Headers["request-time"], notice.Headers["version"]));
        Assert.Equal(notice.ExpectedSignature, notice.Headers["sign-info"]);
        Assert.Equal(NoticeFate.Delivered, Assert.Single(card.StandIn.Notices.Deliveries).Fate);
    }

    [Fact]
    public async Task Notice_OfAFail_IsRefundFail()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card);
        await card.WholeAsync(PaymentScenes.FailsLater, "185.40");

        await PumpAfterAsync(card, UntilDone);

        Assert.Equal("refund.fail", Assert.Single(listener.Heard).Type);
    }

    [Fact]
    public async Task Notices_LeaveByThemselves_InTheApp()
    {
        await using var card = await AsiaBillRehearsal.StartAsync(isPumping: true);
        await using var listener = await ListenAsync(card);
        await card.PartAsync(PaymentScenes.Plain, "12.30");

        card.Clock.Advance(UntilDone);
        await listener.First.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("refund.success", listener.Heard[0].Type);
    }

    [Fact]
    public async Task Notice_WithoutAnAddressOrToAnotherMachine_GoesNowhere()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await card.PartAsync(PaymentScenes.Plain, "1.00");
        await PumpAfterAsync(card, UntilDone);
        card.StandIn.Notices.Register(new Uri("https://callback.example.com/x"));
        await card.PartAsync(PaymentScenes.Plain, "1.00");
        await PumpAfterAsync(card, UntilDone);
        await PumpAfterAsync(card, UntilDone);

        Assert.Equal([NoticeFate.NoAddress, NoticeFate.NoAddress], card.StandIn.Notices.Deliveries.Select(d => d.Fate));
    }

    [Fact]
    public async Task Notice_WithoutMerTrackNo_WhenSwitchedSo()
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { NoticesNameTrack = false });
        await using var listener = await ListenAsync(card);
        await card.PartAsync(PaymentScenes.Plain, "1.00");

        await PumpAfterAsync(card, UntilDone);

        Assert.False(Assert.Single(listener.Heard).Data.ContainsKey("merTrackNo"));
    }

    [Fact]
    public async Task Notice_WithNumbers_KeepsEveryDigit()
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { TradeNoAsNumber = true });
        await using var listener = await ListenAsync(card);
        await card.WholeAsync(PaymentScenes.AsNumbers, "88.80");

        await PumpAfterAsync(card, UntilDone);

        var notice = Assert.Single(listener.Heard);
        Assert.All(["amount", "orderAmount", "batchNo", "tradeNo"], field => Assert.Equal(JsonValueKind.Number, notice.Data[field]!.GetValueKind()));
        Assert.Contains("\"amount\":88.80,", notice.Text, StringComparison.Ordinal);
        Assert.Contains($"\"tradeNo\":{PaymentScenes.AsNumbers.TradeNo},", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_OfYen_HasNoDecimals()
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { NoticeDateShape = NoticeDateShape.WithT });
        await using var listener = await ListenAsync(card);
        await card.WholeAsync(PaymentScenes.InYen, "24800.00");

        await PumpAfterAsync(card, UntilDone);

        var notice = Assert.Single(listener.Heard);
        Assert.Equal(("24800", "24800", "2026-09-01T11:05:00"), (notice.Data["amount"]!.GetValue<string>(), notice.Data["orderAmount"]!.GetValue<string>(), notice.Data["noticeDate"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("SUCCESS", 200, NoticeFate.Delivered, 1)]
    [InlineData(" success\n", 200, NoticeFate.Delivered, 1)]
    [InlineData("ok", 200, NoticeFate.NotTaken, 2)]
    [InlineData("", 200, NoticeFate.NotTaken, 2)]
    [InlineData("success", 500, NoticeFate.NotTaken, 2)]
    public async Task Notice_IsSentAgain_UntilTheAnswerIsSuccess(string answer, int status, NoticeFate fate, int sendings)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card);
        (listener.Answer, listener.AnswerStatus) = (answer, status);
        await card.PartAsync(PaymentScenes.Plain, "1.00");

        await PumpAfterAsync(card, UntilDone);
        await PumpAfterAsync(card, TimeSpan.FromSeconds(14));
        var tooEarly = listener.Heard.Count;
        await PumpAfterAsync(card, TimeSpan.FromSeconds(1));

        Assert.Equal((fate, 1, sendings), (card.StandIn.Notices.Deliveries[0].Fate, tooEarly, listener.Heard.Count));
    }

    [Fact]
    public async Task Notice_ThatNobodyTakes_IsSentFifteenTimesOverFourteenHours()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card);
        listener.Answer = "not yet";
        await card.PartAsync(PaymentScenes.Plain, "1.00");
        await PumpAfterAsync(card, UntilDone);

        foreach (var gap in AsiaBillNotices.RepeatedAfter)
            await PumpAfterAsync(card, gap);
        await PumpAfterAsync(card, TimeSpan.FromDays(1));

        Assert.Equal(15, listener.Heard.Count);
        Assert.Equal(new TimeSpan(14, 7, 0), AsiaBillNotices.RepeatedAfter.Aggregate(TimeSpan.Zero, (sum, gap) => sum + gap));
        Assert.Single(listener.Heard.Select(h => h.Headers["request-id"]).Distinct(StringComparer.Ordinal));
        Assert.Single(listener.Heard.Select(h => h.Text).Distinct(StringComparer.Ordinal));
        Assert.Equal(15, listener.Heard.Select(h => h.Headers["request-time"]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(listener.Heard, h => Assert.Equal(h.ExpectedSignature, h.Headers["sign-info"]));
    }

    [Fact]
    public async Task Notice_ToSomebodyUnreachable_ArrivesWhenHeIsBack()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        var gone = await ListenAsync(card);
        await gone.DisposeAsync();
        await card.PartAsync(PaymentScenes.Plain, "1.00");
        await PumpAfterAsync(card, UntilDone);

        await using var back = await ListenAsync(card);
        await PumpAfterAsync(card, TimeSpan.FromSeconds(15));

        Assert.Equal([NoticeFate.Failed, NoticeFate.Delivered], card.StandIn.Notices.Deliveries.Select(d => d.Fate));
        Assert.Single(back.Heard);
    }

    [Theory]
    [InlineData(NoticeTime.WhenSent, 0)]
    [InlineData(NoticeTime.WhenHappened, 12)]
    [InlineData(NoticeTime.ElevenMinutesAgo, 11)]
    public async Task Notice_IsAsOldAsTheSwitchSays(NoticeTime time, int minutes)
    {
        await using var card = await AsiaBillRehearsal.StartAsync(new AsiaBillOptions { NoticeTime = time });
        await using var listener = await ListenAsync(card);
        await card.PartAsync(PaymentScenes.Plain, "1.00");

        await PumpAfterAsync(card, UntilDone + TimeSpan.FromMinutes(12));

        var notice = Assert.Single(listener.Heard);
        var sentAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(notice.Headers["request-time"], CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.FromMinutes(minutes), card.Clock.GetUtcNow() - sentAt);
        Assert.Equal(notice.ExpectedSignature, notice.Headers["sign-info"]);
    }

    [Fact]
    public async Task DuplicatePolicy_SendsANoticeTwice()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card, NoticePolicy.Duplicate);
        await card.PartAsync(PaymentScenes.Plain, "1.00");

        await PumpAfterAsync(card, UntilDone);
        await PumpAfterAsync(card, TimeSpan.FromDays(1));

        Assert.Equal(2, listener.Heard.Count);
        Assert.Equal(listener.Heard[0].Text, listener.Heard[1].Text);
    }

    [Fact]
    public async Task ReorderedPolicy_SendsTheFailBeforeTheSuccess()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card, NoticePolicy.Reordered);
        await card.WholeAsync(PaymentScenes.FailsAfterSuccess, "140.00");

        await PumpAfterAsync(card, UntilDone);
        var afterSuccess = listener.Heard.Count;
        await PumpAfterAsync(card, TimeSpan.FromMinutes(15));

        Assert.Equal(0, afterSuccess);
        Assert.Equal(["refund.fail", "refund.success"], listener.Heard.Select(h => h.Type));
    }

    [Fact]
    public async Task ReorderedPolicy_SwapsTwoRefundsOfAPaymentAndHoldsNoLastOne()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card, NoticePolicy.Reordered);
        var first = (await card.PartAsync(PaymentScenes.Plain, "1.00")).BatchNo;
        card.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await card.PartAsync(PaymentScenes.Plain, "2.00")).BatchNo;

        await PumpAfterAsync(card, UntilDone - TimeSpan.FromMinutes(1));
        await PumpAfterAsync(card, TimeSpan.FromMinutes(1));
        var third = (await card.PartAsync(PaymentScenes.Plain, "3.00")).BatchNo;
        await PumpAfterAsync(card, UntilDone);

        Assert.Equal([second, first, third], listener.Heard.Select(h => h.BatchNo));
    }

    [Fact]
    public async Task LostPolicy_AndDelay_KeepNoticesBack()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card, NoticePolicy.Lost);
        await card.PartAsync(PaymentScenes.Plain, "1.00");
        await PumpAfterAsync(card, UntilDone);
        (card.StandIn.Notices.Policy, card.StandIn.Notices.Delay) = (NoticePolicy.Normal, TimeSpan.FromSeconds(30));
        await card.PartAsync(PaymentScenes.Plain, "2.00");
        await PumpAfterAsync(card, UntilDone);
        var before = listener.Heard.Count;
        await PumpAfterAsync(card, TimeSpan.FromSeconds(30));

        Assert.Equal(0, before);
        Assert.Equal("2.00", Assert.Single(listener.Heard).Data["amount"]!.GetValue<string>());
        Assert.Equal([NoticeFate.Lost, NoticeFate.Delivered], card.StandIn.Notices.Deliveries.Select(d => d.Fate));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ForgedNotice_IsRightInAllButItsSignature(bool isOfAKnownRefund)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await ListenAsync(card);
        var batchNo = isOfAKnownRefund ? (await card.PartAsync(PaymentScenes.Plain, "1.00")).BatchNo : "499999";

        var answered = await card.StandIn.Notices.SendForgedAsync(PaymentScenes.Plain.TradeNo, batchNo, CardRefundStatus.Success);

        var notice = Assert.Single(listener.Heard);
        Assert.Equal((200, "refund.success", batchNo), (answered, notice.Type, notice.BatchNo));
        Assert.NotEqual(notice.ExpectedSignature, notice.Headers["sign-info"]);
        Assert.DoesNotContain(card.StandIn.AllRefunds(), r => r.BatchNo == batchNo && r.Status is CardRefundStatus.Success);
    }

    private static async Task<CallbackListener> ListenAsync(AsiaBillRehearsal card, NoticePolicy policy = NoticePolicy.Normal)
    {
        var listener = await CallbackListener.StartAsync();
        card.StandIn.Notices.Register(listener.Address);
        card.StandIn.Notices.Policy = policy;
        return listener;
    }

    private static async Task PumpAfterAsync(AsiaBillRehearsal card, TimeSpan further)
    {
        card.Clock.Advance(further);
        await card.StandIn.PumpAsync();
    }
}
