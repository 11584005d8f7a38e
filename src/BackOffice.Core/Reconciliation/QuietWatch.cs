using System.Collections.Concurrent;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// How long this process itself has known of an unknown outcome, by a clock that nobody can set. The time of day that another machine wrote down is
/// no measure: a clock that is off by a quiet period would make a request that is still on its way look old. One per process.
/// </summary>
public sealed class QuietWatch(TimeProvider clock)
{
    private readonly ConcurrentDictionary<long, (DateTimeOffset Since, long Seen)> seen = new();

    /// <summary>Whether it has been watched for the quiet period; from its first question on.</summary>
    /// <param name="since">Names the outcome: another send of the same case begins anew.</param>
    public bool IsQuietOver(long caseId, DateTimeOffset since, TimeSpan quietPeriod)
    {
        var (_, first) = seen.AddOrUpdate(caseId, (since, clock.GetTimestamp()), (_, known) => known.Since == since ? known : (since, clock.GetTimestamp()));
        return clock.GetElapsedTime(first) >= quietPeriod;
    }

    /// <summary>It is known now.</summary>
    public void Forget(long caseId) => seen.TryRemove(caseId, out _);
}
