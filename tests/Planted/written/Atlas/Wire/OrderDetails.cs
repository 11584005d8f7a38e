using System.Text.Json.Serialization;

namespace BackOffice.Core.Atlas.Wire;

/// <summary>The part of <c>queryOrderDetails.do</c>'s answer that we read. Everything may be absent.</summary>
internal sealed record OrderDetails
{
    public string? OrderNo { get; init; }
    public string? PnrCode { get; init; }
    public string? OrderStatus { get; init; }
    public string? TicketStatus { get; init; }

    [JsonConverter(typeof(OneOrMany<PaxTicketInfo>))]
    public IReadOnlyList<PaxTicketInfo>? PaxTicketInfos { get; init; }
    public decimal? TotalPrice { get; init; }
    public string? Currency { get; init; }

    /// <summary><c>yyyy-MM-dd HH:mm:ss</c>, GMT+8.</summary>
    public string? TktLimitTime { get; init; }
    public decimal? TotalAncillaryPrice { get; init; }
    public decimal? TotalTransactionFee { get; init; }
    public int? PaymentMethod { get; init; }
    public OrderPayment? Payment { get; init; }
    public Routing? Routing { get; init; }

    [JsonConverter(typeof(OneOrMany<AirlineBookingInfo>))]
    public IReadOnlyList<AirlineBookingInfo>? AirlineBookings { get; init; }
    public ContactInfo? Contact { get; init; }
    public string? ErrorCode { get; init; }
    public string? ErrorMessage { get; init; }
    public string? AirlineMessage { get; init; }

    /// <summary>Undocumented, GMT+8.</summary>
    public string? PayTime { get; init; }

    /// <summary>Undocumented, GMT+8.</summary>
    public string? CreatedTime { get; init; }

    /// <summary>Undocumented: the main order of an ancillary one.</summary>
    public string? TicketOrderNo { get; init; }
}

internal sealed record OrderPayment
{
    public int? PaymentMethod { get; init; }
}

internal sealed record PaxTicketInfo
{
    /// <summary><c>LAST/FIRST</c>.</summary>
    public string? Name { get; init; }
    public int? PassengerType { get; init; }

    [JsonConverter(typeof(LenientTexts))]
    public IReadOnlyList<string>? TicketNos { get; init; }

    [JsonConverter(typeof(LenientTexts))]
    public IReadOnlyList<string>? AirlinePNRs { get; init; }

    [JsonConverter(typeof(OneOrMany<AncillaryInfo>))]
    public IReadOnlyList<AncillaryInfo>? Ancillaries { get; init; }
}

internal sealed record AncillaryInfo
{
    public string? ProductCode { get; init; }
    public int? SegmentIndex { get; init; }
    public string? Currency { get; init; }
    public decimal? AncillaryPrice { get; init; }
    public BaggageElement? AuxBaggageElement { get; init; }
}

internal sealed record BaggageElement
{
    public int? Piece { get; init; }

    /// <summary>Kilograms.</summary>
    public int? Weight { get; init; }
}

internal sealed record Routing
{
    [JsonConverter(typeof(OneOrMany<Segment>))]
    public IReadOnlyList<Segment>? FromSegments { get; init; }

    [JsonConverter(typeof(OneOrMany<Segment>))]
    public IReadOnlyList<Segment>? RetSegments { get; init; }
    public bool? SeparateBookings { get; init; }
}

internal sealed record Segment
{
    public string? Carrier { get; init; }
    public string? FlightNumber { get; init; }
    public string? DepAirport { get; init; }

    /// <summary><c>yyyyMMddHHmm</c>, local at the airport.</summary>
    public string? DepTime { get; init; }
    public string? ArrAirport { get; init; }

    /// <summary><c>yyyyMMddHHmm</c>, local at the airport.</summary>
    public string? ArrTime { get; init; }
    public string? FareFamily { get; init; }
}

internal sealed record AirlineBookingInfo
{
    public string? AirlineCode { get; init; }
    public string? AirlineName { get; init; }
    public string? AirlinePnr { get; init; }
    public string? AirlineWebSiteAddress { get; init; }
    public string? MmbEmail { get; init; }
}

internal sealed record ContactInfo
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Mobile { get; init; }
}
