namespace BackOffice.Sandbox.Atlas;

/// <summary>Which order <c>queryOrderDetails.do</c> means, or the code that says why it cannot tell.</summary>
internal static class OrderLookup
{
    /// <summary>Success without an order is real: a question that holds no key the partner knows finds nothing and says 0.</summary>
    public static (int Code, Order? Order) Find(OrderBook orders, Question asked)
    {
        var criteria = Criteria.Read(asked);
        if (criteria.OrderNo is not null)
        {
            return !orders.TryFind(criteria.OrderNo, out var named) ? (AtlasCodes.OrderUnknown, null)
                : criteria.Fits(named) ? (AtlasCodes.Success, named)
                : (AtlasCodes.Contradiction, null);
        }

        if (criteria.PnrCode is not null)
        {
            var coded = orders.All.FirstOrDefault(o => string.Equals(o.PnrCode, criteria.PnrCode, StringComparison.Ordinal));
            return coded is null ? (AtlasCodes.NothingFound, null)
                : criteria.Fits(coded) ? (AtlasCodes.Success, coded)
                : (AtlasCodes.Contradiction, null);
        }

        if (criteria.AirlinePnr is null && criteria.Carrier is null)
            return (criteria.Names.Count > 0 ? AtlasCodes.PnrWithoutCarrier : AtlasCodes.Success, null);
        if (criteria.AirlinePnr is null || criteria.Carrier is null)
            return (AtlasCodes.PnrWithoutCarrier, null);

        var located = orders.All.Where(o => !o.IsAncillary && o.TicketedAt is not null && criteria.FitsLocator(o)).ToList();
        if (located.Count is 0)
            return (AtlasCodes.NothingFound, null);
        return located.Where(criteria.Fits).ToList() switch
        {
            [] => (AtlasCodes.Contradiction, null),
            [var only] => (AtlasCodes.Success, only),
            _ => (AtlasCodes.PnrMatchesSeveral, null),
        };
    }

    private sealed record Criteria(
        string? OrderNo,
        string? PnrCode,
        string? AirlinePnr,
        string? Carrier,
        IReadOnlyList<string> Names,
        IReadOnlyList<Question> Segments)
    {
        public static Criteria Read(Question asked) => new(
            asked.Text("orderNo"),
            asked.Text("pnrCode"),
            asked.Text("airlinePNR"),
            asked.Text("carrier"),
            [.. asked.Objects("passengers").Select(p => p.Text("name")).OfType<string>()],
            asked.Object("routing")?.Objects("fromSegments") ?? []);

        public bool FitsLocator(Order order) =>
            (AirlinePnr is null || order.AirlinePnrs.Contains(AirlinePnr, StringComparer.Ordinal))
            && (Carrier is null || string.Equals(Carrier, order.Carrier, StringComparison.Ordinal));

        public bool Fits(Order order) =>
            FitsLocator(order)
            && (PnrCode is null || string.Equals(PnrCode, order.PnrCode, StringComparison.Ordinal))
            && Names.All(name => order.Travellers.Any(t => string.Equals(t.Name, name, StringComparison.Ordinal)))
            && Segments.All(segment => order.Legs.Any(leg => FitsLeg(segment, leg)));

        private static bool FitsLeg(Question segment, Leg leg) =>
            IsAbsentOr(segment.Text("carrier"), leg.Carrier)
            && IsAbsentOr(segment.Text("flightNumber"), leg.FlightNumber)
            && IsAbsentOr(segment.Text("depAirport"), leg.From)
            && IsAbsentOr(segment.Text("arrAirport"), leg.To)
            && IsAbsentOr(segment.Text("fromDate"), WireTime.LocalDay(leg.From, leg.DepartsAt));

        private static bool IsAbsentOr(string? asked, string actual) =>
            asked is null || string.Equals(asked, actual, StringComparison.Ordinal);
    }
}
