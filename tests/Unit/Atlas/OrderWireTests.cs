using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Atlas;

/// <summary>Orders and lists in the partner's shapes, through the registered port, into our words.</summary>
public sealed class OrderWireTests
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
}
