namespace BackOffice.Sandbox;

/// <summary>What becomes of an accepted refund.</summary>
public enum RefundCourse
{
    /// <summary>Pending, then success.</summary>
    Succeeds,

    /// <summary>Pending, then fail.</summary>
    Fails,

    StaysPending,

    /// <summary>Success in the first reply.</summary>
    SucceedsAtOnce,

    /// <summary>Pending, success, and later a fail after all.</summary>
    FailsAfterSuccess,
}

/// <summary>A customer's payment as AsiaBill keeps it.</summary>
/// <param name="TradeNo">AsiaBill's number, 22 digits.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record CardPayment(string TradeNo, string Currency, decimal Amount, DateTimeOffset PaidAt)
{
    /// <summary>The shop's own number of the sale; it has nothing to do with Atlas's order numbers.</summary>
    public string OrderNo { get; init; } = "SHOP" + TradeNo;

    public string Method { get; init; } = "CreditCard";

    /// <summary>The customer's payment did not go through.</summary>
    public bool HasFailed { get; init; }

    public bool TakesPartialRefunds { get; init; } = true;

    /// <summary>Until then refunds are refused for now; null when it is not being settled.</summary>
    public DateTimeOffset? BeingSettledUntil { get; init; }

    public RefundCourse Course { get; init; }

    /// <inheritdoc cref="AsiaBillOptions.ShortSuccessCode"/>
    public bool ShortSuccessCode { get; init; }

    /// <inheritdoc cref="AsiaBillOptions.NumbersAsNumbers"/>
    public bool NumbersAsNumbers { get; init; }
}

public enum CardRefundStatus
{
    Pending,
    Success,
    Fail,
}

/// <summary>A refund as AsiaBill keeps it.</summary>
/// <param name="BatchNo">AsiaBill's number.</param>
/// <param name="MerTrackNo">The merchant's; empty for one made in AsiaBill's own back office.</param>
/// <param name="RefundType"><c>1</c> the whole payment, <c>2</c> part of it.</param>
public sealed record CardRefund(
    string BatchNo,
    string TradeNo,
    string MerTrackNo,
    string RefundType,
    decimal Amount,
    string Currency,
    CardRefundStatus Status,
    string Description,
    DateTimeOffset AskedAt);
