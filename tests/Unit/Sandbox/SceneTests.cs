using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class SceneTests
{
    [Fact]
    public void Keys_and_order_numbers_are_well_formed_and_unique()
    {
        Assert.All(Scenes.All, s => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", s.Key));
        Assert.All(Scenes.All, s => Assert.Matches("^TESTA[0-9]{17}$", s.OrderNo));
        Assert.Distinct(Scenes.All.Select(s => s.Key), StringComparer.Ordinal);
        Assert.Distinct(Scenes.All.Select(s => s.OrderNo), StringComparer.Ordinal);
        Assert.True(Scenes.All.Count >= 30);
    }

    [Fact]
    public void Every_scene_is_told_in_both_languages()
    {
        Assert.All(Scenes.All, s => Assert.All([s.Title, s.Expectation], text => Assert.Matches("^[ -~]+$", text)));
        Assert.All(Scenes.All, s => Assert.All([s.TitleZh, s.ExpectationZh], text => Assert.Matches("[\u4e00-\u9fff]", text)));
    }

    [Fact]
    public void Scenes_that_are_known_by_number_keep_it()
    {
        Assert.Equal("TESTA20260801000000001", Scenes.Find("plain-deposit")!.OrderNo);
        Assert.Equal("TESTA20260801000000021", Scenes.Find("lost-reply-after")!.OrderNo);
        Assert.Equal("TESTA20260801000000040", Scenes.Find("unknown-airport")!.OrderNo);
        Assert.Equal("TESTA20260801000000051", Scenes.Find("refund-after-window")!.OrderNo);
        Assert.Equal("TESTA20260801000000062", Scenes.Find("refund-quotation-9999")!.OrderNo);
        Assert.Null(Scenes.Find("no-such-scene"));
    }

    [Fact]
    public async Task Reset_plays_every_scene_again_from_the_present()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        await atlas.VoidAsync(Scenes.PlainDeposit);
        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.VoidAsync(Scenes.LostReplyAfter));
        atlas.Clock.Advance(TimeSpan.FromDays(40));

        atlas.StandIn.Reset();

        Assert.Empty(atlas.StandIn.Calls);
        Assert.Equal(0, atlas.StandIn.AcceptedVoids(Scenes.PlainDeposit.OrderNo));
        Assert.Equal(0, (await atlas.QuoteAsync(Scenes.PlainDeposit.OrderNo)).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => atlas.VoidAsync(Scenes.LostReplyAfter));
    }
}
