namespace BackOffice.Core.Recovery;

/// <summary>How the recovery stood after this process's last round, for screens: nobody has to ask the database for a banner.</summary>
public sealed class RecoveryWatch
{
    private readonly Lock gate = new();
    private readonly List<Action> watchers = [];
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

    /// <summary>Until disposed, <paramref name="changed"/> is called after a round that changed something; it must only hand over and return.</summary>
    public IDisposable Subscribe(Action changed)
    {
        lock (gate)
        {
            watchers.Add(changed);
        }

        return new Subscription(this, changed);
    }

    internal void Show(RecoveryView? view)
    {
        Action[] told;
        lock (gate)
        {
            if (Equals(now, view))
            {
                return;
            }

            now = view;
            told = [.. watchers];
        }

        foreach (var changed in told)
        {
            changed();
        }
    }

    private sealed class Subscription(RecoveryWatch owner, Action changed) : IDisposable
    {
        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.watchers.Remove(changed);
            }
        }
    }
}
