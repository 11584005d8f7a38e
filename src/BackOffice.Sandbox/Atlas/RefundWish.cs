using System.Globalization;

namespace BackOffice.Sandbox.Atlas;

/// <summary>Which order a refund call means: its number, or the airline's locator and code.</summary>
internal sealed record OrderKey(string? OrderNo, string? AirlinePnr, string? Carrier)
{
    /// <summary>Refuses a key that names no order.</summary>
    public static OrderKey Read(Question asked)
    {
        var key = new OrderKey(asked.Text("orderNo"), asked.Text("airlinePNR"), asked.Text("carrier"));
        return key.OrderNo is null && (key.AirlinePnr is null || key.Carrier is null)
            ? throw new AtlasRefusedException(AtlasCodes.WrongParameter)
            : key;
    }

    public bool Fits(Order order) =>
        (OrderNo is null || string.Equals(OrderNo, order.OrderNo, StringComparison.Ordinal))
        && (AirlinePnr is null || order.AirlinePnrs.Contains(AirlinePnr, StringComparer.Ordinal))
        && (Carrier is null || string.Equals(Carrier, order.Carrier, StringComparison.Ordinal));
}

internal sealed record SegmentWish(string Day, string FlightNumber, string From, string To)
{
    public bool Fits(Leg leg) =>
        string.Equals(Day, WireTime.LocalDay(leg.From, leg.DepartsAt), StringComparison.Ordinal)
        && string.Equals(FlightNumber, leg.FlightNumber, StringComparison.Ordinal)
        && string.Equals(From, leg.From, StringComparison.Ordinal)
        && string.Equals(To, leg.To, StringComparison.Ordinal);
}

internal sealed record PassengerWish(string LastName, string FirstName, IReadOnlyList<SegmentWish> Segments)
{
    public bool Names(Traveller traveller) => Names(traveller, StringComparison.Ordinal);

    public bool AlmostNames(Traveller traveller) =>
        Names(traveller, StringComparison.OrdinalIgnoreCase) || string.Equals(LastName, traveller.LastName, StringComparison.Ordinal);

    private bool Names(Traveller traveller, StringComparison comparison) =>
        string.Equals(LastName, traveller.LastName, comparison) && string.Equals(FirstName, traveller.FirstName, comparison);
}

/// <summary>Who wants a refund, and why.</summary>
internal sealed record RefundWish(RefundReason Reason, IReadOnlyList<PassengerWish> Passengers, string? DisplayCurrency)
{
    /// <summary>Null without a list. Refuses what is incomplete, somebody named twice, and several reasons in one request.</summary>
    public static RefundWish? Read(Question asked)
    {
        var list = asked.Objects("refundRequestList");
        if (list.Count is 0)
            return null;

        var passengers = list.Select(p => new PassengerWish(Required(p, "lastName"), Required(p, "firstName"), Segments(p))).ToList();
        var reasons = list.Select(p => Required(p, "refundReason")).Distinct(StringComparer.Ordinal).ToList();
        return passengers.DistinctBy(p => (p.LastName, p.FirstName)).Count() == passengers.Count && reasons is [var only]
            ? new RefundWish(Reasoned(only), passengers, Display(asked))
            : throw Wrong();
    }

    /// <summary>Refuses a currency without a rate.</summary>
    public static string? Display(Question asked) =>
        asked.Text("displayCurrency") is not { } currency ? null
        : DisplayRates.Knows(currency) ? currency
        : throw Wrong();

    private static List<SegmentWish> Segments(Question passenger)
    {
        var segments = passenger.Objects("segments")
            .Select(s => new SegmentWish(Required(s, "depDate"), Required(s, "flightNo"), Required(s, "depAirport"), Required(s, "arrAirport")))
            .ToList();
        return segments.Count > 0 && segments.All(s => DateOnly.TryParseExact(s.Day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            ? segments
            : throw Wrong();
    }

    private static RefundReason Reasoned(string reason) => reason switch
    {
        "0" => RefundReason.Involuntary,
        "1" => RefundReason.Voluntary,
        "4" => RefundReason.Void,
        _ => throw Wrong(),
    };

    private static string Required(Question asked, string field) => asked.Text(field) ?? throw Wrong();

    private static AtlasRefusedException Wrong() => new(AtlasCodes.WrongParameter);
}
