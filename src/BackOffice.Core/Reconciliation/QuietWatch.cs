using System.Collections.Concurrent;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// How long this process itself has known of something that is waited for, by a clock that nobody can set. The time of day that another machine wrote
/// down is no measure: a clock that is off by a quiet period would make a request that is still on its way look old. One per process.
/// </summary>
public sealed class QuietWatch(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Sight> seen = new(StringComparer.Ordinal);

    /// <summary>Whether it has been watched for the quiet period; from its first question on.</summary>
    /// <param name="subject">What is waited for, and its id: <c>case:12</c>, <c>recovery:1</c>.</param>
    /// <param name="since">Names what is waited for: another send of the same case begins anew.</param>
    public bool IsQuietOver(string subject, DateTimeOffset since, TimeSpan quietPeriod)
    {
        var first = seen.AddOrUpdate(subject, _ => See(since), (_, known) => known.Since == since ? known : See(since));
        return clock.GetElapsedTime(first.Timestamp) >= quietPeriod;
    }

    /// <summary>When the watch will be over by the time of day, for screens; null where it is not watched.</summary>
    public DateTimeOffset? EndOf(string subject, TimeSpan quietPeriod) => seen.TryGetValue(subject, out var first) ? first.At + quietPeriod : null;

    /// <summary>It is known now.</summary>
    public void Forget(string subject) => seen.TryRemove(subject, out _);

    private Sight See(DateTimeOffset since) => new(since, clock.GetTimestamp(), clock.GetUtcNow());

    private sealed record Sight(DateTimeOffset Since, long Timestamp, DateTimeOffset At);
}
