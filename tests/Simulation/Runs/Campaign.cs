using System.Diagnostics;
using System.Globalization;

namespace Simulation.Runs;

/// <summary>Many schedules on every core, and what they came to.</summary>
internal static class Campaign
{
    public static int Run(string[] args, TextWriter output)
    {
        var schedules = long.Parse(Value(args, "--schedules") ?? "1000", CultureInfo.InvariantCulture);
        var seed = ulong.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        var lanes = int.Parse(Value(args, "--lanes") ?? Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (Value(args, "--replay") is { } replay)
        {
            using var lane = new Lane();
            var verdict = Schedule.Run(lane, ulong.Parse(replay, CultureInfo.InvariantCulture), Limits.All, isTraced: true);
            foreach (var line in verdict.Trace)
            {
                output.WriteLine(line);
            }

            output.WriteLine($"print {verdict.Print:x16}");
            return verdict.Findings.Count == 0 ? 0 : 1;
        }

        var watch = Stopwatch.StartNew();
        var tallies = new Tally[lanes];
        var next = -1L;
        var threads = Enumerable.Range(0, lanes).Select(n => new Thread(() =>
        {
            using var lane = new Lane();
            while (Interlocked.Increment(ref next) is var index && index < schedules)
            {
                Schedule.Run(lane, Engine.Dice.SeedOf(seed, index), Limits.All);
                if ((index + 1) % 1000 == 0)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{index + 1} in {watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.UserTime.TotalSeconds:0} s of processor"));
                }
            }

            tallies[n] = lane.TakeTally();
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        var all = new Tally();
        foreach (var tally in tallies)
        {
            all.Add(tally);
        }

        foreach (var finding in all.Findings.Take(20))
        {
            output.WriteLine($"{finding.Seed}: {finding.Check}: {finding.Story}");
        }

        foreach (var group in all.Findings.GroupBy(f => f.Check))
        {
            output.WriteLine($"{group.Key}: {group.Count()}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{all.Schedules} schedules, {all.Distinct.Count} distinct, {all.Transitions.Count} transitions, {all.Points} points, {all.Calls} calls, {all.Sends} sends, {all.AcceptedVoids} accepted, {all.Crashes} deaths, {all.Faults} faults, {all.SecondVoidsByDecision} second by decision, {all.Findings.Count} findings, {all.Schedules / watch.Elapsed.TotalSeconds:0} per second"));
        return all.Findings.Count == 0 ? 0 : 1;
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
