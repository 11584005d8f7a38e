using System.Text.Json;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Atlas;

/// <summary>Void quotes and cases in the partner's shapes, through the registered port, into our words.</summary>
public sealed class VoidWireTests
{
    private const string FullQuote =
        """
        {
          "status": 0, "msg": null, "orderNo": "TESTA20260901093000111", "isVoidable": true, "voidOfferId": "q_feedfeedfeedfeedfeedfeedfeedfeed",
          "voidMethod": "CashBackToOriginalPayment", "fastConfirmation": 1, "expectedConfirmationDate": "20260902", "expectedRefundDate": null,
          "voidTickets": [
            { "name": "MORALES/LUCIA ANA", "lastName": "MORALES", "firstName": "LUCIA ANA", "ticketNo": "S55012", "currency": "USD",
              "originalTotalAmount": 109.7, "airlinePenaltyAmount": 0, "estimatedRefundAmount": "109.70", "refundReason": "4" },
            { "name": "MORALES/TEO", "ticketNo": "S55012" } ],
          "voidFareAmount": { "currency": "USD", "originalFareAmount": 219.4, "estimatedRefundAmount": 219.40 },
          "voidPostTicketingServiceAmounts": [
            { "postTicketingOrderNo": "TESTB20260901110000222", "currency": "USD", "originalPostTicketingServiceAmount": 42, "estimatedRefundAmount": 40.5 } ],
          "serviceFee": { "currency": "USD", "transactionFee": "2.50" },
          "voidWindow": { "supportVoid": true, "allowVoid": true, "voidTimeAfterIssure": "23", "voidTimeBeforeDepature": 180,
                          "sameDayDeadlineTime": null, "sameDayTimezone": null }
        }
        """;

    [Fact]
    public async Task Quote_InFull_IsTranslated()
    {
        var quote = await QuoteAsync(FullQuote);

        Assert.True(quote.IsPossible);
        Assert.Equal(("q_feedfeedfeedfeedfeedfeedfeedfeed", RefundMethod.Cash, true), (quote.OfferId, quote.Method, quote.FastConfirmation));
        Assert.Equal((new Money(21940, "USD"), new Money(21940, "USD"), new Money(250, "USD")), (quote.FarePaid, quote.FareBack, quote.Fee));
        Assert.Equal([new QuotedExtra("TESTB20260901110000222", new Money(4200, "USD"), new Money(4050, "USD"))], quote.Extras);
        Assert.Equal(new Money(25990, "USD"), quote.SingleEstimate);
        Assert.Equal(
            [
                new QuotedTicket("MORALES", "LUCIA ANA", "S55012") { Paid = new Money(10970, "USD"), Back = new Money(10970, "USD"), Penalty = new Money(0, "USD") },
                new QuotedTicket("MORALES", "TEO", "S55012"),
            ],
            quote.Tickets);
        Assert.Equal((new DateOnly(2026, 9, 2), null), (quote.ExpectedConfirmationOn, quote.ExpectedRefundOn));
        Assert.Equal(new VoidWindow { SupportVoid = true, AllowVoid = true, TimeAfterIssue = "23", TimeBeforeDeparture = "180" }, quote.Window);
        Assert.Null(quote.RawDeadline);
    }

    [Theory]
    [InlineData("\"isVoidable\": true", "\"isVoidable\": false")]
    [InlineData("\"isVoidable\": true", "\"isVoidable\": null")]
    [InlineData("\"isVoidable\": true", "\"isVoidable\": \"perhaps\"")]
    [InlineData("\"allowVoid\": true", "\"allowVoid\": false")]
    [InlineData("\"supportVoid\": true", "\"supportVoid\": \"false\"")]
    [InlineData("\"q_feedfeedfeedfeedfeedfeedfeedfeed\"", "null")]
    [InlineData("\"q_feedfeedfeedfeedfeedfeedfeedfeed\"", "\" \"")]
    public async Task Quote_WithAnyNo_IsNotVoidableAndGivesNoOffer(string yes, string no)
    {
        var quote = await QuoteAsync(FullQuote.Replace(yes, no, StringComparison.Ordinal));

        Assert.False(quote.IsPossible);
        Assert.Null(quote.OfferId);
    }

    [Theory]
    [InlineData("\"voidWindow\"", "\"noWindow\"")]
    [InlineData("\"allowVoid\": true", "\"allowVoid\": null")]
    public async Task Quote_WithoutTheWindowsFlags_IsVoidable(string from, string to) =>
        Assert.True((await QuoteAsync(FullQuote.Replace(from, to, StringComparison.Ordinal))).IsPossible);

    [Theory]
    [InlineData("\"20261019T235959\"", "20261019T235959")]
    [InlineData("1792425599000", "1792425599000")]
    [InlineData("""{ "time": "2026-10-19 23:59:59", "zone": "Asia/Seoul" }""", """{ "time": "2026-10-19 23:59:59", "zone": "Asia/Seoul" }""")]
    [InlineData("null", null)]
    [InlineData("\"\"", null)]
    public async Task Quote_WithTheUndocumentedDeadline_KeepsItAsItCame(string json, string? raw)
    {
        var quote = await QuoteAsync(FullQuote.Replace("\"msg\": null", "\"voidDeadline\": " + json, StringComparison.Ordinal));

        Assert.Equal(raw, quote.RawDeadline);
    }

    [Theory]
    [InlineData("Voucher", RefundMethod.Voucher)]
    [InlineData("CASH_BACK_TO_ORIGINAL_PAYMENT", RefundMethod.Cash)]
    [InlineData("GiftCard", RefundMethod.Other)]
    public async Task Quote_WithAnyMethod_ShowsItRawToo(string wire, RefundMethod method)
    {
        var quote = await QuoteAsync(FullQuote.Replace("CashBackToOriginalPayment", wire, StringComparison.Ordinal));

        Assert.Equal((method, wire), (quote.Method, quote.RawMethod));
    }

