using System.Globalization;
using System.Text.Json.Nodes;
using BackOffice.Sandbox;

namespace Unit.Sandbox;

public sealed class RefundQuotationTests
{
    public static TheoryData<string> RefundScenes => [.. Scenes.All.Where(s => s.RefundQuoteStatus is not null).Select(s => s.Key)];

    [Theory]
    [MemberData(nameof(RefundScenes))]
    public async Task Scene_quotes_the_refund_it_promises(string key)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.Find(key)!;

        var quote = await atlas.QuoteRefundAsync(scene.OrderNo);

        Assert.Equal(scene.RefundQuoteStatus, quote.Status);
        Assert.Equal(quote.Status is 0, quote.Body["refundOfferId"] is not null);
    }

    [Fact]
    public async Task Quote_after_the_window_is_accurate_and_keeps_the_airlines_penalty()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.RefundAfterWindow.OrderNo;

        var tooLate = await atlas.QuoteAsync(orderNo);
        var quote = (await atlas.QuoteRefundAsync(orderNo)).Body;

        Assert.Equal(822, tooLate.Status);
        Assert.Null(quote["msg"]);
        Assert.True(quote["isRefundable"]!.GetValue<bool>());
        Assert.Equal("AccurateQuote", Text(quote["refundQuoteType"]));
        Assert.Matches("^q_[0-9a-f]{32}$", Text(quote["refundOfferId"]));
        Assert.Equal("CashBackToOriginalPayment", Text(quote["refundMethod"]));
        Assert.Equal("""{"currency":"USD","originalFareAmount":183.35,"estimatedRefundAmount":148.35}""", quote["refundFareAmount"]!.ToJsonString());
        Assert.Equal("""{"currency":"USD","transactionFee":2}""", quote["serviceFee"]!.ToJsonString());
        Assert.Equal("""[{"name":"SAMPLE/PAULA","lastName":"SAMPLE","firstName":"PAULA","ticketNo":"S10051"}]""", quote["refundTickets"]!.ToJsonString());
        Assert.Equal(("20260911", "20261021"), (Text(quote["expectedConfirmationDate"]), Text(quote["expectedRefundDate"])));
        Assert.Null(quote["refundVouchers"]);
        Assert.Empty(quote["refundPostTicketingServiceAmounts"]!.AsArray());
    }

    [Fact]
    public async Task Rules_carry_the_penalty_as_text_in_the_quote_and_in_the_order()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quoted = (await atlas.QuoteRefundAsync(Scenes.RefundAfterWindow.OrderNo)).Body["refundRules"]!.AsArray();
        var ordered = (await atlas.OrderAsync(Scenes.RefundAfterWindow.OrderNo)).Body["refundRules"]!.AsArray();
        var refused = (await atlas.OrderAsync(Scenes.RefundNotRefundable.OrderNo)).Body["refundRules"]![0]!;

        Assert.Equal(["1", "0"], quoted.Select(r => Text(r!["ruleType"])));
        Assert.Equal(["35.00 USD", "0.00 USD"], quoted.Select(r => Text(r!["penaltyAmount"])));
        Assert.Equal(["35.00 USD", "0"], ordered.Select(r => Text(r!["penaltyAmount"])));
        Assert.True(quoted[0]!["fareRefundable"]!.GetValue<bool>());
        Assert.False(refused["fareRefundable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Display_currency_shows_every_amount_once_more_at_a_fixed_rate()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var body = await atlas.RefundBodyAsync(Scenes.RefundTwoExtras.OrderNo);
        body["displayCurrency"] = "EUR";

        var quote = (await atlas.PostAsync("refundQuotation.do", body)).Body;
        var submitted = (await atlas.SubmitRefundAsync(Scenes.RefundTwoExtras.OrderNo, Text(quote["refundOfferId"]))).Body;
        var queried = await atlas.RefundOrderAsync(Scenes.RefundTwoExtras.OrderNo, Text(submitted["refundCode"]));

        Assert.Equal("EUR", Text(quote["displayCurrency"]));
        Assert.Equal(164.40m, Amount(quote["refundFareAmount"]!["displayOriginalFareAmount"]));
        Assert.Equal(100.00m, Amount(quote["refundFareAmount"]!["displayEstimatedRefundAmount"]));
        Assert.Equal(69.69m, Amount(quote["refundPostTicketingServiceAmounts"]!["displayPostTicketingServiceAmount"]));
        Assert.Equal(3.68m, Amount(quote["serviceFee"]!["displayTransactionFee"]));
        Assert.Equal(quote["refundFareAmount"]!.ToJsonString(), queried["refundFareAmount"]!.ToJsonString());
        Assert.Equal("EUR", Text(queried["displayCurrency"]));
    }

    [Fact]
    public async Task Tickets_come_in_another_order_than_the_request_and_only_those_asked_for()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var all = (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo)).Body;
        var two = (await atlas.QuoteRefundAsync(Scenes.RefundChildStays.OrderNo, "1", "RALF", "TIM")).Body;

        Assert.Equal(["TIM", "SONJA", "RALF"], all["refundTickets"]!.AsArray().Select(t => Text(t!["firstName"])));
        Assert.Equal(["TIM", "RALF"], two["refundTickets"]!.AsArray().Select(t => Text(t!["firstName"])));
        Assert.Equal((305.05m, 200.05m), Fare(all));
        Assert.Equal((197.70m, 127.70m), Fare(two));
    }

    [Theory]
    [InlineData("1", "0", 2)]
    [InlineData("0", "240.35", 3)]
    public async Task Amount_that_cannot_be_quoted_is_zero_or_the_whole_fare(string reason, string estimated, int fee)
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteRefundAsync(Scenes.RefundCannotQuote.OrderNo, reason)).Body;

        Assert.Equal("CannotQuote", Text(quote["refundQuoteType"]));
        Assert.True(quote["isRefundable"]!.GetValue<bool>());
        Assert.Equal((240.35m, decimal.Parse(estimated, CultureInfo.InvariantCulture)), Fare(quote));
        Assert.Equal(fee, quote["serviceFee"]!["transactionFee"]!.GetValue<int>());
    }

    [Fact]
    public async Task Involuntary_refund_of_a_known_fare_is_accurate_and_without_a_penalty()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteRefundAsync(Scenes.RefundAfterWindow.OrderNo, "0")).Body;

        Assert.Equal("AccurateQuote", Text(quote["refundQuoteType"]));
        Assert.Equal((183.35m, 183.35m), Fare(quote));
    }

    [Fact]
    public async Task Refused_refund_succeeds_as_a_call_and_its_offer_is_805()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var orderNo = Scenes.RefundNotRefundable.OrderNo;

        var quote = (await atlas.QuoteRefundAsync(orderNo)).Body;
        var submitted = await atlas.SubmitRefundAsync(orderNo, Text(quote["refundOfferId"]));
        var involuntary = (await atlas.QuoteRefundAsync(orderNo, "0")).Body;

        Assert.Equal(0, quote["status"]!.GetValue<int>());
        Assert.False(quote["isRefundable"]!.GetValue<bool>());
        Assert.Equal("CannotQuote", Text(quote["refundQuoteType"]));
        Assert.Equal((69.25m, 0m), Fare(quote));
        Assert.Matches("^q_[0-9a-f]{32}$", Text(quote["refundOfferId"]));
        Assert.Equal(805, submitted.Status);
        Assert.True(involuntary["isRefundable"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Voucher_has_no_cash_amount_and_no_code_until_it_is_issued()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var scene = Scenes.RefundVoucher;

        var quote = (await atlas.QuoteRefundAsync(scene.OrderNo)).Body;
        var code = Text((await atlas.RefundAsync(scene)).Body["refundCode"]);
        atlas.Clock.Advance(TimeSpan.FromDays(5));
        var done = await atlas.RefundOrderAsync(scene.OrderNo, code);

        Assert.Equal("Voucher", Text(quote["refundMethod"]));
        Assert.Null(quote["refundFareAmount"]);
        var voucher = Assert.Single(quote["refundVouchers"]!.AsArray())!;
        Assert.Equal((76.75m, "USD", "VJ"), (Amount(voucher["estimatedRefundAmount"]), Text(voucher["currency"]), Text(voucher["airline"])));
        Assert.Equal("SAMPLE/UTA", Text(Assert.Single(voucher["eligiblePassengers"]!.AsArray())!["name"]));
        Assert.Null(voucher["voucherCode"]);
        Assert.NotNull(done["refundVouchers"]![0]!["voucherCode"]);
        Assert.Null(done["refundFareAmount"]);
    }

    [Fact]
    public async Task Extras_come_as_one_object_by_scene_or_by_switch_and_as_a_list_otherwise()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var scene = (await atlas.QuoteRefundAsync(Scenes.RefundTwoExtras.OrderNo)).Body["refundPostTicketingServiceAmounts"]!;
        var listed = (await atlas.QuoteRefundAsync(Scenes.TwoPassengersAndBag.OrderNo)).Body["refundPostTicketingServiceAmounts"]!;
        atlas.StandIn.Options = atlas.StandIn.Options with { RefundExtrasAsObject = true };
        var switched = (await atlas.QuoteRefundAsync(Scenes.TwoPassengersAndBag.OrderNo)).Body["refundPostTicketingServiceAmounts"]!;
        var none = (await atlas.QuoteRefundAsync(Scenes.PlainDeposit.OrderNo)).Body["refundPostTicketingServiceAmounts"];

        Assert.Equal(
            """{"postTicketingOrderNo":"TESTB20260801000000061","currency":"USD","originalPostTicketingServiceAmount":75.75,"estimatedRefundAmount":75.75}""",
            scene.ToJsonString());
        Assert.Equal("TESTB20260801000000007", Text(Assert.Single(listed.AsArray())!["postTicketingOrderNo"]));
        Assert.Equal(50.11m, Amount(switched["estimatedRefundAmount"]));
        Assert.Null(none);
    }

    [Fact]
    public async Task Extras_are_those_of_the_passengers_asked_for()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var without = (await atlas.QuoteRefundAsync(Scenes.TwoPassengersAndBag.OrderNo, "1", "HUGO")).Body;
        var second = (await atlas.QuoteRefundAsync(Scenes.RefundTwoExtras.OrderNo, "1", "DIEGO")).Body;

        Assert.Empty(without["refundPostTicketingServiceAmounts"]!.AsArray());
        Assert.Equal("TESTB20260801000000071", Text(second["refundPostTicketingServiceAmounts"]!["postTicketingOrderNo"]));
        Assert.Equal(44.25m, Amount(second["refundPostTicketingServiceAmounts"]!["estimatedRefundAmount"]));
    }

    [Fact]
    public async Task Order_is_found_by_locator_and_airline_when_they_mean_one()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();
        var body = await atlas.RefundBodyAsync(Scenes.RefundAfterWindow.OrderNo);
        (body["orderNo"], body["airlinePNR"], body["carrier"]) = (null, "S10051", "SY");
        var shared = await atlas.RefundBodyAsync(Scenes.SharedPnrFirst.OrderNo);
        (shared["orderNo"], shared["airlinePNR"], shared["carrier"]) = (null, "4821", "VF");

        Assert.Equal(Scenes.RefundAfterWindow.OrderNo, Text((await atlas.PostAsync("refundQuotation.do", body)).Body["orderNo"]));
        Assert.Equal(801, (await atlas.PostAsync("refundQuotation.do", shared)).Status);
    }

    [Fact]
    public async Task Order_is_refundable_while_it_can_be_voided()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var refund = await atlas.QuoteRefundAsync(Scenes.PlainDeposit.OrderNo);
        var voided = await atlas.QuoteAsync(Scenes.PlainDeposit.OrderNo);

        Assert.Equal((0, 0), (refund.Status, voided.Status));
    }

    [Fact]
    public async Task Void_through_the_refund_engine_returns_everything_for_the_fee_of_a_void_and_as_soon()
    {
        await using var atlas = await AtlasRehearsal.StartAsync();

        var quote = (await atlas.QuoteRefundAsync(Scenes.TwoPassengersAndBag.OrderNo, "4")).Body;
        await atlas.SubmitRefundAsync(Scenes.TwoPassengersAndBag.OrderNo, Text(quote["refundOfferId"]));
        atlas.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(2, Assert.Single(atlas.StandIn.Refunds(Scenes.TwoPassengersAndBag.OrderNo)).Status);

        Assert.Equal("AccurateQuote", Text(quote["refundQuoteType"]));
        Assert.Equal((141.18m, 141.18m), Fare(quote));
        Assert.Equal(4, quote["serviceFee"]!["transactionFee"]!.GetValue<int>());
    }

    private static (decimal Original, decimal Estimated) Fare(JsonObject quote) =>
        (Amount(quote["refundFareAmount"]!["originalFareAmount"]), Amount(quote["refundFareAmount"]!["estimatedRefundAmount"]));

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static decimal Amount(JsonNode? node) => node!.GetValue<decimal>();
}
