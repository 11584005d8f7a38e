namespace Simulation.Partner;

/// <summary>One card payment, as AsiaBill alone knows it.</summary>
/// <param name="total">Minor units of USD.</param>
internal sealed class PaymentBook(string tradeNo, long total)
{
    public string TradeNo { get; } = tradeNo;

    public long Total { get; } = total;

    public List<Submitted> Taken { get; } = [];

    /// <summary>What is gone of it, or on its way back.</summary>
    public long Given => Taken.Where(t => !t.IsDead).Sum(t => t.Figures.Minor);

    public PaymentBook Copy()
    {
        var copy = new PaymentBook(TradeNo, Total);
        copy.Taken.AddRange(Taken.Select(t => t.Copy()));
        return copy;
    }
}
