using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Access;

/// <summary>
/// Tells the open screens of a person to look who they are: barred, other roles, a new stamp, or a session that ended. Reaches this process only,
/// so screens also look by themselves. Callbacks run on the changer's thread in the subscriber's context; they hand over and return.
/// </summary>
public sealed class StaffChanges(ILogger<StaffChanges> logger)
{
    private readonly Lock gate = new();
    private readonly HashSet<Subscription> subscriptions = [];

    /// <summary>Until disposed, <paramref name="changed"/> is called after a change of this person was committed, or one of their sessions ended.</summary>
    public IDisposable Subscribe(Guid userId, Action changed)
    {
        var subscription = new Subscription(this, userId, changed, ExecutionContext.Capture());
        lock (gate)
        {
            subscriptions.Add(subscription);
        }

        return subscription;
    }

    /// <summary>Never throws: the change stands already, and one broken screen must not keep it from the person's others.</summary>
    public void Notify(Guid userId)
    {
        Subscription[] concerned;
        lock (gate)
        {
            concerned = [.. subscriptions.Where(s => s.UserId == userId)];
        }

        foreach (var subscription in concerned)
        {
            try
            {
                subscription.Run();
            }
            catch (Exception fault)
            {
                AccessLog.NotTold(logger, fault);
            }
        }
    }

    private sealed class Subscription(StaffChanges owner, Guid userId, Action changed, ExecutionContext? context) : IDisposable
    {
        public Guid UserId { get; } = userId;

        public void Run()
        {
            if (context is null)
            {
                changed();
            }
            else
            {
                ExecutionContext.Run(context, static action => ((Action)action!)(), changed);
            }
        }

        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.subscriptions.Remove(this);
            }
        }
    }
}
