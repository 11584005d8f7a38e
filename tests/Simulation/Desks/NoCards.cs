using BackOffice.Core.Orders;
using BackOffice.Core.Payments;

namespace Simulation.Desks;

/// <summary>No account at the card partner: a schedule without card refunds.</summary>
internal sealed class NoCards : ICardRefundQuestions, ICardRefundSends, ICardNoticeCheck
{
    private static readonly NoCards Only = new();

    private NoCards()
    {
    }

    public static ICardRefundQuestions Questions => Only;

    public static ICardRefundSends Sends => Only;

    public static ICardNoticeCheck Notices => Only;

    public CardConnection Connection => new(IsSetUp: false, Sends: false);

    public Task<PartnerAnswer<CardRefundProgress>> LookUpAsync(string batchNo, CancellationToken cancellationToken) =>
        Task.FromResult<PartnerAnswer<CardRefundProgress>>(new PartnerAnswer<CardRefundProgress>.Refused(PaymentsRefusals.NotSetUp, 0, "{}"));

    public Task<SendResult> SendRefundAsync(CardRefundCall call, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Refused(PaymentsRefusals.NotSetUp, 0, "{}"));

    public CardNoticeVerdict Check(CardNoticeHead head, ReadOnlyMemory<byte> body) => new(null, "not-set-up");

    public CardNotice? Read(ReadOnlyMemory<byte> body) => null;
}
