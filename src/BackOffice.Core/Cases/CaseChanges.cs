namespace BackOffice.Core.Cases;

/// <summary>
/// Tells open screens that a case changed; carries no data, so nobody sees what they may not. Reaches this process only.
/// Callbacks run on the committing thread in the subscriber's own culture; they must only hand over and return.
/// </summary>
public sealed class CaseChanges
{
    private readonly Lock gate = new();
    private readonly Dictionary<Subscription, Action<IReadOnlyCollection<long>>> subscribers = [];

    /// <summary>Until disposed, <paramref name="changed"/> is called with the ids of the cases that a commit touched.</summary>
    public IDisposable Subscribe(Action<IReadOnlyCollection<long>> changed)
    {
        var subscription = new Subscription(this, ExecutionContext.Capture());
        lock (gate)
        {
            subscribers.Add(subscription, changed);
        }

        return subscription;
    }

    public void Notify(IReadOnlyCollection<long> caseIds)
    {
        if (caseIds.Count == 0)
        {
            return;
        }

        KeyValuePair<Subscription, Action<IReadOnlyCollection<long>>>[] current;
        lock (gate)
        {
            current = [.. subscribers];
        }

        foreach (var (subscription, changed) in current)
        {
            subscription.Run(() => changed(caseIds));
        }
    }

    private void Remove(Subscription subscription)
    {
        lock (gate)
        {
            subscribers.Remove(subscription);
        }
    }

    private sealed class Subscription(CaseChanges owner, ExecutionContext? context) : IDisposable
    {
        public void Run(Action callback)
        {
            if (context is null)
            {
                callback();
            }
            else
            {
                ExecutionContext.Run(context, static state => ((Action)state!)(), callback);
            }
        }

        public void Dispose() => owner.Remove(this);
    }
}
