using System.Text.Json.Serialization;

namespace BackOffice.Core.Atlas.Wire;

/// <summary>
/// <c>voidQuotation.do</c>'s answer, and <c>void.do</c>'s, which adds the case. The partner's spelling is kept, mistakes included.
/// </summary>
internal sealed record VoidQuotation
{
    public string? OrderNo { get; init; }
    public bool? IsVoidable { get; init; }
    public string? VoidOfferId { get; init; }
    public string? VoidMethod { get; init; }
    public int? FastConfirmation { get; init; }

    /// <summary><c>yyyyMMdd</c>.</summary>
    public string? ExpectedConfirmationDate { get; init; }

    /// <summary><c>yyyyMMdd</c>.</summary>
    public string? ExpectedRefundDate { get; init; }

    [JsonConverter(typeof(OneOrMany<VoidTicket>))]
    public IReadOnlyList<VoidTicket>? VoidTickets { get; init; }
    public FareAmount? VoidFareAmount { get; init; }

    [JsonConverter(typeof(OneOrMany<PostTicketAmount>))]
    public IReadOnlyList<PostTicketAmount>? VoidPostTicketingServiceAmounts { get; init; }
    public ServiceFee? ServiceFee { get; init; }
    public VoidWindowInfo? VoidWindow { get; init; }

    /// <summary>In the partner's prose, in no schema.</summary>
    [JsonConverter(typeof(OpaqueText))]
    public string? VoidDeadline { get; init; }
    public int? VoidStatus { get; init; }
    public string? VoidCode { get; init; }
    public string? CancelReason { get; init; }
}

internal sealed record VoidTicket
{
    public string? Name { get; init; }
    public string? LastName { get; init; }
    public string? FirstName { get; init; }
    public string? TicketNo { get; init; }
    public string? Currency { get; init; }
    public decimal? OriginalTotalAmount { get; init; }
    public decimal? AirlinePenaltyAmount { get; init; }
    public decimal? EstimatedRefundAmount { get; init; }
}

internal sealed record FareAmount
{
    public string? Currency { get; init; }
    public decimal? OriginalFareAmount { get; init; }
    public decimal? EstimatedRefundAmount { get; init; }

    /// <summary>Converted for reading; of refunds only, where it was asked for.</summary>
    public decimal? DisplayEstimatedRefundAmount { get; init; }
}

internal sealed record PostTicketAmount
{
    public string? PostTicketingOrderNo { get; init; }
    public string? Currency { get; init; }
    public decimal? OriginalPostTicketingServiceAmount { get; init; }
    public decimal? EstimatedRefundAmount { get; init; }
}

internal sealed record ServiceFee
{
    public string? Currency { get; init; }
    public decimal? TransactionFee { get; init; }
}

internal sealed record VoidWindowInfo
{
    public bool? SupportVoid { get; init; }
    public bool? AllowVoid { get; init; }

    [JsonConverter(typeof(OpaqueText))]
    public string? VoidTimeAfterIssure { get; init; }

    [JsonConverter(typeof(OpaqueText))]
    public string? VoidTimeBeforeDepature { get; init; }

    [JsonConverter(typeof(OpaqueText))]
    public string? SameDayDeadlineTime { get; init; }

    [JsonConverter(typeof(OpaqueText))]
    public string? SameDayTimezone { get; init; }

    [JsonConverter(typeof(OpaqueText))]
    public string? VoidDeadline { get; init; }
}

/// <summary><c>queryVoidOrders.do</c>'s answer.</summary>
internal sealed record VoidOrders
{
    [JsonConverter(typeof(OneOrMany<VoidOrder>))]
    [JsonPropertyName("voidOrders")]
    public IReadOnlyList<VoidOrder>? Cases { get; init; }
}

internal sealed record VoidOrder
{
    public string? OrderNo { get; init; }
    public string? VoidCode { get; init; }
    public int? VoidStatus { get; init; }
    public string? VoidOfferId { get; init; }
    public string? CancelReason { get; init; }
    public string? ExpectedConfirmationDate { get; init; }
    public string? ExpectedRefundDate { get; init; }
    public FareAmount? VoidFareAmount { get; init; }

    /// <summary>In the partner's prose, in no schema.</summary>
    public decimal? ActualRefundAmount { get; init; }
}

/// <summary>An answer whose code says everything.</summary>
internal sealed record Acknowledgement;
