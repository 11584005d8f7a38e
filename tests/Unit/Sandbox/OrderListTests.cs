using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class OrderListTests
{
    [Theory]
    [InlineData("""{"orderNo":"TESTA20260801000000002"}""", "vcc")]
    [InlineData("""{"airlinePNRs":["S10002","S99999"]}""", "vcc")]
    [InlineData("""{"paxName":"WANG/XIAO"}""", "chinese-name")]
    [InlineData("""{"contactEmail":"wang.xiaoming@example.com"}""", "chinese-name")]
    [InlineData("""{"fromCity":"MEX","toCity":"CUN"}""", "plain-deposit")]
    [InlineData("""{"fromCity":"TYO"}""", "paid-in-yen")]
    [InlineData("""{"depDate":"20260920","airlines":["Y4"],"fromCity":"MEX"}""", "plain-deposit")]
    [InlineData("""{"orderStatus":[0]}""", "unpaid")]
    [InlineData("""{"orderStatus":[1]}""", "ticketing")]
    [InlineData("""{"createTimeRangeTo":"2026-08-31T00:00:00Z"}""", "window-closed-822")]
    [InlineData("""{"airlines":["ZG"],"page":1,"clientOrderNo":"ignored"}""", "paid-in-yen")]
    public async Task Filter_finds_the_one_order(string body, string key)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = (await atlas.PostAsync("orderList.do", body)).Body;

        Assert.Null(answer["msg"]);
        Assert.Equal(Scenes.Find(key)!.OrderNo, Assert.Single(answer["orders"]!.AsArray())!["orderNo"]!.GetValue<string>());
        Assert.Equal(1, answer["totalRecords"]!.GetValue<int>());
    }

    [Fact]
    public async Task Row_shows_states_as_numbers_and_times_in_utc()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var row = await OnlyRowAsync(atlas, Scenes.PlainDeposit.OrderNo);

        Assert.Equal(2, row["orderStatus"]!.GetValue<int>());
        Assert.Equal("2026-09-01T02:20:00Z", row["paymentTimestamp"]!.GetValue<string>());
        Assert.Equal("20260920", row["depDate"]!.GetValue<string>());
        Assert.Equal("""["SAMPLE/ANNA"]""", row["paxNames"]!.ToJsonString());
    }

    [Fact]
    public async Task Two_locators_stand_in_one_element()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var row = await OnlyRowAsync(atlas, Scenes.RoundTripTwoPnrs.OrderNo);

        Assert.Equal("""["S10039|X10039"]""", row["airlinePNRs"]!.ToJsonString());
    }

    [Fact]
    public async Task Unpaid_row_has_neither_locator_nor_payment_time()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var row = await OnlyRowAsync(atlas, Scenes.Unpaid.OrderNo);

        Assert.Null(row["airlinePNRs"]);
        Assert.Null(row["paymentTimestamp"]);
    }

    [Fact]
    public async Task Pages_are_newest_first_and_do_not_overlap()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var first = (await atlas.PostAsync("orderList.do", """{"page":1,"pageSize":5}""")).Body;
        var second = (await atlas.PostAsync("orderList.do", """{"page":2,"pageSize":5}""")).Body;

        var created = first["orders"]!.AsArray().Concat(second["orders"]!.AsArray())
            .Select(o => o!["orderCreateTimestamp"]!.GetValue<string>())
            .ToList();
        Assert.Equal(created.OrderDescending(StringComparer.Ordinal), created);
        Assert.Empty(first["orders"]!.AsArray().Select(No).Intersect(second["orders"]!.AsArray().Select(No), StringComparer.Ordinal));
        Assert.Equal(Scenes.All.Count, first["totalRecords"]!.GetValue<int>());
    }

    [Fact]
    public async Task Totals_can_be_text_and_extras_orders_listed()
    {
        await using var atlas = await AtlasRehearsal.StartAsync(new StandInOptions { ListTotalsAsText = true, ListAncillaryOrders = true });

        var answer = (await atlas.PostAsync("orderList.do", """{"paxName":"SAMPLE/GRACE"}""")).Body;

        Assert.Equal("2", answer["totalRecords"]!.GetValue<string>());
        Assert.Equal(2, answer["orders"]!.AsArray().Count);
    }

    private static string No(JsonNode? row) => row!["orderNo"]!.GetValue<string>();

    private static async Task<JsonNode> OnlyRowAsync(AtlasRehearsal atlas, string orderNo) =>
        Assert.Single((await atlas.PostAsync("orderList.do", new JsonObject { ["orderNo"] = orderNo })).Body["orders"]!.AsArray())!;
}
