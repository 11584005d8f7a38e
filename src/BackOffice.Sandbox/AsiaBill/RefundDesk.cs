using System.Globalization;

namespace BackOffice.Sandbox.AsiaBill;

/// <summary>
/// Payments, and the refunds of them. Every request that fits makes a refund of its own: the merchant's number
/// (<c>merTrackNo</c>) is written down and never compared. Not thread-safe.
/// </summary>
internal sealed class RefundDesk
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(180);

    private readonly Dictionary<string, CardPayment> payments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RefundCase> byBatch = new(StringComparer.Ordinal);
    private readonly List<RefundCase> cases = [];
    private int lastBatch = 450_000;

    public IReadOnlyCollection<CardPayment> Payments => payments.Values;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<RefundCase> Cases => cases;

    public void Put(CardPayment payment) => payments[payment.TradeNo] = payment;

    public CardPayment? Find(string tradeNo) => payments.GetValueOrDefault(tradeNo);

    public RefundCase? ByBatch(string batchNo) => byBatch.GetValueOrDefault(batchNo);

    public IEnumerable<RefundCase> CasesOf(string tradeNo) => cases.Where(c => string.Equals(c.Payment.TradeNo, tradeNo, StringComparison.Ordinal));

    /// <summary>What is neither refunded nor on its way.</summary>
    public decimal RefundableOf(CardPayment payment) =>
        payment.Amount - CasesOf(payment.TradeNo).Where(c => c.Status is not CardRefundStatus.Fail).Sum(c => c.Asked.Amount);

    /// <exception cref="AsiaBillRefusedException">The payment cannot be refunded so.</exception>
    public RefundCase Open(RefundRequest asked, DateTimeOffset now, AsiaBillOptions options)
    {
        var payment = Find(asked.TradeNo) ?? throw new AsiaBillRefusedException(AsiaBillCodes.NoSuchTransaction);
        if (WhyNot(payment, asked, now) is { } code)
            throw new AsiaBillRefusedException(code);

        return Record(NextBatchNo(), payment, asked, now, RefundStep.Of(payment.Course, options));
    }

    /// <summary>A refund that is there, whoever asked for it.</summary>
    public RefundCase Record(string batchNo, CardPayment payment, RefundRequest asked, DateTimeOffset askedAt, IEnumerable<RefundStep> steps)
    {
        var opened = new RefundCase(batchNo, payment, asked, askedAt, steps);
        byBatch.Add(batchNo, opened);
        cases.Add(opened);
        return opened;
    }

    public string NextBatchNo() => (++lastBatch).ToString(CultureInfo.InvariantCulture);

    public void Clear()
    {
        payments.Clear();
        byBatch.Clear();
        cases.Clear();
    }

    private string? WhyNot(CardPayment payment, RefundRequest asked, DateTimeOffset now)
    {
        var isWhole = asked.Amount == payment.Amount;
        return payment switch
        {
            { HasFailed: true } => AsiaBillCodes.PaymentFailed,
            _ when now - payment.PaidAt > Oldest => AsiaBillCodes.TooOld,
            { BeingSettledUntil: { } until } when now < until => AsiaBillCodes.BeingSettled,
            _ when asked.Amount != decimal.Round(asked.Amount, RefundRequest.DecimalsOf(payment.Currency)) => AsiaBillCodes.WrongParameter,
            _ when asked.Amount > payment.Amount => AsiaBillCodes.MoreThanOriginal,
            _ when isWhole != (asked.RefundType is RefundRequest.Whole) => AsiaBillCodes.TypeDoesNotFit,
            { TakesPartialRefunds: false } when !isWhole => AsiaBillCodes.NoPartialRefund,
            _ when asked.Amount > RefundableOf(payment) => AsiaBillCodes.MoreThanRefundable,
            _ => null,
        };
    }
}
