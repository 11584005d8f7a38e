using System.Collections.Concurrent;

namespace BackOffice.Core.Dispatch;

public static class WorkerNames
{
    public const string Sender = "sender";
    public const string Reconciler = "reconciler";
    public const string Notices = "notices";

    public static IReadOnlyList<string> All { get; } = [Sender, Reconciler, Notices];
}

/// <summary>When each worker of this process last finished a round; for the health page.</summary>
public sealed class WorkerPulse(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Beats> beats = new(StringComparer.Ordinal);

    public void Beat(string worker, bool failed)
    {
        var now = clock.GetUtcNow();
        beats.AddOrUpdate(worker, _ => new Beats(now, failed ? null : now), (_, before) => new Beats(now, failed ? before.LastGoodAt : now));
    }

    public Beats? Of(string worker) => beats.GetValueOrDefault(worker);

    public sealed record Beats(DateTimeOffset LastAt, DateTimeOffset? LastGoodAt);
}
