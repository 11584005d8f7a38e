using Simulation.Judging;

namespace Simulation.Runs;

/// <summary>Takes away from a schedule that fails whatever it does not need to fail in the same way.</summary>
internal static class Shrink
{
    /// <returns>The least that still fails, and the verdict on it with its trace.</returns>
    public static (Limits Least, Verdict Verdict) Of(Lane lane, ulong seed, Check check)
    {
        bool Fails(Limits limits) => Schedule.Run(lane, seed, limits).Findings.Any(f => f.Check == check);

        var least = Limits.All;
        var steps = Enumerable.Range(0, Limits.All.Steps).Select(n => least with { Steps = n }).FirstOrDefault(Fails);
        least = steps ?? least;
        foreach (var name in Moves.All.Concat(Weather.ReplyFaults).Distinct(StringComparer.Ordinal))
        {
            var without = least with { Without = least.Without.Append(name).ToHashSet(StringComparer.Ordinal) };
            least = Fails(without) ? without : least;
        }

        return (least, Schedule.Run(lane, seed, least, isTraced: true));
    }
}
