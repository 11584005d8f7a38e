namespace BackOffice.Sandbox.Atlas;

/// <summary>Every void and refund of the account, in the order of their submission.</summary>
internal sealed class CaseBook
{
    private readonly List<Case> cases = [];

    public IReadOnlyList<Case> All => cases;

    /// <summary>The voids, or the refunds, of an order, newest first.</summary>
    public IEnumerable<T> Of<T>(string orderNo)
        where T : Case =>
        cases.OfType<T>().Where(c => string.Equals(c.OrderNo, orderNo, StringComparison.Ordinal)).Reverse();

    public T? InTheWay<T>(string orderNo)
        where T : Case =>
        Of<T>(orderNo).FirstOrDefault(c => c.IsInTheWay);

    public void Add(Case opened) => cases.Add(opened);

    public void Clear() => cases.Clear();
}
