using BackOffice.Core.Orders;

namespace BackOffice.Core.Payments;

/// <summary>The card partner's read-only question. Safe to repeat.</summary>
public interface ICardRefundQuestions
{
    /// <summary>What the connection can do, by its settings.</summary>
    CardConnection Connection { get; }

    /// <summary>How the refund with this number stands. An answer about another refund, or about none, counts as no answer.</summary>
    /// <param name="batchNo">AsiaBill's number, as it was handed back or as <see cref="CardRefundRules.ReadBatchNo"/> read it.</param>
    Task<PartnerAnswer<CardRefundProgress>> LookUpAsync(string batchNo, CancellationToken cancellationToken);
}

/// <param name="IsSetUp">There is an account: refunds can be looked up.</param>
/// <param name="Sends">Refunds are sent. Otherwise a person makes them at AsiaBill, and the desk prepares and follows them.</param>
/// <param name="Host">Where AsiaBill is, with its port where it has one; null where it is not set up.</param>
public sealed record CardConnection(bool IsSetUp, bool Sends, string? Host = null);
