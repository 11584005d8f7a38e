namespace BackOffice.Core.Recovery;

/// <summary>How the recovery stood after this process's last round, for screens: nobody has to ask the database for a banner.</summary>
public sealed class RecoveryWatch
{
    private readonly Lock gate = new();
    private readonly List<Subscription> watchers = [];
    private RecoveryView? now;

    /// <summary>Null where none is running.</summary>
    public RecoveryView? Now
    {
        get
        {
            lock (gate)
            {
                return now;
            }
        }
    }

    /// <summary>
    /// Until disposed, <paramref name="changed"/> is called after a round that changed something, in the subscriber's own culture: the rounds run in
    /// nobody's. It must only hand over and return.
    /// </summary>
    public IDisposable Subscribe(Action changed)
    {
        var subscription = new Subscription(this, changed, ExecutionContext.Capture());
        lock (gate)
        {
            watchers.Add(subscription);
        }

        return subscription;
    }

    internal void Show(RecoveryView? view)
    {
        Subscription[] told;
        lock (gate)
        {
            if (Equals(now, view))
            {
                return;
            }

            now = view;
            told = [.. watchers];
        }

        foreach (var subscription in told)
        {
            subscription.Tell();
        }
    }

    private sealed class Subscription(RecoveryWatch owner, Action changed, ExecutionContext? context) : IDisposable
    {
        public void Tell()
        {
            if (context is null)
            {
                changed();
            }
            else
            {
                ExecutionContext.Run(context, static state => ((Action)state!)(), changed);
            }
        }

        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.watchers.Remove(this);
            }
        }
    }
}
