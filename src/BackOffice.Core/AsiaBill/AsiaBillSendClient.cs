using System.Text;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>
/// The refund and nothing else: one call, one request. It shares no connection and no pipeline with the look-up, and is in no container, so
/// that nobody can ask for it but the port's implementation.
/// </summary>
internal sealed class AsiaBillSendClient(IOptions<AsiaBillOptions> options, AsiaBillTransport transport, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly Lazy<AsiaBillConnection> connection = new(() => AsiaBillConnection.ForSends(options, clock, transport), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Sends the body's UTF-8 bytes as they are, under the id that was stored with them.</summary>
    /// <returns>Null where the term was over already: nothing has left.</returns>
    /// <exception cref="OperationCanceledException">The caller had given up already: nothing has left.</exception>
    public async Task<AsiaBillReply?> RefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken)
    {
        var wire = connection.Value;
        var timeout = options.Value.SendTimeout;
        var post = new AsiaBillCall { RequestId = call.RequestId, Method = HttpMethod.Post, Path = "refund", Body = Encoding.UTF8.GetBytes(call.Body) };
        cancellationToken.ThrowIfCancellationRequested();
        if (term.IsOver(clock))
        {
            AsiaBillLog.StoodStill(logger, call.TradeNo.Value);
            return null;
        }

        AsiaBillLog.Sending(logger, call.TradeNo.Value, call.RequestId);
        var started = clock.GetTimestamp();
        try
        {
            return await wire.SendAsync(post, timeout, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new AsiaBillReply { Failure = "cancelled", Took = clock.GetElapsedTime(started) };
        }
    }

    public void Ended(TradeNo tradeNo, string outcome, AsiaBillReply reply)
    {
        AsiaBillLog.Sent(logger, tradeNo.Value, outcome, reply.HttpStatus, (long)reply.Took.TotalMilliseconds);
        if (reply is { HttpStatus: 200, Signature: (SignatureFit.Missing or SignatureFit.Wrong) and var fit })
        {
            AsiaBillLog.ReplySignature(logger, tradeNo.Value, fit);
        }
    }

    public void Dispose()
    {
        if (connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }
}
