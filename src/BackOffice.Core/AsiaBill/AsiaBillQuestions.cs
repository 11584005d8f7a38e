using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>The question of the house, put to AsiaBill.</summary>
internal sealed class AsiaBillQuestions(AsiaBillClient client, IOptions<AsiaBillOptions> options) : ICardRefundQuestions
{
    private const string NothingSaid = "{}";

    public CardConnection Connection => new(
        options.Value.IsUsed, options.Value.Send, Uri.TryCreate(options.Value.BaseUrl, UriKind.Absolute, out var address) ? address.Authority : null);

    public async Task<PartnerAnswer<CardRefundProgress>> LookUpAsync(string batchNo, CancellationToken cancellationToken)
    {
        if (!CardRefundRules.ReadBatchNo(batchNo).IsDone(out var asked, out var refusal))
        {
            return new PartnerAnswer<CardRefundProgress>.Refused(refusal, 0, NothingSaid);
        }

        if (!options.Value.IsUsed)
        {
            return new PartnerAnswer<CardRefundProgress>.Refused(PaymentsRefusals.NotSetUp, 0, NothingSaid);
        }

        var heard = await client.LookUpAsync(asked, cancellationToken);
        if (heard is not { Silence: null, Envelope: { Code: { } code } envelope })
        {
            return new PartnerAnswer<CardRefundProgress>.NoAnswer(heard.Silence ?? "unreadable");
        }

        var raw = AsiaBillMask.Of(heard.Body);
        return AsiaBillAnswers.OfQuestion(code) switch
        {
            { Refusal: { } no } => new PartnerAnswer<CardRefundProgress>.Refused(no, AsiaBillAnswers.NumberOf(code), raw),
            { Unknown: { } reason } => new PartnerAnswer<CardRefundProgress>.NoAnswer(reason),
            _ when envelope is { BatchNo: { } batch, TradeNo: { } tradeNo } => string.Equals(batch, asked, StringComparison.Ordinal)
                ? new PartnerAnswer<CardRefundProgress>.Answered(Progress(envelope, asked, tradeNo), raw)
                : new PartnerAnswer<CardRefundProgress>.NoAnswer("other-refund"),
            // A number that is missing, or that came mangled, contradicts nothing.
            _ => new PartnerAnswer<CardRefundProgress>.NoAnswer("unreadable"),
        };
    }

    private static CardRefundProgress Progress(AsiaBillEnvelope envelope, string batchNo, string tradeNo) => new()
    {
        BatchNo = batchNo,
        Status = AsiaBillAnswers.StatusOf(envelope.RefundStatus),
        TradeNo = tradeNo,
        Description = envelope.Description,
    };
}
