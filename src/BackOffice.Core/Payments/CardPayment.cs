using BackOffice.Core.Values;

namespace BackOffice.Core.Payments;

/// <summary>The customer's card payment that a refund gives back, as the desk has it on record.</summary>
/// <param name="Total">What the card was charged, in the currency of the payment. A refund has no currency of its own.</param>
/// <param name="PaidOn">The day of the payment.</param>
public sealed record CardPayment(TradeNo TradeNo, Money Total, DateOnly PaidOn);

/// <summary>One earlier refund of the same payment, as our own books have it.</summary>
public sealed record BookedRefund(Money Amount, BookedRefundState State);

/// <summary>What a booked refund does to the rest of its payment.</summary>
public enum BookedRefundState
{
    /// <summary>Permitted or being sent.</summary>
    InFlight,

    /// <summary>Sent, and nobody knows whether it arrived.</summary>
    Unknown,

    /// <summary>AsiaBill took it: it waits or is done. One that failed after it had been done stays here until a person has looked.</summary>
    Accepted,

    /// <summary>Never sent, refused, or failed: the money is where it was.</summary>
    NothingMoved,
}
