namespace BackOffice.Sandbox.AsiaBill;

/// <summary>The <c>request-id</c>s of the last half hour. An id is taken by the first call with it, whatever becomes of that call.</summary>
internal sealed class RequestIds
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> taken = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string Id)> oldestFirst = new();

    /// <summary>False when a call has taken it less than 30 minutes ago.</summary>
    public bool Take(string id, DateTimeOffset now)
    {
        lock (gate)
        {
            while (oldestFirst.TryPeek(out var oldest) && now - oldest.At >= Remembered)
                taken.Remove(oldestFirst.Dequeue().Id);
            if (!taken.TryAdd(id, now))
                return false;

            oldestFirst.Enqueue((now, id));
            return true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            taken.Clear();
            oldestFirst.Clear();
        }
    }
}
