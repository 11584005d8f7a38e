namespace BackOffice.Sandbox;

/// <summary>A call as it came in, before anything was done with it. The account's secret is not kept.</summary>
/// <param name="OrderNo">What the call is about, as far as that can be read: an order of Atlas's, a payment (<c>tradeNo</c>) of AsiaBill's.</param>
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
    private readonly HashSet<long> running = [];
    private TaskCompletionSource added = Pulse();
    private long sequence;

    public IReadOnlyList<ReceivedCall> Calls
    {
        get
        {
            lock (gate)
                return [.. calls];
        }
    }

    /// <summary>Those that have come in and are not answered, given up or cut off yet; oldest first.</summary>
    public IReadOnlyList<ReceivedCall> Running
    {
        get
        {
            lock (gate)
                return [.. calls.Where(c => running.Contains(c.Sequence))];
        }
    }

    /// <summary>Returns the number of the call; it runs until <see cref="End"/>.</summary>
    public long Add(DateTimeOffset at, string path, string? orderNo, string body, IReadOnlyDictionary<string, string> headers)
    {
        TaskCompletionSource told;
        long call;
        lock (gate)
        {
            call = ++sequence;
            calls.Enqueue(new ReceivedCall(call, at, path, orderNo, body, headers));
            if (calls.Count > Kept)
                calls.Dequeue();
            counts[(path, orderNo)] = counts.GetValueOrDefault((path, orderNo)) + 1;
            running.Add(call);
            (told, added) = (added, Pulse());
        }

        told.SetResult();
        return call;
    }

    public void End(long call)
    {
        lock (gate)
            running.Remove(call);
    }

    /// <summary>Waits for the first call on a path with a higher number; throws where none comes until the token is cancelled.</summary>
    public async Task<ReceivedCall> NextAsync(string path, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task pulse;
            lock (gate)
            {
                if (calls.FirstOrDefault(c => c.Sequence > after && string.Equals(c.Path, path, StringComparison.Ordinal)) is { } found)
                    return found;

                pulse = added.Task;
            }

            await pulse.WaitAsync(cancellationToken);
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
            running.Clear();
        }
    }

    private static TaskCompletionSource Pulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
