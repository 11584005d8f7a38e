namespace BackOffice.Sandbox;

/// <summary>A fault that waits for its call.</summary>
public sealed record PlannedFault(string Path, string? OrderNo, Fault Fault, int Times);

/// <summary>What goes wrong next. Each call takes at most one fault: the oldest that fits its path and order.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<PlannedFault> planned = [];

    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (gate)
                return [.. planned];
        }
    }

    /// <summary>
    /// Plans a fault for the next <paramref name="times"/> calls of a path such as <c>void.do</c>
    /// (<c>*</c> is any path), of one order (of AsiaBill's: one payment) or, without its number, of any.
    /// </summary>
    public void Next(string path, Fault fault, string? orderNo = null, int times = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        lock (gate)
            planned.Add(new PlannedFault(path.TrimStart('/'), orderNo, fault, times));
    }

    public void Clear()
    {
        lock (gate)
            planned.Clear();
    }

    internal Fault? Take(string path, string? orderNo)
    {
        lock (gate)
        {
            var at = planned.FindIndex(p =>
                (p.Path is "*" || string.Equals(p.Path, path, StringComparison.Ordinal))
                && (p.OrderNo is null || string.Equals(p.OrderNo, orderNo, StringComparison.Ordinal)));
            if (at < 0)
                return null;

            var taken = planned[at];
            if (taken.Times > 1)
                planned[at] = taken with { Times = taken.Times - 1 };
            else
                planned.RemoveAt(at);
            return taken.Fault;
        }
    }
}