    [Fact]
    public async Task Quote_WithOneExtraOutsideAList_IsTranslated()
    {
        var body = JsonSerializer.Serialize(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["status"] = 0,
            ["orderNo"] = "TESTA20260901093000111",
            ["voidFareAmount"] = null,
            ["voidPostTicketingServiceAmounts"] = new { postTicketingOrderNo = "TESTB1", currency = "EUR", estimatedRefundAmount = 12 },
        });

        var quote = await QuoteAsync(body);

        Assert.Equal([new QuotedExtra("TESTB1", null, new Money(1200, "EUR"))], quote.Extras);
        Assert.Equal((RefundMethod.Other, null), (quote.Method, quote.FareBack));
    }

    [Fact]
    public async Task Voids_OfAnOrder_ComeNewestFirst()
    {
        var cases = await VoidsAsync(
            """
            {"status":0,"voidOrders":[
              {"orderNo":"TESTA20260901093000111","voidCode":"202608-0999","voidStatus":4,"cancelReason":"Does not match airline policy.","actualRefundAmount":0,
               "voidFareAmount":{"currency":"USD","estimatedRefundAmount":83.71}},
              {"orderNo":"TESTA20260901093000111","voidCode":"202609-9999","voidStatus":"1","cancelReason":"","actualRefundAmount":0,
               "voidFareAmount":{"currency":"USD","estimatedRefundAmount":83.71}},
              {"orderNo":"TESTA20260901093000111","voidCode":"202609-10000","voidStatus":2,"expectedRefundDate":"20260905","actualRefundAmount":"83.70",
               "voidOfferId":"q_3","voidFareAmount":{"currency":"USD","estimatedRefundAmount":83.71}},
              {"orderNo":"TESTA20260901093000111","voidCode":"202609-0001","voidStatus":"later"} ]}
            """);

        Assert.Equal(["202609-10000", "202609-9999", "202609-0001", "202608-0999"], cases.Select(c => c.PartnerRef));
        Assert.Equal([2, 1, null, 4], cases.Select(c => c.Status));
        Assert.Equal([new Money(8370, "USD"), null, null, new Money(0, "USD")], cases.Select(c => c.ActualBack));
        Assert.Equal((new DateOnly(2026, 9, 5), "q_3", null), (cases[0].ExpectedRefundOn, cases[0].OfferId, cases[1].CancelReason));
        Assert.Equal("Does not match airline policy.", cases[3].CancelReason);
    }

    /// <summary>Atlas does not see what goes back to a card: its zero at the end of such a void is no amount.</summary>
    [Fact]
    public async Task Void_CompletedOnACardWithAZero_HasNoAmount() =>
        Assert.Null(Assert.Single(await VoidsAsync(
            """
            {"status":0,"voidOrders":[{"orderNo":"TESTA20260901093000111","voidCode":"202609-0001","voidStatus":5,"actualRefundAmount":0,
             "voidFareAmount":{"currency":"USD","estimatedRefundAmount":83.71}}]}
            """)).ActualBack);

    [Theory]
    [InlineData("""{"status":801,"voidOrders":null}""")]
    [InlineData("""{"status":0,"voidOrders":[]}""")]
    [InlineData("""{"status":0,"voidOrders":null}""")]
    [InlineData("""{"status":0}""")]
    public async Task Voids_WhereThereAreNone_AreAnEmptyList(string body) => Assert.Empty(await VoidsAsync(body));

    /// <summary>"None found" lets a person decide that nothing was sent: it may not come from an answer about others.</summary>
    [Theory]
    [InlineData("""{"status":0,"voidOrders":[{"orderNo":"TESTA20260901093000999","voidCode":"202609-0001","voidStatus":0}]}""")]
    [InlineData("""{"status":0,"voidOrders":[{"orderNo":null,"voidCode":"202609-0001","voidStatus":0}]}""")]
    [InlineData("""{"status":0,"voidOrders":[{"orderNo":"TESTA20260901093000111","voidCode":null,"voidStatus":0}]}""")]
    [InlineData("""{"status":0,"voidOrders":["202609-0001"]}""")]
    public async Task Voids_OfSomebodyElseOrWithoutACode_AreNoAnswer(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var answer = await clients.Questions.QueryVoidsAsync(AtlasClients.OrderNo, null, TestContext.Current.CancellationToken);

        Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer>(answer);
    }

    [Fact]
    public async Task Voids_AskedWithBothKeys_AcceptAnEntryThatEchoesTheCodeOnly()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":0,"voidOrders":[{"voidCode":"202609-0001","voidStatus":3},{"orderNo":"TESTA20260901093000999","voidCode":"202609-0002"}]}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var answer = await clients.Questions.QueryVoidsAsync(AtlasClients.OrderNo, "202609-0001", TestContext.Current.CancellationToken);

        var found = Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered>(answer).Value;
        Assert.Equal(["202609-0001"], found.Select(c => c.PartnerRef));
        Assert.Equal("""{"orderNo":"TESTA20260901093000111","voidCode":"202609-0001"}""", partner.Requests[0].Body);
    }

    private static async Task<PartnerQuote> QuoteAsync(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var answer = await clients.Questions.QuoteVoidAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);
        return Assert.IsType<PartnerAnswer<PartnerQuote>.Answered>(answer).Value;
    }

    private static async Task<IReadOnlyList<PartnerProgress>> VoidsAsync(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var answer = await clients.Questions.QueryVoidsAsync(AtlasClients.OrderNo, null, TestContext.Current.CancellationToken);
        return Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered>(answer).Value;
    }
}
