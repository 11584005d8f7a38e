using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Cases;

/// <summary>
/// Tells open screens that a case changed; carries no data, so nobody sees what they may not. Reaches this process only.
/// Callbacks run on the committing thread in the subscriber's own culture; they must only hand over and return.
/// </summary>
public sealed class CaseChanges(ILogger<CaseChanges> logger)
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

    /// <summary>Never throws: what is told stands already, and whoever cannot be told must not make it look as if it had failed.</summary>
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
            try
            {
                subscription.Run(() => changed(caseIds));
            }
            catch (Exception fault)
            {
                CasesLog.NotTold(logger, fault);
            }
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
