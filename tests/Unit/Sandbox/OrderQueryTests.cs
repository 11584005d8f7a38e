using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class OrderQueryTests
{
    [Fact]
    public async Task Order_shows_its_states_as_strings_and_its_times_in_their_zones()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var order = (await atlas.OrderAsync(Scenes.PlainDeposit.OrderNo)).Body;

        Assert.Equal("success", order["msg"]!.GetValue<string>());
        Assert.Equal("2", order["orderStatus"]!.GetValue<string>());
        Assert.Equal("1", order["ticketStatus"]!.GetValue<string>());
        Assert.Equal("2026-09-01 10:20:00", order["payTime"]!.GetValue<string>());
        Assert.Equal("202609201310", order["routing"]!["fromSegments"]![0]!["depTime"]!.GetValue<string>());
        Assert.Equal(181.57m, order["totalPrice"]!.GetValue<decimal>());
        Assert.Equal("S10001", order["airlineBookings"]![0]!["airlinePnr"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"orderNo":"TESTA00000000000000000"}""", 800)]
    [InlineData("""{"airlinePNR":"S99999","carrier":"Y4"}""", 703)]
    [InlineData("""{"pnrCode":"NOSUCH"}""", 703)]
    [InlineData("""{"airlinePNR":"S10001"}""", 702)]
    [InlineData("""{"carrier":"Y4"}""", 702)]
    [InlineData("""{"airlinePNR":"4821","carrier":"VF"}""", 701)]
    [InlineData("""{"airlinePNR":"4821","carrier":"VF","passengers":[{"name":"DEMO/NOBODY"}]}""", 704)]
    [InlineData("""{"orderNo":"TESTA20260801000000001","airlinePNR":"S10002","carrier":"Y4"}""", 704)]
    [InlineData("""{"orderNo":"TESTA20260801000000001","passengers":[{"name":"sample/anna"}]}""", 704)]
    public async Task Question_without_one_order_has_its_code(string body, int code)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = await atlas.PostAsync("queryOrderDetails.do", body);

        Assert.Equal(code, answer.Status);
        Assert.Null(answer.Body["orderNo"]);
        Assert.True(answer.Body.ContainsKey("paxTicketInfos"));
    }

    [Theory]
    [InlineData("""{"airlinePNR":"S10002","carrier":"F9"}""", "vcc")]
    [InlineData("""{"airlinePNR":"4821","carrier":"VF","passengers":[{"name":"DEMO/CELINE"}]}""", "shared-pnr-second")]
    [InlineData("""{"airlinePNR":"4821","carrier":"VF","routing":{"fromSegments":[{"segmentIndex":1,"depAirport":"SAW"}]}}""", "shared-pnr-first")]
    [InlineData("""{"airlinePNR":"X10039","carrier":"TW"}""", "round-trip-two-pnrs")]
    public async Task Order_is_found_by_airline_pnr_and_carrier(string body, string key)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = await atlas.PostAsync("queryOrderDetails.do", body);

        Assert.Equal(Scenes.Find(key)!.OrderNo, answer.Body["orderNo"]!.GetValue<string>());
    }

    [Fact]
    public async Task Order_is_found_by_the_partners_own_pnr()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var pnr = (await atlas.OrderAsync(Scenes.Vcc.OrderNo)).Body["pnrCode"]!.GetValue<string>();

        var answer = await atlas.PostAsync("queryOrderDetails.do", new JsonObject { ["pnrCode"] = pnr });

        Assert.Equal(Scenes.Vcc.OrderNo, answer.Body["orderNo"]!.GetValue<string>());
    }

    [Fact]
    public async Task Unknown_key_alone_succeeds_with_nothing()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var answer = await atlas.PostAsync("queryOrderDetails.do", """{"clientOrderNo":"4711"}""");

        Assert.Equal(0, answer.Status);
        Assert.Null(answer.Body["orderNo"]);
        Assert.Null(answer.Body["orderStatus"]);
    }

    [Fact]
    public async Task Extras_order_names_its_main_order()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var order = (await atlas.OrderAsync(Scenes.TwoPassengersAndBag.AncillaryOrderNo!)).Body;

        Assert.Equal(6, order["orderType"]!.GetValue<int>());
        Assert.Equal(Scenes.TwoPassengersAndBag.OrderNo, order["ticketOrderNo"]!.GetValue<string>());
        Assert.Equal(50.11m, order["totalPrice"]!.GetValue<decimal>());
    }

    [Theory]
    [InlineData("true")]
    [InlineData("\"true\"")]
    public async Task Combined_view_sums_up_and_hides_the_states(string flag)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var order = (await atlas.PostAsync("queryOrderDetails.do", $$"""{"orderNo":"{{Scenes.TwoPassengersAndBag.OrderNo}}","isCompletedOrder":{{flag}}}""")).Body;

        Assert.Null(order["orderStatus"]);
        Assert.Null(order["tktLimitTime"]);
        Assert.Equal(191.29m, order["totalPrice"]!.GetValue<decimal>());
        Assert.Equal(["2", "2"], order["orderList"]!.AsArray().Select(o => o!["orderStatus"]!.GetValue<string>()));
        Assert.Single(order["paxTicketInfos"]![0]!["ancillaries"]!.AsArray());
    }

    [Fact]
    public async Task Unpaid_order_has_options_instead_of_a_payment_and_is_cancelled_when_its_hold_ends()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var held = (await atlas.OrderAsync(Scenes.Unpaid.OrderNo)).Body;
        atlas.Clock.Advance(TimeSpan.FromMinutes(25));
        var dropped = (await atlas.OrderAsync(Scenes.Unpaid.OrderNo)).Body;

        Assert.Equal("0", held["orderStatus"]!.GetValue<string>());
        Assert.Null(held["payment"]);
        Assert.Null(held["paymentMethod"]);
        Assert.Single(held["paymentOptions"]!.AsArray());
        Assert.Null(held["paxTicketInfos"]![0]!["ticketNos"]);
        Assert.Equal("-3", dropped["orderStatus"]!.GetValue<string>());
    }

    [Fact]
    public async Task Names_come_in_their_own_script_and_length()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var chinese = await atlas.OrderAsync(Scenes.ChineseName.OrderNo);
        var longName = (await atlas.OrderAsync(Scenes.LongName.OrderNo)).Body["paxTicketInfos"]![0]!["name"]!.GetValue<string>();

        Assert.Contains("王小明", chinese.Text, StringComparison.Ordinal);
        Assert.Equal("WANG/XIAOMING", chinese.Body["paxTicketInfos"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(60, longName.Length);
    }

    [Fact]
    public async Task Split_round_trip_has_two_of_everything()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var order = (await atlas.OrderAsync(Scenes.RoundTripTwoPnrs.OrderNo)).Body;
        var tickets = (await atlas.QuoteAsync(Scenes.RoundTripTwoPnrs.OrderNo)).Body["voidTickets"]!.AsArray();

        Assert.True(order["routing"]!["separateBookings"]!.GetValue<bool>());
        Assert.Equal("""["S10039","X10039"]""", order["paxTicketInfos"]![0]!["ticketNos"]!.ToJsonString());
        Assert.Equal(2, order["airlineBookings"]!.AsArray().Count);
        Assert.Equal(2, order["routing"]!["retSegments"]![0]!["segmentIndex"]!.GetValue<int>());
        Assert.Equal(247.31m, tickets.Sum(t => t!["originalTotalAmount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Yen_have_no_decimals()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var order = (await atlas.OrderAsync(Scenes.PaidInYen.OrderNo)).Body;

        Assert.Equal("51770", order["totalPrice"]!.ToJsonString());
    }
}
