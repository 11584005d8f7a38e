using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;

namespace Unit.Reconciliation;

/// <summary>What a list of refunds that is refused says of an unknown send.</summary>
public sealed class RefundListEvidenceTests
{
    private static readonly CaseSubject Refund = new(
        CaseKind.Refund,
        new OrderSnapshot { OrderNo = "TESTA20260901000000001", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = DateTimeOffset.UnixEpoch },
        new RefundWish(RefundReason.Voluntary, [new RefundPassenger("ZHAO", "YI")], null));

    private static readonly PartnerAnswer<PartnerQuote> Refundable = new PartnerAnswer<PartnerQuote>.Answered(
        new PartnerQuote { Kind = CaseKind.Refund, OrderNo = "TESTA20260901000000001", IsPossible = true, Method = RefundMethod.Cash, QuotedAt = DateTimeOffset.UnixEpoch }, "{}");

    /// <summary>"Order not found for refund" is as good as an empty list beside a clear quotation; another no is silence.</summary>
    [Theory]
    [InlineData(801, Heard.Nothing, "none")]
    [InlineData(810, Heard.Silence, "orders.partner-rejected-request")]
    public void Hear_OfARefusedList_IsNothingOnlyWhereTheOrderIsNotFoundForRefund(int code, Heard expected, string word)
    {
        var refusal = code == 801 ? OrdersRefusals.OrderUnknown : OrdersRefusals.PartnerRejectedRequest;
        var queried = new PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused(refusal, code, "{}");

        Assert.Equal((expected, word), (Evidence.Hear(Refund, queried, Refundable, []), Evidence.WordOf(queried)));
    }
}
