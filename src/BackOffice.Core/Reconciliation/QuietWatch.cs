using System.Collections.Concurrent;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// How long this process itself has known of something that is waited for, by a clock that nobody can set. The time of day that another machine wrote
/// down is no measure: a clock that is off by a quiet period would make a request that is still on its way look old. One per process.
/// </summary>
public sealed class QuietWatch(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Since, long Seen)> seen = new(StringComparer.Ordinal);

    /// <summary>Whether it has been watched for the quiet period; from its first question on.</summary>
    /// <param name="subject">As on the trail: <c>case:12</c>, <c>recovery:1</c>.</param>
    /// <param name="since">Names what is waited for: another send of the same case begins anew.</param>
    public bool IsQuietOver(string subject, DateTimeOffset since, TimeSpan quietPeriod)
    {
        var (_, first) = seen.AddOrUpdate(subject, (since, clock.GetTimestamp()), (_, known) => known.Since == since ? known : (since, clock.GetTimestamp()));
        return clock.GetElapsedTime(first) >= quietPeriod;
    }

    /// <summary>It is known now.</summary>
    public void Forget(string subject) => seen.TryRemove(subject, out _);
}
