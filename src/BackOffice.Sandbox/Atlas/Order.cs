namespace BackOffice.Sandbox.Atlas;

/// <summary>An order as the partner keeps it. Its state is not stored but follows from its instants and the time.</summary>
internal sealed record Order
{
    public required string OrderNo { get; init; }

    /// <summary>The main order that an order for later-bought extras belongs to; null on a main order.</summary>
    public string? TicketOrderNo { get; init; }

    public required IReadOnlyList<Traveller> Travellers { get; init; }

    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>One, or two when a round trip was split into two bookings (outbound first).</summary>
    public required IReadOnlyList<string> AirlinePnrs { get; init; }

    public required ContactPerson Contact { get; init; }

    /// <summary>1 deposit, 3 card passed through, 4 own airline account, 5 merchant of record.</summary>
    public int PaymentMethod { get; init; } = 1;

    public string Currency { get; init; } = "USD";

    public decimal TechnicalFeePerTraveller { get; init; } = 2;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public DateTimeOffset? TicketedAt { get; init; }

    public DateTimeOffset? CancelledAt { get; init; }

    public string? ErrorCode { get; init; }

    public VoidTraits Void { get; init; } = new();

    public RefundTraits Refund { get; init; } = new();

    public DateTimeOffset HoldUntil => CreatedAt + TimeSpan.FromMinutes(30);

    public string PnrCode => Numbers.PnrCodeFor(OrderNo);

    public string Carrier => Legs[0].Carrier;

    public bool IsAncillary => TicketOrderNo is not null;

    public decimal FareTotal => Travellers.Sum(t => t.Fare + t.Tax);

    public decimal ExtrasTotal => Travellers.Sum(t => t.Bags.Sum(b => b.Price));

    public decimal Total => FareTotal + ExtrasTotal;

    public decimal TechnicalFee => IsAncillary ? 0 : TechnicalFeePerTraveller * Travellers.Count;

    /// <summary>0 unpaid, 1 paid and waiting for tickets, 2 ticketed, -3 cancelled.</summary>
    public int StateAt(DateTimeOffset now) => this switch
    {
        { CancelledAt: { } cancelled } when cancelled <= now => -3,
        { PaidAt: null } => now >= HoldUntil ? -3 : 0,
        { TicketedAt: { } ticketed } when ticketed <= now => 2,
        _ => 1,
    };
}

/// <summary>What a void of this order runs into.</summary>
internal sealed record VoidTraits
{
    public bool IsVoucher { get; init; }

    public decimal Fee { get; init; }

    /// <summary>The airline closes its window at the end of the day of issue in Seoul.</summary>
    public bool HasSameDayCutOff { get; init; }

    /// <summary>The answers carry the undocumented <c>voidDeadline</c>.</summary>
    public bool CarriesDeadline { get; init; }

    public bool IsFareNonVoidable { get; init; }

    /// <summary>How this order says that its fare cannot be voided.</summary>
    public RefusalShape RefusalShape { get; init; }

    public RefundTrace RefundTrace { get; init; }

    public CaseScript Script { get; init; }
}

internal enum RefundTrace
{
    None,
    Refund,
    Claim,
}

/// <summary>What becomes of an accepted void or refund.</summary>
internal enum CaseScript
{
    Normal,
    RejectedByAirline,
    AttemptsUsedUp,
    StuckAtZero,
    SkipsToEnd,
}

internal enum TravellerType
{
    Adult = 0,
    Child = 1,
    Infant = 2,
}

internal sealed record Traveller(string LastName, string FirstName)
{
    public TravellerType Type { get; init; }

    public string Gender { get; init; } = "F";

    public string Nationality { get; init; } = "SG";

    public DateOnly BornOn { get; init; } = new(1990, 4, 12);

    public decimal Fare { get; init; }

    public decimal Tax { get; init; }

    public IReadOnlyList<Bag> Bags { get; init; } = [];

    public string Name => $"{LastName}/{FirstName}";
}

internal sealed record Bag(int LegIndex, int WeightKg, decimal Price);

internal sealed record ContactPerson(string Name, string Email, string Mobile);

/// <param name="Bound">1 outbound, 2 return.</param>
internal sealed record Leg(
    string Carrier,
    string FlightNumber,
    string From,
    string To,
    DateTimeOffset DepartsAt,
    DateTimeOffset ArrivesAt,
    int Bound = 1);
