using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BackOffice.Core.Cases;
using Simulation.Judging;
using Simulation.Partner;
using Simulation.SmallScope;

namespace Simulation.Runs;

/// <summary>Many schedules on every core, and what they came to in one line.</summary>
internal static class Campaign
{
    private const int MostShrunk = 3;
    private const int Repeated = 25;
    private const int EnoughForEveryCall = 1_000;
    private const int EnoughForEveryTransition = 100_000;

    private static readonly string[] Flags = ["--schedules", "--seed", "--from", "--minutes", "--lanes", "--tell", "--find", "--floor", "--replay", "--steps", "--without"];

    /// <returns>0; 1 where anything was found, or a long run left out what it should have met; 2 for a wrong command line.</returns>
    public static int Run(string[] args, TextWriter output)
    {
        if (args.FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal) && !Flags.Contains(a, StringComparer.Ordinal)) is { } strange)
        {
            output.WriteLine($"{strange} is not known. Known are: small-scope, {string.Join(", ", Flags)}");
            return 2;
        }

        var seed = ulong.Parse(Value(args, "--seed") ?? "1", CultureInfo.InvariantCulture);
        if (Value(args, "--replay") is { } replay)
        {
            return Replay(ulong.Parse(replay, CultureInfo.InvariantCulture), LimitsOf(args), output);
        }

        var schedules = long.Parse(Value(args, "--schedules") ?? "10000", CultureInfo.InvariantCulture);
        var from = long.Parse(Value(args, "--from") ?? "0", CultureInfo.InvariantCulture);
        var most = TimeSpan.FromMinutes(double.Parse(Value(args, "--minutes") ?? "100000", CultureInfo.InvariantCulture));
        var lanes = int.Parse(Value(args, "--lanes") ?? Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        if (Value(args, "--find") is { } wanted)
        {
            return Find(seed, schedules, wanted, output);
        }

        if (args.Contains("--floor", StringComparer.Ordinal))
        {
            return Floor.Measure(seed, schedules, output);
        }

        var watch = Stopwatch.StartNew();
        var all = RunLanes(new Part(seed, from, schedules, most), lanes, long.Parse(Value(args, "--tell") ?? "20000", CultureInfo.InvariantCulture), watch);
        Tell(all, output);
        var isCovered = Covered(all, from, output);
        output.WriteLine(Line(all, string.Create(CultureInfo.InvariantCulture, $"seed {seed}{(from > 0 ? $" from {from}" : "")}"), watch.Elapsed));
        var isTried = Tried(all, output);
        return Repeats(all, seed, output) && all.Findings.Count == 0 && isTried && isCovered ? 0 : 1;
    }

    /// <summary>Whether every state and transition of the money path was committed. A short run may miss some, and so may a part of a longer one.</summary>
    private static bool Covered(Tally all, long from, TextWriter output)
    {
        var states = StatesOf(all);
        List<string> missing =
        [
            .. CaseStates.All.Where(s => !states.Contains(s)).Select(CaseStates.TextOf),
            .. CaseTransitions.OnTheMoneyPath.Where(t => !all.Transitions.Contains((t.From, t.Input, t.Next))).Select(t => $"{CaseStates.TextOf(t.From)}, {t.Input}, {CaseStates.TextOf(t.Next)}"),
        ];
        missing.ForEach(m => output.WriteLine($"not seen: {m}"));
        return missing.Count == 0 || from > 0 || all.Schedules < EnoughForEveryTransition;
    }

    private static HashSet<CaseState> StatesOf(Tally all) => all.Transitions.SelectMany(t => (CaseState[])[t.From, t.To]).ToHashSet();

    /// <summary>Whether each call that moves money was made: a zero of findings about one that nobody made means nothing. Few schedules may miss one.</summary>
    private static bool Tried(Tally all, TextWriter output)
    {
        if (all.Schedules < EnoughForEveryCall)
        {
            return true;
        }

        var missing = ((string[])["void.do", "refund.do", Calls.CardRefund]).Where(call => all.Sends.GetValueOrDefault(call) == 0).ToList();
        foreach (var call in missing)
        {
            output.WriteLine($"never sent: {call}");
        }

        return missing.Count == 0;
    }

    /// <summary>The first schedules once more, the last of them first, on a new lane and with a trace: what came before must not matter.</summary>
    private static bool Repeats(Tally all, ulong seed, TextWriter output)
    {
        using var lane = new Lane();
        var same = true;
        foreach (var (index, print) in all.FirstPrints.OrderByDescending(p => p.Key))
        {
            var again = Schedule.Run(lane, Engine.Dice.SeedOf(seed, index), Limits.All, isTraced: true);
            if (again.Print != print)
            {
                same = false;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"schedule {again.Seed} went another way when it was repeated"));
            }
        }

        return same;
    }

    private static Tally RunLanes(Part part, int lanes, long tellEvery, Stopwatch watch)
    {
        var tallies = new Tally[lanes];
        var next = part.From - 1;
        var stages = new ConcurrentDictionary<string, Stage>(StringComparer.Ordinal);
        var threads = Enumerable.Range(0, lanes).Select(n => new Thread(() =>
        {
            using var lane = new Lane(stages);
            while (watch.Elapsed < part.Most && Interlocked.Increment(ref next) is var index && index < part.From + part.Schedules)
            {
                var verdict = Schedule.Run(lane, Engine.Dice.SeedOf(part.Seed, index), Limits.All);
                foreach (var finding in verdict.Findings)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"schedule {index}: {finding.Check}, --replay {finding.Seed}: {finding.Story}"));
                }

                if (index < part.From + Repeated)
                {
                    lane.Tally.FirstPrints.Add(index, verdict.Print);
                }

                var done = index + 1 - part.From;
                if (done % tellEvery == 0)
                {
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{done} schedules in {watch.Elapsed.TotalSeconds:0} s, {done / watch.Elapsed.TotalSeconds:0} per second, {Environment.CpuUsage.TotalTime.TotalSeconds:0.0} s of processor; {lane.Tally.Findings.Count} findings in this lane"));
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

        return all;
    }

    /// <summary>The first findings of each kind, each with the least schedule that shows it.</summary>
    private static void Tell(Tally all, TextWriter output)
    {
        if (all.Findings.Count == 0)
        {
            return;
        }

        using var lane = new Lane();
        foreach (var finding in all.Findings.DistinctBy(f => f.Check).Take(MostShrunk))
        {
            var (least, verdict) = Shrink.Of(lane, finding.Seed, finding.Check);
            output.WriteLine($"{finding.Check}: {finding.Story}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"again: --replay {finding.Seed} --steps {least.Steps} --without {string.Join(',', least.Without)}"));
            foreach (var line in verdict.Trace)
            {
                output.WriteLine("  " + line);
            }
        }
    }

    /// <summary>The lines of all schedules that hold a text: to see whether, and where, something happens at all.</summary>
    private static int Find(ulong seed, long schedules, string wanted, TextWriter output)
    {
        using var lane = new Lane();
        for (var index = 0L; index < schedules; index++)
        {
            var verdict = Schedule.Run(lane, Engine.Dice.SeedOf(seed, index), Limits.All, isTraced: true);
            foreach (var line in verdict.Trace.Where(l => l.Contains(wanted, StringComparison.Ordinal)))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.Seed}: {line.Trim()}"));
            }
        }

        return 0;
    }

    private static int Replay(ulong seed, Limits limits, TextWriter output)
    {
        using var lane = new Lane();
        var verdict = Schedule.Run(lane, seed, limits, isTraced: true);
        foreach (var line in verdict.Trace)
        {
            output.WriteLine(line);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{verdict.Findings.Count} findings; this schedule's print is {verdict.Print:x16}"));
        return verdict.Findings.Count == 0 ? 0 : 1;
    }

    private static string Line(Tally all, string which, TimeSpan took)
    {
        int Count(params ReadOnlySpan<Check> checks)
        {
            var count = 0;
            foreach (var finding in all.Findings)
            {
                count += checks.Contains(finding.Check) ? 1 : 0;
            }

            return count;
        }

        var model = CaseTransitions.OnTheMoneyPath.Select(t => (t.From, t.Input, t.Next)).ToHashSet();
        var covered = model.Count(t => all.Transitions.Contains(t));
        var states = StatesOf(all).Count;
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            {all.Schedules} schedules ({which}), {all.Distinct.Count} distinct; {states} of {CaseStates.All.Count} states, {covered} of {model.Count} transitions; {all.Points} points, {all.Sends.GetValueOrDefault("void.do")} void.do, {all.Sends.GetValueOrDefault("refund.do")} refund.do, {all.Sends.GetValueOrDefault(Calls.CardRefund)} card refunds sent, {all.Accepted} accepted, {all.Crashes} deaths, {all.Faults} other faults, {all.Restores} restores; double sends {Count(Check.DoubleSend, Check.DoubleVoid)}, without an intent {Count(Check.NoIntent)}, without an owner or an end {Count(Check.Unowned, Check.Stuck, Check.TwoLive)}, lost codes {Count(Check.LostCode)}, unapproved {Count(Check.Unapproved)}, past the margin {Count(Check.PastMargin)}, by somebody without the right {Count(Check.Stripped)}, wrong ends {Count(Check.WrongEnd)}, trail {Count(Check.Trail)}, other {Count(Check.Crash)}; seconds after a person's word {all.SecondsByDecision}; {took.TotalSeconds:0} s, {all.Schedules / took.TotalSeconds:0} per second
            """);
    }

    private static Limits LimitsOf(string[] args) => new(
        int.Parse(Value(args, "--steps") ?? Limits.All.Steps.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        (Value(args, "--without") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    /// <summary>The schedules of a seed from a place on, at most so many, for at most so long: a long run may be made in parts.</summary>
    private sealed record Part(ulong Seed, long From, long Schedules, TimeSpan Most);
}
