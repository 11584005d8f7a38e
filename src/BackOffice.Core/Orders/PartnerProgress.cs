using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>One void or refund as the partner's query shows it.</summary>
public sealed record PartnerProgress
{
    public required string PartnerRef { get; init; }

    /// <summary>Atlas's raw number; null where it could not be read. Not limited to 0–6.</summary>
    public int? Status { get; init; }
    public string? OfferId { get; init; }
    public string? CancelReason { get; init; }
    public Money? FareBack { get; init; }

    /// <summary>Whose tickets it is about, of a refund; empty where the partner does not say.</summary>
    public IReadOnlyList<QuotedTicket> Tickets { get; init; } = [];

    /// <summary>Confirmed by the airline; documented in prose only, often absent. Absent is not zero.</summary>
    public Money? ActualBack { get; init; }
    public DateOnly? ExpectedRefundOn { get; init; }
    public DateOnly? ExpectedConfirmationOn { get; init; }

    /// <summary>Of a void or refund at Atlas: rejected, or closed without a result. It stands in nobody's way.</summary>
    public bool CameToNothing => Status is 4 or 6;
}
