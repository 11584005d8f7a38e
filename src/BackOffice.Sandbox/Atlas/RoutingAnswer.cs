using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>The booked flights and their prices per traveller, as part of an order.</summary>
internal static class RoutingAnswer
{
    public static JsonObject Of(Order order)
    {
        var answer = new JsonObject
        {
            ["routingIdentifier"] = "TUVYX0NVTl8x" + order.PnrCode,
            ["supportCreditTransPayment"] = "0",
            ["supportPaymentMethods"] = new JsonArray(1, 3),
            ["currency"] = order.Currency,
        };
        Prices(answer, "adult", order, TravellerType.Adult);
        Prices(answer, "child", order, TravellerType.Child);
        Prices(answer, "infant", order, TravellerType.Infant);
        answer["infantAllowed"] = false;
        answer["childMandatorySeatingFee"] = null;
        answer["transactionFeePerPax"] = order.TechnicalFeePerTraveller;
        answer["transactionFee"] = order.TechnicalFee;
        answer["transactionFeeMode"] = "PER_PAX";
        answer["fromSegments"] = Segments(order, bound: 1);
        answer["retSegments"] = order.Legs.Any(l => l.Bound is 2) ? Segments(order, bound: 2) : null;
        answer["rule"] = new JsonObject
        {
            ["hasBaggage"] = 1,
            ["baggageElements"] = new JsonArray(),
            ["refundRules"] = new JsonArray(),
            ["changesRules"] = new JsonArray(),
            ["serviceElements"] = new JsonArray(),
        };
        answer["ancillaryProductElements"] = new JsonArray();
        answer["vendorFare"] = null;
        answer["links"] = new JsonArray();
        answer["separateBookings"] = order.AirlinePnrs.Count > 1;
        answer["refreshTime"] = null;
        answer["expireTime"] = null;
        answer["ancillarySupported"] = new JsonArray("luggage");
        answer["cardChargeList"] = null;
        return answer;
    }

    private static void Prices(JsonObject answer, string prefix, Order order, TravellerType type)
    {
        var first = order.Travellers.FirstOrDefault(t => t.Type == type);
        answer[prefix + "Price"] = first?.Fare ?? 0;
        answer[prefix + "Tax"] = first?.Tax ?? 0;
        answer[prefix + "Details"] = first is null ? null : new JsonArray(
            Detail("farePrice", "base", first.Fare),
            Detail("tax", "tax", first.Tax));
    }

    private static JsonObject Detail(string code, string type, decimal amount) => new()
    {
        ["code"] = code,
        ["type"] = type,
        ["amount"] = amount,
        ["description"] = "",
    };

    private static JsonArray Segments(Order order, int bound) =>
    [
        .. order.Legs.Index().Where(l => l.Item.Bound == bound).Select(l => new JsonObject
        {
            ["segmentIndex"] = l.Index + 1,
            ["carrier"] = l.Item.Carrier,
            ["flightNumber"] = l.Item.FlightNumber,
            ["depAirport"] = l.Item.From,
            ["depTime"] = WireTime.LocalMinute(l.Item.From, l.Item.DepartsAt),
            ["arrAirport"] = l.Item.To,
            ["arrTime"] = WireTime.LocalMinute(l.Item.To, l.Item.ArrivesAt),
            ["stopCities"] = null,
            ["duration"] = (int)(l.Item.ArrivesAt - l.Item.DepartsAt).TotalMinutes,
            ["codeShare"] = false,
            ["cabin"] = "",
            ["cabinClass"] = 1,
            ["seatCount"] = 9,
            ["aircraftCode"] = "",
            ["depTerminal"] = "",
            ["arrTerminal"] = "",
            ["operatingCarrier"] = "",
            ["operatingFlightnumber"] = "",
            ["fareFamily"] = "Basic",
        }),
    ];
}
