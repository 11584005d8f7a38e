namespace BackOffice.Sandbox.Atlas;

/// <summary>The numbers that a scene plays under, the moment it starts, and the usual ingredients of its order.</summary>
internal sealed record Seeding
{
    public Seeding(DateTimeOffset now, string orderNo, string? ancillaryOrderNo, string airlinePnr, string? furtherAncillaryOrderNo = null)
    {
        Now = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), now.Offset);
        OrderNo = orderNo;
        AncillaryOrderNo = ancillaryOrderNo;
        AirlinePnr = airlinePnr;
        FurtherAncillaryOrderNo = furtherAncillaryOrderNo;
    }

    /// <summary>In whole seconds, as the wire has no finer time.</summary>
    public DateTimeOffset Now { get; }

    public string OrderNo { get; }

    public string? AncillaryOrderNo { get; }

    public string? FurtherAncillaryOrderNo { get; }

    public string AirlinePnr { get; }

    /// <summary>A flight that leaves some days after today's date at its airport, at that local time (<c>HH:mm</c>).</summary>
    public Leg Fly(string carrier, string flightNumber, string from, string to, int days, string time, int minutes, int bound = 1)
    {
        var departs = Airports.At(from, Now, days, time);
        return new Leg(carrier, flightNumber, from, to, departs, departs.AddMinutes(minutes), bound);
    }

    /// <summary>An order paid that long ago and ticketed half a minute later.</summary>
    public Order Ticketed(TimeSpan paidAgo, Leg leg, params Traveller[] travellers)
    {
        var paid = Now - paidAgo;
        return new Order
        {
            OrderNo = OrderNo,
            Travellers = travellers,
            Legs = [leg],
            AirlinePnrs = [AirlinePnr],
            Contact = ReachedBy(travellers[0]),
            CreatedAt = paid.AddMinutes(-4),
            PaidAt = paid,
            TicketedAt = paid.AddSeconds(30),
        };
    }

    private static ContactPerson ReachedBy(Traveller traveller) => new(
        $"{traveller.FirstName} {traveller.LastName}",
        $"{traveller.FirstName}.{traveller.LastName}@example.com".ToLowerInvariant(),
        "0065-81234567");

    public static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    public static TimeSpan Hours(int hours) => TimeSpan.FromHours(hours);
}
