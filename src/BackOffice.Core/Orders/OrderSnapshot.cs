using System.Text.Json.Serialization;
using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>What Atlas said of an order at one instant. Immutable; amounts that could not be read are null, never zero.</summary>
public sealed record OrderSnapshot
{
    /// <summary>As <see cref="OrderNumber"/> writes it, whatever capital or small letters Atlas echoes: it is what cases are found and held by.</summary>
    public required string OrderNo
    {
        get;
        init => field = OrderNumber.TryParse(value, out var number) ? number.Value : value;
    }

    public string? AtlasPnr { get; init; }
    public required OrderStage Stage { get; init; }

    /// <summary>Atlas's raw order and ticket status, for showing beside our word.</summary>
    public string? RawOrderStatus { get; init; }
    public string? RawTicketStatus { get; init; }
    public required PaymentMethod PaymentMethod { get; init; }
    public int? RawPaymentMethod { get; init; }
    public Money? Total { get; init; }
    public Money? AncillaryTotal { get; init; }

    /// <summary>Atlas's fee that was paid with the order.</summary>
    public Money? TransactionFee { get; init; }
    public DateTimeOffset? PaidAt { get; init; }
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Until when an unpaid order is held.</summary>
    public DateTimeOffset? HoldUntil { get; init; }
    public IReadOnlyList<OrderPassenger> Passengers { get; init; } = [];
    public IReadOnlyList<FlightSegment> Segments { get; init; } = [];
    public IReadOnlyList<AirlineBooking> AirlineBookings { get; init; } = [];
    public OrderContact? Contact { get; init; }

    /// <summary>True where both bounds were booked apart, each with a PNR of its own.</summary>
    public bool HasSeparateBookings { get; init; }

    /// <summary>The order that an ancillary order belongs to; null for a main order.</summary>
    public string? MainOrderNo { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureMessage { get; init; }
    public required DateTimeOffset ReadAt { get; init; }

    [JsonIgnore]
    public string? Airline => Segments.Count > 0 ? Segments[0].Carrier : AirlineBookings.Select(b => b.AirlineCode).FirstOrDefault();

    /// <summary>From the first departure to where the outbound ends: <c>ICN → NRT</c>, with a way back <c>ICN ⇄ NRT</c>; empty without flights.</summary>
    [JsonIgnore]
    public string Route
    {
        get
        {
            var outbound = Segments.Where(s => !s.IsReturn).ToList();
            return outbound.Count == 0 ? "" : outbound[0].DepartureAirport + (Segments.Any(s => s.IsReturn) ? " ⇄ " : " → ") + outbound[^1].ArrivalAirport;
        }
    }

    [JsonIgnore]
    public string? AirlinePnr
    {
        get
        {
            var all = Passengers.SelectMany(p => p.AirlinePnrs).Concat(AirlineBookings.Select(b => b.AirlinePnr).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase);
            var text = string.Join(" / ", all);
            return text.Length == 0 ? null : text;
        }
    }
}

public enum OrderStage
{
    Unpaid = 0,
    Ticketing = 1,
    Ticketed = 2,
    Cancelled = 3,

    /// <summary>A status that the contract does not list; shown raw.</summary>
    Other = 4,
}

public enum PaymentMethod
{
    Deposit = 0,
    VirtualCard = 1,
    OwnAirlineAccount = 2,
    MerchantOfRecord = 3,
    Other = 4,
}

public enum PassengerType
{
    Adult = 0,
    Child = 1,
    Infant = 2,
    Other = 3,
}

/// <param name="LastName">As on the ticket, without the first names.</param>
public sealed record OrderPassenger(string LastName, string FirstName, PassengerType Type)
{
    public IReadOnlyList<string> TicketNumbers { get; init; } = [];
    public IReadOnlyList<string> AirlinePnrs { get; init; } = [];
    public IReadOnlyList<OrderAncillary> Ancillaries { get; init; } = [];
}

/// <param name="Description">Atlas's product code; bags carry weight and pieces.</param>
public sealed record OrderAncillary(string Description, int? SegmentIndex, Money? Price)
{
    public int? BagPieces { get; init; }

    /// <summary>Kilograms.</summary>
    public int? BagWeight { get; init; }
}

/// <summary>One flight as booked. Times are the airports' local wall clocks, without a zone.</summary>
public sealed record FlightSegment(
    string Carrier, string FlightNumber, string DepartureAirport, DateTime? DepartsLocal, string ArrivalAirport, DateTime? ArrivesLocal)
{
    public bool IsReturn { get; init; }
    public string? FareFamily { get; init; }
}

public sealed record AirlineBooking(string AirlineCode, string? AirlineName, string? AirlinePnr)
{
    public string? Website { get; init; }

    /// <summary>The e-mail that opens the airline's own page for this booking. Personal data.</summary>
    public string? LogInEmail { get; init; }
}

/// <summary>Personal data: masked on screens unless the right is there, never in a log.</summary>
public sealed record OrderContact(string? Name, string? Email, string? Phone);
