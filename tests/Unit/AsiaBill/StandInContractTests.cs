using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Sandbox;
using CardRefundStatus = BackOffice.Core.Payments.CardRefundStatus;

namespace Unit.AsiaBill;

/// <summary>The client against the stand-in, which was written from the same pages by other rules: both sign alike, and read each other.</summary>
public sealed class StandInContractTests
{
    [Fact]
    public async Task Refund_AtTheStandIn_IsAcceptedFollowedAndNoticed()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await using var listener = await CallbackListener.StartAsync();
        card.StandIn.Notices.Register(listener.Address);
        using var clients = Clients(card);

        var accepted = Assert.IsType<SendResult.Accepted>(await SendAsync(clients, PaymentScenes.Plain, 1230, CardRefundType.Part));
        var pending = Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await LookUpAsync(clients, accepted));
        card.Clock.Advance(TimeSpan.FromMinutes(5));
        var done = Assert.IsType<PartnerAnswer<CardRefundProgress>.Answered>(await LookUpAsync(clients, accepted));
        await card.StandIn.PumpAsync();
        var heard = Assert.Single(listener.Heard);
        var verdict = clients.Notices.Check(
            new CardNoticeHead(heard.Headers["request-id"], heard.Headers["request-time"], heard.Headers["version"], heard.Headers["sign-info"]),
            System.Text.Encoding.UTF8.GetBytes(heard.Text));

        Assert.Equal(((int?)0, (CardRefundStatus?)CardRefundStatus.Pending, (CardRefundStatus?)CardRefundStatus.Success), (accepted.Progress.Status, pending.Value.Status, done.Value.Status));
        Assert.Equal(PaymentScenes.Plain.TradeNo, done.Value.TradeNo);
        Assert.Equal(new CardNotice("refund.success", accepted.Progress.PartnerRef, "C-2026-000001-1", TradeNo.Of(PaymentScenes.Plain.TradeNo)), verdict.Notice);
        Assert.DoesNotContain(clients.Log, line => line.StartsWith("2220 ", StringComparison.Ordinal));
    }

    /// <summary>What the stand-in refuses by codes of its own invention is unknown here, and so is everything that got lost.</summary>
    [Theory]
    [InlineData(nameof(PaymentScenes.LostReplyAfter), "connection")]
    [InlineData(nameof(PaymentScenes.LostReplyBefore), "connection")]
    [InlineData(nameof(PaymentScenes.ErrorRecorded), "code-S0001")]
    [InlineData(nameof(PaymentScenes.ErrorNotRecorded), "code-S0001")]
    [InlineData(nameof(PaymentScenes.BeingSettled), "code-R0021")]
    [InlineData(nameof(PaymentScenes.TooOld), "code-R0027")]
    public async Task Refund_ThatTheStandInDoesNotTake_IsUnknown(string scene, string reason)
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        using var clients = Clients(card);
        var payment = (PaymentScene)typeof(PaymentScenes).GetProperty(scene)!.GetValue(null)!;

        Assert.Equal(reason, Assert.IsType<SendResult.Unknown>(await SendAsync(clients, payment, 100, CardRefundType.Part)).Reason);
    }

    [Fact]
    public async Task Refund_SignedWithAnotherKey_IsRefusedByName()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        using var clients = Clients(card, "another-key");

        var refused = Assert.IsType<SendResult.Refused>(await SendAsync(clients, PaymentScenes.Plain, 100, CardRefundType.Part));

        Assert.True(refused.Refusal.Is(PaymentsRefusals.SignatureRefused));
        Assert.Equal(0, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
    }

    private static AsiaBillClients Clients(AsiaBillRehearsal card, string key = AsiaBillRehearsal.SignKey) =>
        new(card.Http.BaseAddress!.AbsoluteUri, card.Clock, options => (options.GatewayNo, options.SignKey) = (AsiaBillRehearsal.GatewayNo, key));

    private static Task<SendResult> SendAsync(AsiaBillClients clients, PaymentScene scene, long minor, CardRefundType type)
    {
        var tradeNo = TradeNo.Of(scene.TradeNo);
        var body = CardRefundBody.Of(new CardRefundWords(tradeNo, type, new Money(minor, "USD"), "客户退票", "TESTA20260901093000111", "C-2026-000001-1")).Require();
        return clients.Sends.SendRefundAsync(new CardRefundCall(tradeNo, "0F8FAD5BD9CB469FA16570867728950E", body), clients.Term, TestContext.Current.CancellationToken);
    }

    private static Task<PartnerAnswer<CardRefundProgress>> LookUpAsync(AsiaBillClients clients, SendResult.Accepted accepted) =>
        clients.Questions.LookUpAsync(accepted.Progress.PartnerRef, TestContext.Current.CancellationToken);
}
