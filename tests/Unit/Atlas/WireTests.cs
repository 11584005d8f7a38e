using System.Text.Json;
using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Atlas;

/// <summary>Answers in the partner's shapes, through the registered port, into our words.</summary>
public sealed class WireTests
{
    private const string FullOrder =
        """
        {
          "status": 0, "msg": "success", "requestId": "r-1", "somethingNew": { "deep": [1, 2] },
          "orderNo": "TESTA20260901093000111", "pnrCode": "QWERTZ", "orderStatus": "2", "ticketStatus": "1",
          "paxTicketInfos": [
            { "name": "MORALES/LUCIA ANA", "passengerType": 0, "birthday": "19880214", "gender": "F", "cardNum": "X7654321", "nationality": "MX",
              "ticketNos": ["S55012"], "airlinePNRs": ["S55012|X55013"], "contactEmails": ["lucia@example.com"],
              "ancillaries": [
                { "productCode": "SCI_BAG_1PC_20KG", "segmentIndex": 1, "currency": "USD", "ancillaryPrice": "31.50",
                  "auxBaggageElement": { "isAllWeight": true, "piece": 1, "size": "", "weight": 20 }, "auxSeatElement": null },
                { "productCode": "SEAT", "segmentIndex": null, "currency": "USD", "ancillaryPrice": null, "auxBaggageElement": null } ] },
            { "name": "MORALES/TEO", "passengerType": "1", "ticketNos": null, "airlinePNRs": ["S55012"], "ancillaries": null },
            { "name": "SOLO", "passengerType": 7, "ticketNos": [], "airlinePNRs": null } ],
          "totalPrice": "219.40", "currency": "usd", "tktLimitTime": "2026-09-01 10:10:00", "totalAncillaryPrice": 31.5, "totalTransactionFee": 4,
          "supportPaymentMethods": [1, 3], "paymentMethod": 1,
          "routing": {
            "routingIdentifier": "TUVYQ1VO", "separateBookings": true,
            "fromSegments": [
              { "segmentIndex": 1, "carrier": "Y4", "flightNumber": "Y4318", "depAirport": "gdl", "depTime": "202609250710", "arrAirport": "TIJ",
                "arrTime": "202609250815", "codeShare": false, "fareFamily": "Basic", "operatingFlightnumber": "" } ],
            "retSegments": [
              { "segmentIndex": 2, "carrier": "Y4", "flightNumber": "Y4319", "depAirport": "TIJ", "depTime": "", "arrAirport": "GDL", "arrTime": null } ] },
          "airlineBookings": [
            { "airlineCode": "Y4", "airlineName": "Volaris", "airlinePnr": "S55012", "airlineWebSiteAddress": "https://airline.example",
              "mmbEmail": "lucia@example.com", "tailDigitsOfPaymentCard": null, "extras": [ { "name": "email", "value": "lucia@example.com" } ] },
            { "airlineCode": "Y4", "airlinePnr": null } ],
          "itineraryDownload": "http://192.0.2.7/itineraryDownload.do?orderNo=abc",
          "contact": { "name": "Lucia Morales", "address": null, "email": "lucia@example.com", "mobile": "0052-5500000000" },
          "errorCode": null, "errorMessage": "", "airlineMessage": null, "refundRules": [ { "penaltyAmount": "480.00 CNY" } ],
          "payTime": "2026-09-01 09:40:00", "createdTime": "2026-09-01 09:30:00", "orderType": 1, "ticketOrderNo": null
        }
        """;

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
    public async Task Order_InFull_IsTranslated()
    {
        var order = await OrderAsync(FullOrder);

        Assert.Equal(("TESTA20260901093000111", "QWERTZ", OrderStage.Ticketed, "2", "1"), (order.OrderNo, order.AtlasPnr, order.Stage, order.RawOrderStatus, order.RawTicketStatus));
        Assert.Equal((PaymentMethod.Deposit, 1), (order.PaymentMethod, order.RawPaymentMethod));
        Assert.Equal((new Money(21940, "USD"), new Money(3150, "USD"), new Money(400, "USD")), (order.Total, order.AncillaryTotal, order.TransactionFee));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 1, 40, 0, TimeSpan.Zero), order.PaidAt);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 1, 30, 0, TimeSpan.Zero), order.CreatedAt);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 2, 10, 0, TimeSpan.Zero), order.HoldUntil);
        Assert.True(order.HasSeparateBookings);
        Assert.Null(order.MainOrderNo);
        Assert.Null(order.FailureMessage);
        Assert.Equal(new OrderContact("Lucia Morales", "lucia@example.com", "0052-5500000000"), order.Contact);
        Assert.Equal("Y4", order.Airline);
        Assert.Equal("S55012 / X55013", order.AirlinePnr);
    }

    [Fact]
    public async Task Passengers_OfEverySort_AreTranslated()
    {
        var order = await OrderAsync(FullOrder);

        Assert.Equal(
            [("MORALES", "LUCIA ANA", PassengerType.Adult), ("MORALES", "TEO", PassengerType.Child), ("SOLO", "", PassengerType.Other)],
            order.Passengers.Select(p => (p.LastName, p.FirstName, p.Type)));
        Assert.Equal(["S55012"], order.Passengers[0].TicketNumbers);
        Assert.Equal(["S55012", "X55013"], order.Passengers[0].AirlinePnrs);
        Assert.Equal(
            [
                new OrderAncillary("SCI_BAG_1PC_20KG", 1, new Money(3150, "USD")) { BagPieces = 1, BagWeight = 20 },
                new OrderAncillary("SEAT", null, null),
            ],
            order.Passengers[0].Ancillaries);
        Assert.Empty(order.Passengers[1].TicketNumbers);
    }

    [Fact]
    public async Task Segments_OfBothBounds_KeepTheirLocalTimes()
    {
        var order = await OrderAsync(FullOrder);

        Assert.Equal(
            [
                new FlightSegment("Y4", "Y4318", "GDL", new DateTime(2026, 9, 25, 7, 10, 0, DateTimeKind.Unspecified), "TIJ", new DateTime(2026, 9, 25, 8, 15, 0, DateTimeKind.Unspecified))
                {
                    FareFamily = "Basic",
                },
                new FlightSegment("Y4", "Y4319", "TIJ", null, "GDL", null) { IsReturn = true },
            ],
            order.Segments);
    }

    /// <summary>Every field may be absent, null, of another scalar type, or outside its list.</summary>
    [Theory]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111"}""", OrderStage.Other, PaymentMethod.Other)]
    [InlineData("""{"status":"0","orderNo":"testa20260901093000111","orderStatus":null,"paxTicketInfos":null,"routing":null,"airlineBookings":null,"contact":null}""", OrderStage.Other, PaymentMethod.Other)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":2,"ticketStatus":1,"paymentMethod":"3"}""", OrderStage.Ticketed, PaymentMethod.VirtualCard)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"2","ticketStatus":"0","paymentMethod":4}""", OrderStage.Ticketing, PaymentMethod.OwnAirlineAccount)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"0","payment":{"paymentMethod":5}}""", OrderStage.Unpaid, PaymentMethod.MerchantOfRecord)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"1","paymentMethod":9}""", OrderStage.Ticketing, PaymentMethod.Other)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"-3","errorCode":604,"paymentMethod":{}}""", OrderStage.Cancelled, PaymentMethod.Other)]
    [InlineData("""{"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"77","totalPrice":"many","currency":17,"payTime":"Apr 1, 2026"}""", OrderStage.Other, PaymentMethod.Other)]
    public async Task Order_WithGapsAndOddities_IsStillAnOrder(string body, OrderStage stage, PaymentMethod method)
    {
        var order = await OrderAsync(body);

        Assert.Equal((stage, method), (order.Stage, order.PaymentMethod));
        Assert.Null(order.Total);
        Assert.Null(order.PaidAt);
    }

    [Fact]
    public async Task Order_OfExtras_NamesItsMainOrderAndItsFailure()
    {
        var order = await OrderAsync(
            """
            {"status":0,"orderNo":"TESTA20260901093000111","orderStatus":"-3","ticketOrderNo":"TESTA20260801120000333","errorCode":"604",
             "errorMessage":null,"airlineMessage":"card declined","currency":"JPY","totalPrice":51770,"totalTransactionFee":300.5}
            """);

        Assert.Equal(("TESTA20260801120000333", "604", "card declined"), (order.MainOrderNo, order.FailureCode, order.FailureMessage));
        Assert.Equal(new Money(51770, "JPY"), order.Total);
        Assert.Null(order.TransactionFee);
    }

    [Theory]
    [InlineData("S55012", true)]
    [InlineData("x55013", true)]
    [InlineData("ZZZZZZ", false)]
    public async Task OrderByLocator_OnlyCounts_WhereItBearsTheLocator(string pnr, bool isAnswered)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(FullOrder);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var answer = await clients.Questions.FindByPnrAsync(pnr, "Y4", "MORALES/TEO", TestContext.Current.CancellationToken);

        Assert.Equal(isAnswered, answer is PartnerAnswer<OrderSnapshot>.Answered);
        Assert.Equal($$"""{"airlinePNR":"{{pnr}}","carrier":"Y4","passengers":[{"name":"MORALES/TEO"}]}""", partner.Requests[0].Body);
    }

    [Fact]
    public async Task List_WithNumbersAsText_IsTranslated()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(
            """
            {"status":0,"msg":null,"page":"1","pageSize":"20","totalRecords":"41","orders":[
              {"orderNo":"TESTA20260901093000111","pnrCode":"QWERTZ","airlinePNRs":["S55012|S55012"],"orderStatus":2,"depDate":"20260925","airlines":["Y4"],
               "orderCreateTimestamp":"2026-09-01T01:30:00Z","paymentTimestamp":null,"paxNames":["MORALES/LUCIA ANA","MORALES/TEO"],"fromCity":"GDL","toCity":"TIJ"},
              {"orderNo":"TESTA20260901093000112","orderStatus":3,"airlinePNRs":null,"paxNames":null,"depDate":"soon"},
              {"orderNo":null}, null ]}
            """);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var answer = await clients.Questions.SearchAsync(new OrderSearch { ContactEmail = "lucia@example.com", Page = 2 }, TestContext.Current.CancellationToken);

        var page = Assert.IsType<PartnerAnswer<OrderPage>.Answered>(answer).Value;
        Assert.Equal(41, page.Total);
        Assert.Equal(["TESTA20260901093000111", "TESTA20260901093000112"], page.Orders.Select(o => o.OrderNo));
        Assert.Equal([OrderStage.Ticketed, OrderStage.Cancelled], page.Orders.Select(o => o.Stage));
        var first = page.Orders[0];
        Assert.Equal(["S55012", "Y4", "MORALES/LUCIA ANA", "MORALES/TEO"], [.. first.AirlinePnrs, .. first.Airlines, .. first.PassengerNames]);
        Assert.Equal(("GDL", "TIJ", new DateOnly(2026, 9, 25)), (first.From, first.To, first.DepartsOn));
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 1, 30, 0, TimeSpan.Zero), first.CreatedAt);
        Assert.Equal("""{"contactEmail":"lucia@example.com","page":2,"pageSize":20}""", partner.Requests[0].Body);
    }

    [Fact]
    public async Task Quote_InFull_IsTranslated()
    {
        var quote = await QuoteAsync(FullQuote);

        Assert.True(quote.IsVoidable);
        Assert.Equal(("q_feedfeedfeedfeedfeedfeedfeedfeed", VoidMethod.Cash, true), (quote.OfferId, quote.Method, quote.FastConfirmation));
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

        Assert.False(quote.IsVoidable);
        Assert.Null(quote.OfferId);
    }

    [Theory]
    [InlineData("\"voidWindow\"", "\"noWindow\"")]
    [InlineData("\"allowVoid\": true", "\"allowVoid\": null")]
    public async Task Quote_WithoutTheWindowsFlags_IsVoidable(string from, string to) =>
        Assert.True((await QuoteAsync(FullQuote.Replace(from, to, StringComparison.Ordinal))).IsVoidable);

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
    [InlineData("Voucher", VoidMethod.Voucher)]
    [InlineData("CASH_BACK_TO_ORIGINAL_PAYMENT", VoidMethod.Cash)]
    [InlineData("GiftCard", VoidMethod.Other)]
    public async Task Quote_WithAnyMethod_ShowsItRawToo(string wire, VoidMethod method)
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
        Assert.Equal((VoidMethod.Other, null), (quote.Method, quote.FareBack));
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

        Assert.Equal(["202609-10000", "202609-9999", "202609-0001", "202608-0999"], cases.Select(c => c.VoidCode));
        Assert.Equal([2, 1, null, 4], cases.Select(c => c.Status));
        Assert.Equal([new Money(8370, "USD"), null, null, new Money(0, "USD")], cases.Select(c => c.ActualBack));
        Assert.Equal((new DateOnly(2026, 9, 5), "q_3", null), (cases[0].ExpectedRefundOn, cases[0].OfferId, cases[1].CancelReason));
        Assert.Equal("Does not match airline policy.", cases[3].CancelReason);
    }

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

        Assert.IsType<PartnerAnswer<IReadOnlyList<VoidProgress>>.NoAnswer>(answer);
    }

    [Fact]
    public async Task Voids_AskedWithBothKeys_AcceptAnEntryThatEchoesTheCodeOnly()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":0,"voidOrders":[{"voidCode":"202609-0001","voidStatus":3},{"orderNo":"TESTA20260901093000999","voidCode":"202609-0002"}]}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);

        var answer = await clients.Questions.QueryVoidsAsync(AtlasClients.OrderNo, "202609-0001", TestContext.Current.CancellationToken);

        var found = Assert.IsType<PartnerAnswer<IReadOnlyList<VoidProgress>>.Answered>(answer).Value;
        Assert.Equal(["202609-0001"], found.Select(c => c.VoidCode));
        Assert.Equal("""{"orderNo":"TESTA20260901093000111","voidCode":"202609-0001"}""", partner.Requests[0].Body);
    }

    [Fact]
    public async Task Webhook_Registered_IsDone()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then("""{"status":0,"msg":"success"}""").Then("""{"status":900}""");
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var address = new Uri("https://hooks.example.com/webhooks/atlas/abc");

        var done = await clients.Questions.RegisterWebhookAsync(address, TestContext.Current.CancellationToken);
        var refused = await clients.Questions.RegisterWebhookAsync(address, TestContext.Current.CancellationToken);

        Assert.IsType<PartnerAnswer<Done>.Answered>(done);
        Assert.Equal(900, Assert.IsType<PartnerAnswer<Done>.Refused>(refused).Code);
        Assert.Equal("""{"url":"https://hooks.example.com/webhooks/atlas/abc"}""", partner.Requests[0].Body);
    }

    [Fact]
    public async Task Question_OnTheWire_CarriesTheAgreedHeadersAndUnderstandsGzip()
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(async http =>
        {
            http.Response.Headers.ContentEncoding = "gzip";
            await using var packed = new System.IO.Compression.GZipStream(http.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
            await packed.WriteAsync(System.Text.Encoding.UTF8.GetBytes(FullOrder));
        });
        using var clients = new AtlasClients(partner.Address + "/api/", TimeProvider.System);

        var answer = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);

        Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(answer);
        var request = partner.Requests[0];
        Assert.Equal(("api/queryOrderDetails.do", """{"orderNo":"TESTA20260901093000111"}"""), (request.Path, request.Body));
        Assert.Equal(("application/json", "application/json", "gzip"), (request.Headers["Content-Type"], request.Headers["Accept"], request.Headers["Accept-Encoding"]));
        Assert.Equal(("acme40831", AtlasClients.Secret), (request.Headers["x-atlas-client-id"], request.Headers["x-atlas-client-secret"]));
        Assert.False(request.Headers.ContainsKey("Expect"));
    }

    [Fact]
    public void Raw_OfAFullOrder_HoldsNoPersonalValue()
    {
        var raw = RawMask.Of(FullOrder);

        string[] personal = ["MORALES", "LUCIA", "Lucia", "example.com", "0052-55", "X7654321", "19880214", "192.0.2.7", "TUVYQ1VO"];
        Assert.All(personal, value => Assert.DoesNotContain(value, raw));
        Assert.Contains("M***/L***", raw);
        Assert.Contains("\"voidOrders\"", RawMask.Of("""{"voidOrders":[{"voidCode":"202609-0001"}]}"""));
        Assert.Contains("S55012", raw);
        Assert.Contains("requestId", raw);
    }

    private static async Task<OrderSnapshot> OrderAsync(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var answer = await clients.Questions.FindByNumberAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);
        return Assert.IsType<PartnerAnswer<OrderSnapshot>.Answered>(answer).Value;
    }

    private static async Task<VoidQuote> QuoteAsync(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var answer = await clients.Questions.QuoteVoidAsync(AtlasClients.OrderNo, TestContext.Current.CancellationToken);
        return Assert.IsType<PartnerAnswer<VoidQuote>.Answered>(answer).Value;
    }

    private static async Task<IReadOnlyList<VoidProgress>> VoidsAsync(string body)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        var answer = await clients.Questions.QueryVoidsAsync(AtlasClients.OrderNo, null, TestContext.Current.CancellationToken);
        return Assert.IsType<PartnerAnswer<IReadOnlyList<VoidProgress>>.Answered>(answer).Value;
    }
}
