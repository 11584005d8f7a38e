using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class AsiaBillSceneTests
{
    [Fact]
    public void Scenes_HaveKeysAndTradeNumbersOfTheirOwn()
    {
        Assert.All(PaymentScenes.All, s => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", s.Key));
        Assert.All(PaymentScenes.All, s => Assert.Matches("^[0-9]{22}$", s.TradeNo));
        Assert.Distinct(PaymentScenes.All.Select(s => s.Key), StringComparer.Ordinal);
        Assert.Distinct(PaymentScenes.All.Select(s => s.TradeNo), StringComparer.Ordinal);
        Assert.Equal(16, PaymentScenes.All.Count);
    }

    [Fact]
    public void Scenes_AreToldInBothLanguages()
    {
        Assert.All(PaymentScenes.All, s => Assert.All([s.Title, s.Expectation], text => Assert.Matches("^[ -~]+$", text)));
        Assert.All(PaymentScenes.All, s => Assert.All([s.TitleZh, s.ExpectationZh], text => Assert.Matches("[\u4e00-\u9fff]", text)));
    }

    [Fact]
    public void Scenes_NamedInTheManual_KeepTheirNumbers()
    {
        Assert.Equal("2026080112000000000001", PaymentScenes.Find("plain")!.TradeNo);
        Assert.Equal("2026080112000000000003", PaymentScenes.Find("lost-reply-after")!.TradeNo);
        Assert.Equal("2026080112000000000016", PaymentScenes.Find("fails-after-success")!.TradeNo);
        Assert.Null(PaymentScenes.Find("no-such-scene"));
    }

    [Fact]
    public async Task Reset_PlaysEverySceneAgainFromThePresent()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => card.WholeAsync(PaymentScenes.LostReplyAfter, "240.00"));
        await card.RefundAsync(AsiaBillRehearsal.Body(PaymentScenes.Plain.TradeNo, "200.00", "1"), "once");
        card.Clock.Advance(TimeSpan.FromDays(365));

        card.StandIn.Reset();

        Assert.Empty(card.StandIn.Calls);
        Assert.Equal("410008", Assert.Single(card.StandIn.AllRefunds()).BatchNo);
        Assert.Equal(0, card.StandIn.RecordedRefunds(PaymentScenes.Plain.TradeNo));
        Assert.Equal("00000", (await card.RefundAsync(AsiaBillRehearsal.Body(PaymentScenes.Plain.TradeNo, "200.00", "1"), "once")).Code);
        await Assert.ThrowsAsync<HttpRequestException>(() => card.WholeAsync(PaymentScenes.LostReplyAfter, "240.00"));
    }

    [Fact]
    public async Task Copies_OfAScene_PlayItUnderTheirOwnNumbers()
    {
        await using var card = await AsiaBillRehearsal.StartAsync();

        var first = card.StandIn.CopyOf(PaymentScenes.HalfRefunded);
        var second = card.StandIn.CopyOf(PaymentScenes.LostReplyAfter);

        Assert.Matches("^[0-9]{22}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal("R0025", (await card.RefundAsync(AsiaBillRehearsal.Body(first, "130.01", "2"))).Code);
        await Assert.ThrowsAsync<HttpRequestException>(() => card.RefundAsync(AsiaBillRehearsal.Body(second, "240.00", "1")));
        Assert.Equal(1, card.StandIn.RecordedRefunds(second));
    }
}
