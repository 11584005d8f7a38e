namespace BackOffice.Sandbox;

/// <summary>A call as it came in, before anything was done with it. The account's secret is not kept.</summary>
public sealed record ReceivedCall(
    long Sequence,
    DateTimeOffset At,
    string Path,
    string? OrderNo,
    string Body,
    IReadOnlyDictionary<string, string> Headers);

/// <summary>Every call received, the newest <see cref="Kept"/> in full, all of them counted.</summary>
internal sealed class CallBook
{
    public const int Kept = 5_000;

    private readonly Lock gate = new();
    private readonly Queue<ReceivedCall> calls = new();
    private readonly Dictionary<(string Path, string? OrderNo), int> counts = [];
    private long sequence;

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    public void Add(DateTimeOffset at, string path, string? orderNo, string body, IReadOnlyDictionary<string, string> headers)
    {
        lock (gate)
        {
            calls.Enqueue(new ReceivedCall(++sequence, at, path, orderNo, body, headers));
            if (calls.Count > Kept)
                calls.Dequeue();
            counts[(path, orderNo)] = counts.GetValueOrDefault((path, orderNo)) + 1;
        }
    }

    public int Count(string path, string? orderNo)
    {
        path = path.TrimStart('/');
        lock (gate)
        {
            return orderNo is null
                ? counts.Where(c => string.Equals(c.Key.Path, path, StringComparison.Ordinal)).Sum(c => c.Value)
                : counts.GetValueOrDefault((path, orderNo));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            calls.Clear();
            counts.Clear();
        }
    }
}
