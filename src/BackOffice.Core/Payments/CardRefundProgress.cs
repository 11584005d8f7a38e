namespace BackOffice.Core.Payments;

/// <summary>One card refund as AsiaBill's look-up shows it.</summary>
public sealed record CardRefundProgress
{
    /// <summary>AsiaBill's number of the refund; digits in every sample, opaque for us.</summary>
    public required string BatchNo { get; init; }

    /// <summary>Null where the word is not listed or none came.</summary>
    public CardRefundStatus? Status { get; init; }

    /// <summary>The payment that the answer speaks of, as it was written. An answer that names none that can be read is no answer.</summary>
    public required string TradeNo { get; init; }

    /// <summary>AsiaBill's text about the refund, at most 200 characters; what an agent reads where it failed.</summary>
    public string? Description { get; init; }
}

/// <summary>AsiaBill's words as our own numbers, which are stored. Only <see cref="Success"/> closes the customer's leg.</summary>
public enum CardRefundStatus
{
    Pending = 0,
    Success = 1,
    Fail = 2,
}
