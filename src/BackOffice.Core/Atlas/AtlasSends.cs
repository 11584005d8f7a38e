using System.Globalization;
using BackOffice.Core.Atlas.Wire;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Atlas;

/// <summary>The port that moves money. It takes every doubt for "nobody knows".</summary>
internal sealed class AtlasSends(AtlasSendClient client, OrderGate gate) : IAtlasSends, IDisposable
{
    public Task<SendResult> SendVoidAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken) =>
        SendAsync(CaseKind.Void, AtlasSendClient.VoidPath, orderNo, body, term, cancellationToken);

    public Task<SendResult> SendRefundAsync(OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken) =>
        SendAsync(CaseKind.Refund, AtlasSendClient.RefundPath, orderNo, body, term, cancellationToken);

    private async Task<SendResult> SendAsync(CaseKind kind, string path, OrderNumber orderNo, string body, CallTerm term, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(orderNo.Value, cancellationToken);
        if (await client.PostAsync(path, orderNo.Value, body, term, cancellationToken) is not { } reply)
        {
            return new SendResult.Refused(OrdersRefusals.StoodStill, 0, "{}");
        }

        var result = Read(kind, orderNo, reply);
        client.Ended(path, orderNo.Value, Word(result), reply);
        return result;
    }

    public void Dispose() => client.Dispose();

    private static SendResult Read(CaseKind kind, OrderNumber orderNo, WireReply reply)
    {
        if (reply.Failure is { } failure)
        {
            return new SendResult.Unknown(failure, null);
        }

        var raw = RawMask.Of(reply.Body);
        var envelope = AtlasEnvelope.Read(reply.Body);
        if (reply.HttpStatus is 429 || envelope is { IsThrottled: true })
        {
            // A gate in front of Atlas probably turned it away, but no page says that nothing was executed.
            return new SendResult.Unknown("throttled", raw);
        }

        if (reply.HttpStatus is not 200)
        {
            return new SendResult.Unknown("http-" + reply.HttpStatus?.ToString(CultureInfo.InvariantCulture), raw);
        }

        if (envelope?.Status is not { } status)
        {
            return new SendResult.Unknown("unreadable", raw);
        }

        if (envelope.OrderNo is { } echoed && !string.Equals(echoed, orderNo.Value, StringComparison.OrdinalIgnoreCase))
        {
            return new SendResult.Unknown("other-order", raw);
        }

        var meaning = AtlasAnswers.OfSend(status, kind);
        return meaning switch
        {
            { Refusal: { } } when envelope.CaseCode is { } => new SendResult.Unknown(SendResult.Contradiction, raw),
            { Refusal: { } refusal } => new SendResult.Refused(refusal, status, raw),
            { Unknown: { } reason } => new SendResult.Unknown(reason, raw),
            _ when envelope.CaseCode is not { } => new SendResult.Unknown("no-code", raw),
            _ => new SendResult.Accepted(Opened(kind, reply.Body, envelope), raw),
        };
    }

    /// <summary>A case code with status 0 is proof enough, even where the rest of the answer has a shape nobody expects.</summary>
    private static PartnerProgress Opened(CaseKind kind, string body, AtlasEnvelope envelope) => kind switch
    {
        CaseKind.Void when AtlasBody.Read(body, AtlasJson.Default.VoidQuotation) is { } wire => VoidReading.Opened(wire, envelope.CaseCode!),
        CaseKind.Refund when AtlasBody.Read(body, AtlasJson.Default.RefundQuotation) is { } wire => RefundReading.Opened(wire, envelope.CaseCode!),
        _ => new PartnerProgress { PartnerRef = envelope.CaseCode!, Status = envelope.CaseStatus },
    };

    private static string Word(SendResult result) => result switch
    {
        SendResult.Accepted => "accepted",
        SendResult.Refused refused => "refused-" + refused.Code.ToString(CultureInfo.InvariantCulture),
        SendResult.Unknown unknown => "unknown-" + unknown.Reason,
        _ => throw new InvalidOperationException("A fourth kind of result."),
    };
}
