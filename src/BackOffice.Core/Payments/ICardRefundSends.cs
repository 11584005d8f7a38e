using BackOffice.Core.Orders;

namespace BackOffice.Core.Payments;

/// <summary>
/// The call that gives a customer's money back. One call, one request on the wire, whatever comes back: no retry, no redirect.
/// Only the sender may take this port; a test over constructors proves it.
/// </summary>
public interface ICardRefundSends
{
    /// <summary>
    /// Sends these exact bytes, once. Never throws for what the network does: that is <see cref="SendResult.Unknown"/>. Where sending is
    /// switched off it is refused with <see cref="PaymentsRefusals.SendingOff"/>, and nothing has left.
    /// </summary>
    /// <param name="term">Where it is over already, that is <see cref="OrdersRefusals.StoodStill"/>: nothing has left.</param>
    /// <exception cref="OperationCanceledException">Given up before it left: nothing has left. Later it is <c>cancelled</c>, and unknown.</exception>
    Task<SendResult> SendRefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken);
}

/// <summary>One refund as it was stored before the call.</summary>
/// <param name="RequestId">Letters, digits and hyphens, at most 64; new for every permit, because AsiaBill knows a request by it.</param>
/// <param name="Body">As <see cref="CardRefundBody"/> built it.</param>
public sealed record CardRefundCall(TradeNo TradeNo, string RequestId, string Body);
