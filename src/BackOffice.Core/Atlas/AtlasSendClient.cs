using System.Text;
using BackOffice.Core.Orders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Atlas;

/// <summary>
/// <c>void.do</c> and <c>refund.do</c> and nothing else: one call, one request. It shares no connection, no pipeline and no type with the questions, and is in no
/// container, so that nobody can ask for it but the port's implementation.
/// </summary>
internal sealed class AtlasSendClient(
    IOptions<AtlasOptions> options, CallThrottle throttle, AtlasTransport transport, TimeProvider clock, ILogger logger) : IDisposable
{
    public const string VoidPath = "void.do";
    public const string RefundPath = "refund.do";

    private readonly Lazy<AtlasConnection> connection = new(() => AtlasConnection.ForSends(options, clock, transport), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>Sends the body's UTF-8 bytes as they are.</summary>
    /// <returns>Null where the term was over before the call's turn came: nothing has left.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up while waiting for a turn: nothing has left.</exception>
    public async Task<WireReply?> PostAsync(string path, string orderNo, string body, CallTerm term, CancellationToken cancellationToken)
    {
        var wire = connection.Value;
        var timeout = options.Value.SendTimeout;
        var bytes = Encoding.UTF8.GetBytes(body);
        await throttle.SendAsync(cancellationToken);
        if (term.IsOver(clock))
        {
            AtlasLog.StoodStill(logger, path, orderNo);
            return null;
        }

        AtlasLog.Sending(logger, path, orderNo);
        var started = clock.GetTimestamp();
        try
        {
            return await wire.PostAsync(path, bytes, timeout, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return new WireReply { Failure = "cancelled", Took = clock.GetElapsedTime(started) };
        }
    }

    public void Ended(string path, string orderNo, string outcome, WireReply reply) =>
        AtlasLog.Sent(logger, path, orderNo, outcome, reply.HttpStatus, (long)reply.Took.TotalMilliseconds);

    public void Dispose()
    {
        if (connection.IsValueCreated)
        {
            connection.Value.Dispose();
        }
    }
}
