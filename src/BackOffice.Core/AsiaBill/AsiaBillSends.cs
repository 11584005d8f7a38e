using System.Globalization;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>The port that gives a card payment back. It takes every doubt for "nobody knows".</summary>
internal sealed class AsiaBillSends(AsiaBillSendClient client, IOptions<AsiaBillOptions> options) : ICardRefundSends, IDisposable
{
    public async Task<SendResult> SendRefundAsync(CardRefundCall call, CallTerm term, CancellationToken cancellationToken)
    {
        if (!options.Value.Send)
        {
            return new SendResult.Refused(PaymentsRefusals.SendingOff, 0, "{}");
        }

        if (await client.RefundAsync(call, term, cancellationToken) is not { } reply)
        {
            return new SendResult.Refused(OrdersRefusals.StoodStill, 0, "{}");
        }

        var result = Read(call.TradeNo, reply);
        client.Ended(call.TradeNo, Word(result), reply);
        return result;
    }

    public void Dispose() => client.Dispose();

    private static SendResult Read(TradeNo tradeNo, AsiaBillReply reply)
    {
        if (reply.Failure is { } failure)
        {
            return new SendResult.Unknown(failure, null);
        }

        var body = reply.Text;
        var raw = AsiaBillMask.Of(body);
        if (reply.HttpStatus is not 200)
        {
            // A code inside of it would be the gateway's word against itself: AsiaBill's own client reads nothing but 200 either.
            return new SendResult.Unknown(reply.HttpStatus is 429 ? "throttled" : "http-" + reply.HttpStatus?.ToString(CultureInfo.InvariantCulture), raw);
        }

        if (AsiaBillEnvelope.Read(body) is not { Code: { } code } envelope)
        {
            return new SendResult.Unknown("unreadable", raw);
        }

        if (envelope.TradeNo is { } echoed && !string.Equals(echoed, tradeNo.Value, StringComparison.Ordinal))
        {
            return new SendResult.Unknown("other-payment", raw);
        }

        return AsiaBillAnswers.OfSend(code) switch
        {
            { Refusal: { } } when envelope.BatchNo is { } => new SendResult.Unknown(SendResult.Contradiction, raw) { Named = envelope.BatchNo },
            { Refusal: { } refusal } => new SendResult.Refused(refusal, AsiaBillAnswers.NumberOf(code), raw),
            { Unknown: { } reason } => new SendResult.Unknown(reason, raw) { Named = envelope.BatchNo },
            _ when envelope.BatchNo is not { } => new SendResult.Unknown("no-batch", raw),
            _ => new SendResult.Accepted(Opened(envelope), raw),
        };
    }

    /// <summary>A number with a yes is proof enough; a status word that nobody has listed stays in the raw answer.</summary>
    private static PartnerProgress Opened(AsiaBillEnvelope envelope)
    {
        var status = AsiaBillAnswers.StatusOf(envelope.RefundStatus);
        return new PartnerProgress
        {
            PartnerRef = envelope.BatchNo!,
            Status = (int?)status,
            CancelReason = status is CardRefundStatus.Fail ? envelope.Description : null,
        };
    }

    private static string Word(SendResult result) => result switch
    {
        SendResult.Accepted => "accepted",
        SendResult.Refused refused => "refused-" + refused.Refusal.PartnerCode,
        SendResult.Unknown unknown => "unknown-" + unknown.Reason,
        _ => throw new InvalidOperationException("A fourth kind of result."),
    };
}
