using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>
/// The calls that move money. One call, one request on the wire, whatever comes back: no retry, no redirect.
/// Only the sender may take this port; a test over constructors proves it.
/// </summary>
public interface IAtlasSends
{
    /// <summary>Sends these exact bytes to <c>void.do</c>, once. Never throws for what the network does: that is <see cref="SendResult.Unknown"/>.</summary>
    /// <param name="body">The body as it was stored before the call.</param>
    /// <param name="term">Where it is over before the call's turn has come, that is <see cref="OrdersRefusals.StoodStill"/>: nothing has left.</param>
    /// <exception cref="OperationCanceledException">Given up while waiting for its turn: nothing has left. Later it is <c>cancelled</c>, and unknown.</exception>
    Task<SendResult> SendVoidAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken);

    /// <summary>Sends these exact bytes to <c>refund.do</c>, once; promises what <see cref="SendVoidAsync"/> promises.</summary>
    Task<SendResult> SendRefundAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken);
}

/// <summary>What one send ended in.</summary>
public abstract record SendResult
{
    /// <summary>The reason where a reply says no, and something beside it says that it was taken.</summary>
    public const string Contradiction = "contradiction";

    private SendResult()
    {
    }

    /// <summary>Atlas took it: status 0 and a case code. Only accepted, not done.</summary>
    public sealed record Accepted(PartnerProgress Progress, string Raw) : SendResult;

    /// <summary>Listed as certainly not executed.</summary>
    public sealed record Refused(Refusal Refusal, int Code, string Raw) : SendResult;

    /// <summary>Nobody knows: no reply, 5xx, unreadable, success without a code, an unlisted or an "exists already" status.</summary>
    /// <param name="Reason">A stable word: <c>timeout</c>, <c>connection</c>, <c>http-502</c>, <c>unreadable</c>, <c>no-code</c>, <c>status-814</c>, <c>throttled</c> …</param>
    public sealed record Unknown(string Reason, string? Raw) : SendResult
    {
        /// <summary>Of a card refund: a number that came without a yes. AsiaBill can be asked about it.</summary>
        public string? Named { get; init; }
    }
}
