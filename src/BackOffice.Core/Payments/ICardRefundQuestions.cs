using BackOffice.Core.Orders;

namespace BackOffice.Core.Payments;

/// <summary>The card partner's read-only question. Safe to repeat.</summary>
public interface ICardRefundQuestions
{
    /// <summary>How the refund with this number stands. An answer about another refund, or about none, counts as no answer.</summary>
    /// <param name="batchNo">AsiaBill's number, as it was handed back or as <see cref="CardRefundRules.ReadBatchNo"/> read it.</param>
    Task<PartnerAnswer<CardRefundProgress>> LookUpAsync(string batchNo, CancellationToken cancellationToken);
}
