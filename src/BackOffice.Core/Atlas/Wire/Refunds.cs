using System.Text.Json;
using System.Text.Json.Serialization;

namespace BackOffice.Core.Atlas.Wire;

/// <summary><c>refundQuotation.do</c>. Every key is written, null or not: the documented shape, exactly.</summary>
internal sealed record RefundQuotationRequest
{
    public required string OrderNo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? AirlinePNR { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Carrier { get; init; }
    public string? DisplayCurrency { get; init; }
    public required IReadOnlyList<RefundRequest> RefundRequestList { get; init; }
}

/// <param name="RefundReason"><c>"0"</c> involuntary, <c>"1"</c> voluntary.</param>
internal sealed record RefundRequest(string LastName, string FirstName, string RefundReason, IReadOnlyList<RefundSegment> Segments);

/// <param name="DepDate"><c>yyyyMMdd</c>, by the airport's calendar.</param>
/// <param name="FlightNo">With the carrier in front.</param>
internal sealed record RefundSegment(string DepDate, string FlightNo, string DepAirport, string ArrAirport);

/// <summary><c>queryRefundOrders.do</c>: both keys wherever both are known.</summary>
internal sealed record RefundOrdersRequest(string OrderNo, string? RefundCode)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? AirlinePNR { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Carrier { get; init; }
    public string? DisplayCurrency { get; init; }
}

/// <summary><c>refundQuotation.do</c>'s answer, and <c>refund.do</c>'s, which adds the case.</summary>
internal sealed record RefundQuotation
{
    public string? OrderNo { get; init; }
    public bool? IsRefundable { get; init; }
    public string? RefundQuoteType { get; init; }
    public string? RefundOfferId { get; init; }
    public string? RefundMethod { get; init; }
    public int? FastConfirmation { get; init; }
    public string? ExpectedConfirmationDate { get; init; }
    public string? ExpectedRefundDate { get; init; }
    public string? DisplayCurrency { get; init; }

    [JsonConverter(typeof(OneOrMany<VoidTicket>))]
    public IReadOnlyList<VoidTicket>? RefundTickets { get; init; }
    public FareAmount? RefundFareAmount { get; init; }

    /// <summary>An object in one edition of the contract, a list in the others.</summary>
    [JsonConverter(typeof(OneOrMany<PostTicketAmount>))]
    public IReadOnlyList<PostTicketAmount>? RefundPostTicketingServiceAmounts { get; init; }

    [JsonConverter(typeof(OneOrMany<RefundVoucher>))]
    public IReadOnlyList<RefundVoucher>? RefundVouchers { get; init; }
    public ServiceFee? ServiceFee { get; init; }

    /// <summary>Shown raw, never computed with.</summary>
    public JsonElement? RefundRules { get; init; }
    public int? RefundStatus { get; init; }
    public string? RefundCode { get; init; }
    public string? CancelReason { get; init; }
}

internal sealed record RefundVoucher
{
    public string? Airline { get; init; }

    [JsonConverter(typeof(OneOrMany<VoucherPassenger>))]
    public IReadOnlyList<VoucherPassenger>? EligiblePassengers { get; init; }
    public decimal? EstimatedRefundAmount { get; init; }
    public string? Currency { get; init; }
    public string? VoucherStartDate { get; init; }
    public string? VoucherEndDate { get; init; }
    public string? TravelStartDate { get; init; }
    public string? TravelEndDate { get; init; }
    public string? Note { get; init; }
}

internal sealed record VoucherPassenger
{
    public string? Name { get; init; }
}

/// <summary><c>queryRefundOrders.do</c>'s answer.</summary>
internal sealed record RefundOrders
{
    [JsonConverter(typeof(OneOrMany<RefundOrder>))]
    [JsonPropertyName("refundOrders")]
    public IReadOnlyList<RefundOrder>? Cases { get; init; }
}

internal sealed record RefundOrder
{
    public string? OrderNo { get; init; }
    public string? RefundCode { get; init; }
    public int? RefundStatus { get; init; }
    public string? RefundOfferId { get; init; }
    public string? CancelReason { get; init; }
    public string? ExpectedConfirmationDate { get; init; }
    public string? ExpectedRefundDate { get; init; }

    [JsonConverter(typeof(OneOrMany<VoidTicket>))]
    public IReadOnlyList<VoidTicket>? RefundTickets { get; init; }
    public FareAmount? RefundFareAmount { get; init; }

    /// <summary>In prose of older editions, in no current schema.</summary>
    public decimal? ActualRefundAmount { get; init; }
}
