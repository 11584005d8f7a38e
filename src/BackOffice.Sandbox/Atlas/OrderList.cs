using System.Globalization;
using System.Text.Json.Nodes;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Pages of orders as <c>orderList.do</c> shows them: newest first, states are numbers here, times in UTC.</summary>
internal static class OrderList
{
    private const int LargestPage = 100;

    public static readonly string[] Keys = ["page", "pageSize", "totalRecords", "orders"];

    public static JsonObject Answer(OrderBook orders, Question asked, Func<Order, int> stateOf, StandInOptions options)
    {
        var page = Math.Max(asked.Number("page") ?? asked.Number("pageNo") ?? 1, 1);
        var size = Math.Clamp(asked.Number("pageSize") ?? 20, 1, LargestPage);
        var matches = Filter(asked, stateOf);
        var found = orders.All
            .Where(o => options.ListAncillaryOrders || !o.IsAncillary)
            .Where(matches)
            .OrderByDescending(o => o.CreatedAt)
            .ThenByDescending(o => o.OrderNo, StringComparer.Ordinal)
            .ToList();

        JsonNode Count(int number) => options.ListTotalsAsText
            ? JsonValue.Create(number.ToString(CultureInfo.InvariantCulture))
            : JsonValue.Create(number);

        return new JsonObject
        {
            ["page"] = Count(page),
            ["pageSize"] = Count(size),
            ["totalRecords"] = Count(found.Count),
            ["orders"] = new JsonArray([.. found.Skip((page - 1) * size).Take(size).Select(o => Row(o, stateOf(o)))]),
        };
    }

    private static Func<Order, bool> Filter(Question asked, Func<Order, int> stateOf)
    {
        var orderNo = asked.Text("orderNo");
        var pnrs = asked.Texts("airlinePNRs");
        var name = asked.Text("paxName");
        var email = asked.Text("contactEmail");
        var from = asked.Text("fromCity");
        var to = asked.Text("toCity");
        var day = asked.Text("depDate");
        var since = Instant(asked.Text("createTimeRangeFrom"));
        var until = Instant(asked.Text("createTimeRangeTo"));
        var states = asked.Numbers("orderStatus");
        var airlines = asked.Texts("airlines");

        return order =>
            (orderNo is null || Same(orderNo, order.OrderNo))
            && (pnrs.Count is 0 || pnrs.Any(p => order.AirlinePnrs.Contains(p, StringComparer.Ordinal)))
            && (name is null || order.Travellers.Any(t => t.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
            && (email is null || Same(email, order.Contact.Email))
            && (from is null || IsAt(from, order.Legs[0].From))
            && (to is null || IsAt(to, Destination(order)))
            && (day is null || Same(day, WireTime.LocalDay(order.Legs[0].From, order.Legs[0].DepartsAt)))
            && (since is null || order.CreatedAt >= since)
            && (until is null || order.CreatedAt <= until)
            && (states.Count is 0 || states.Contains(stateOf(order)))
            && (airlines.Count is 0 || order.Legs.Any(l => airlines.Contains(l.Carrier, StringComparer.Ordinal)));
    }

    private static JsonObject Row(Order order, int state) => new()
    {
        ["orderNo"] = order.OrderNo,
        ["pnrCode"] = order.PnrCode,
        ["airlinePNRs"] = state is 2 ? new JsonArray(string.Join('|', order.AirlinePnrs)) : null,
        ["orderStatus"] = state,
        ["depDate"] = WireTime.LocalDay(order.Legs[0].From, order.Legs[0].DepartsAt),
        ["airlines"] = new JsonArray([.. order.Legs.Select(l => l.Carrier).Distinct(StringComparer.Ordinal).Select(c => JsonValue.Create(c))]),
        ["orderCreateTimestamp"] = WireTime.Utc(order.CreatedAt),
        ["paymentTimestamp"] = WireTime.Utc(order.PaidAt),
        ["paxNames"] = new JsonArray([.. order.Travellers.Select(t => JsonValue.Create(t.Name))]),
        ["contactEmail"] = order.Contact.Email,
        ["fromCity"] = Airports.CityOf(order.Legs[0].From),
        ["toCity"] = Airports.CityOf(Destination(order)),
        ["errorCode"] = order.ErrorCode,
        ["errorMessage"] = order.ErrorCode is null ? null : "Card payment to the airline failed",
    };

    private static string Destination(Order order) => order.Legs.Last(l => l.Bound is 1).To;

    private static bool IsAt(string asked, string airport) => Same(asked, airport) || Same(asked, Airports.CityOf(airport));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private static DateTimeOffset? Instant(string? text) => text is null ? null
        : DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new WrongShapeException();
}
