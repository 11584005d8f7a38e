using System.Globalization;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>An order as <c>queryOrderDetails.do</c> shows it: states are strings here.</summary>
internal static class OrderAnswer
{
    public static readonly string[] Keys =
    [
        "orderNo", "pnrCode", "orderStatus", "ticketStatus", "paxTicketInfos", "totalPrice", "currency", "tktLimitTime",
        "vendorTotalPrice", "vendorCost", "vendorTotalAncillaryPrice", "vendorCurrency", "adultTotalFare", "childTotalFare",
        "infantTotalFare", "totalAncillaryPrice", "totalTransactionFee", "supportPaymentMethod", "supportPaymentMethods",
        "paymentMethod", "routing", "airlineBookings", "itineraryDownload", "contact", "errorCode", "errorMessage",
        "airlineMessage", "locale", "refundRules", "ifSeatOccupied", "paymentOptions", "payment", "paymentAttempted",
    ];

    public static JsonObject Of(Order order, int state, DateTimeOffset now)
    {
        var isTicketed = order.TicketedAt <= now;
        var isPaid = order.PaidAt is not null;
        var vendor = order.PaymentMethod is 3 or 4;
        return new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["pnrCode"] = order.PnrCode,
            ["orderStatus"] = Text(state),
            ["ticketStatus"] = isTicketed ? "1" : "0",
            ["paxTicketInfos"] = Travellers(order, order.Travellers, isTicketed),
            ["totalPrice"] = order.Total,
            ["currency"] = order.Currency,
            ["tktLimitTime"] = WireTime.Own19(order.HoldUntil),
            ["vendorTotalPrice"] = vendor ? order.Total : null,
            ["vendorCost"] = vendor && isTicketed ? order.Total : null,
            ["vendorTotalAncillaryPrice"] = vendor ? order.ExtrasTotal : null,
            ["vendorCurrency"] = vendor ? order.Currency : null,
            ["adultTotalFare"] = FareOf(order, TravellerType.Adult),
            ["childTotalFare"] = FareOf(order, TravellerType.Child),
            ["infantTotalFare"] = order.Travellers.Any(t => t.Type is TravellerType.Infant) ? FareOf(order, TravellerType.Infant) : null,
            ["totalAncillaryPrice"] = order.ExtrasTotal,
            ["totalTransactionFee"] = order.TechnicalFee,
            ["supportPaymentMethod"] = 1,
            ["supportPaymentMethods"] = new JsonArray(1, 3),
            ["paymentMethod"] = isPaid ? order.PaymentMethod : null,
            ["routing"] = RoutingAnswer.Of(order),
            ["airlineBookings"] = Bookings(order, isTicketed),
            ["itineraryDownload"] = isTicketed ? "http://192.0.2.10:8081/itineraryDownload.do?orderNo=" + order.PnrCode : null,
            ["contact"] = new JsonObject
            {
                ["name"] = order.Contact.Name,
                ["address"] = null,
                ["postcode"] = null,
                ["email"] = order.Contact.Email,
                ["mobile"] = order.Contact.Mobile,
            },
            ["errorCode"] = order.ErrorCode,
            ["errorMessage"] = order.ErrorCode is null ? null : "Card payment to the airline failed",
            ["airlineMessage"] = null,
            ["locale"] = "",
            ["refundRules"] = RefundRules.OfOrder(order),
            ["ifSeatOccupied"] = null,
            ["paymentOptions"] = isPaid ? null : new JsonArray(Payment(order)),
            ["payment"] = isPaid ? Payment(order) : null,
            ["paymentAttempted"] = order.PaymentMethod is 3 ? isPaid : null,
            ["payTime"] = WireTime.Own19(order.PaidAt),
            ["createdTime"] = WireTime.Own19(order.CreatedAt),
            ["updatedTime"] = WireTime.Own19(order.TicketedAt <= now ? order.TicketedAt : order.PaidAt ?? order.CreatedAt),
            ["orderType"] = order.IsAncillary ? 6 : 1,
            ["originalOrderNo"] = null,
            ["ticketOrderNo"] = order.TicketOrderNo,
            ["vccStatus"] = null,
        };
    }

    /// <summary>The main order and its later-bought extras in one; states and most totals are null at the top.</summary>
    public static JsonObject Combined(Order main, IReadOnlyList<Order> extras, Func<Order, int> stateOf, DateTimeOffset now)
    {
        var answer = Of(main, stateOf(main), now);
        foreach (var key in new[] { "orderStatus", "ticketStatus", "tktLimitTime", "adultTotalFare", "childTotalFare", "totalAncillaryPrice", "totalTransactionFee", "supportPaymentMethod", "payment", "paymentMethod" })
            answer[key] = null;

        var travellers = main.Travellers.Select(t => t with
        {
            Bags = [.. t.Bags, .. extras.SelectMany(e => e.Travellers).Where(e => string.Equals(e.Name, t.Name, StringComparison.Ordinal)).SelectMany(e => e.Bags)],
        });
        answer["paxTicketInfos"] = Travellers(main, travellers, main.TicketedAt <= now);
        answer["totalPrice"] = main.Total + extras.Sum(e => e.Total);
        answer["orderList"] = new JsonArray([.. extras.Prepend(main).Select(order => new JsonObject
        {
            ["orderNo"] = order.OrderNo,
            ["orderStatus"] = Text(stateOf(order)),
            ["ticketStatus"] = order.TicketedAt <= now ? "1" : "0",
            ["totalPrice"] = order.Total,
            ["currency"] = order.Currency,
            ["tktLimitTime"] = WireTime.Own19(order.HoldUntil),
            ["totalAncillaryPrice"] = order.ExtrasTotal,
            ["totalTransactionFee"] = order.TechnicalFee,
            ["paymentFee"] = null,
            ["supportPaymentMethod"] = 1,
        })]);
        return answer;
    }

    /// <summary>Also the passenger part of the notice that tickets were issued.</summary>
    public static JsonArray Travellers(Order order, IEnumerable<Traveller> travellers, bool isTicketed) =>
    [
        .. travellers.Select((traveller, index) => new JsonObject
        {
            ["name"] = traveller.Name,
            ["passengerType"] = (int)traveller.Type,
            ["birthday"] = WireTime.Day(traveller.BornOn),
            ["gender"] = traveller.Gender,
            ["cardNum"] = string.Create(CultureInfo.InvariantCulture, $"P99{order.OrderNo[^3..]}{index:00}"),
            ["cardType"] = "PP",
            ["cardIssuePlace"] = traveller.Nationality,
            ["cardExpired"] = "20310412",
            ["nationality"] = traveller.Nationality,
            ["ticketNos"] = isTicketed ? Texts(order.AirlinePnrs) : null,
            ["airlinePNRs"] = isTicketed ? Texts(order.AirlinePnrs) : null,
            ["contactEmails"] = new JsonArray(order.Contact.Email),
            ["contactPhones"] = new JsonArray(order.Contact.Mobile),
            ["ancillaries"] = new JsonArray([.. traveller.Bags.Select(bag => Ancillary(bag, order.Currency))]),
        }),
    ];

    private static JsonObject Ancillary(Bag bag, string currency) => new()
    {
        ["productCode"] = string.Create(CultureInfo.InvariantCulture, $"SCI_BAG_1PC_{bag.WeightKg}KG"),
        ["segmentIndex"] = bag.LegIndex,
        ["currency"] = currency,
        ["ancillaryPrice"] = bag.Price,
        ["auxBaggageElement"] = new JsonObject { ["isAllWeight"] = true, ["piece"] = 1, ["size"] = "", ["weight"] = bag.WeightKg },
        ["auxSeatElement"] = null,
        ["vendorCurrency"] = null,
        ["vendorPrice"] = null,
        ["displayCurrency"] = null,
        ["displayPrice"] = null,
    };

    private static JsonArray Bookings(Order order, bool isTicketed)
    {
        var (name, site) = Coverage.Airline(order.Carrier);
        return
        [
            .. order.AirlinePnrs.Select(pnr => new JsonObject
            {
                ["airlineCode"] = order.Carrier,
                ["airlineName"] = name,
                ["airlinePnr"] = isTicketed ? pnr : null,
                ["airlineWebSiteAddress"] = site,
                ["mmbEmail"] = order.Contact.Email,
                ["tailDigitsOfPaymentCard"] = order.PaymentMethod is 3 ? "4242" : null,
                ["extras"] = new JsonArray(new JsonObject { ["name"] = "email", ["remark"] = "email", ["value"] = order.Contact.Email }),
            }),
        ];
    }

    private static JsonObject Payment(Order order)
    {
        var from = order.PaymentMethod is 1 ? "DEPOSIT" : "CARD";
        return new JsonObject
        {
            ["paymentMethod"] = order.PaymentMethod,
            ["ticketFare"] = new JsonObject { ["amount"] = order.Total, ["currency"] = order.Currency, ["deductFrom"] = from },
            ["serviceFee"] = new JsonObject { ["amount"] = order.TechnicalFee, ["currency"] = order.Currency, ["deductFrom"] = "DEPOSIT" },
            ["paymentFee"] = null,
            ["cardType"] = order.PaymentMethod is 3 ? "Visa" : null,
        };
    }

    private static decimal FareOf(Order order, TravellerType type) =>
        order.Travellers.Where(t => t.Type == type).Sum(t => t.Fare + t.Tax);

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => JsonValue.Create(t))];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
