using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Planted;
using Simulation.Engine;
using Simulation.Judging;
using Simulation.Runs;

// One defect at a time: how many schedules until a check of the judge catches it.
var most = long.Parse(Value("--schedules") ?? "20000", CultureInfo.InvariantCulture);
var seed = ulong.Parse(Value("--seed") ?? "1", CultureInfo.InvariantCulture);
var only = Value("--defect")?.Split(',');
string[] flags = ["--schedules", "--seed", "--defect", "--replay"];
if (args.FirstOrDefault(a => a.StartsWith("--", StringComparison.Ordinal) && !flags.Contains(a)) is { } strange)
{
    Console.WriteLine($"{strange} is not known. Known are: {string.Join(", ", flags)}");
    return 2;
}

if (only?.FirstOrDefault(n => !Names.All.Contains(n)) is { } unknown)
{
    Console.WriteLine($"There is no defect named {unknown}.");
    return 2;
}

if (Value("--replay") is { } replay)
{
    Defects.Current = only?.SingleOrDefault() ?? "";
    return Campaign.Run(["--replay", replay], Console.Out);
}

var watch = Stopwatch.StartNew();
var chosen = Names.All.Where(n => only is null || only.Contains(n)).ToList();
var results = new (long Needed, string Check, ulong Seed, string Story)?[chosen.Count];
var next = -1;

// Schedules begin where the right program left them; a defect shows in what comes after.
var stages = new ConcurrentDictionary<string, Stage>(StringComparer.Ordinal);
var makers = Enumerable.Range(0, Environment.ProcessorCount).Select(mine => new Thread(() =>
{
    using var lane = new Lane(stages);
    Prologue.MakeAll(lane, mine, Environment.ProcessorCount);
})).ToList();
makers.ForEach(t => t.Start());
makers.ForEach(t => t.Join());

// A judge that found something in the right program as well would catch every defect, and none of them for what it is.
const int OfTheRightProgram = 300;
var strangers = new ConcurrentQueue<Finding>();
var turn = -1;
var watchers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
{
    using var lane = new Lane(stages);
    while (Interlocked.Increment(ref turn) is var index && index < OfTheRightProgram)
    {
        foreach (var finding in Schedule.Run(lane, Dice.SeedOf(seed, index), Limits.All).Findings)
        {
            strangers.Enqueue(finding);
        }
    }
})).ToList();
watchers.ForEach(t => t.Start());
watchers.ForEach(t => t.Join());
if (!strangers.IsEmpty)
{
    foreach (var stranger in strangers)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"found without any defect: {stranger.Check}, --replay {stranger.Seed}: {stranger.Story}"));
    }

    return 1;
}

var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(() =>
{
    while (Interlocked.Increment(ref next) is var index && index < chosen.Count)
    {
        Defects.Current = chosen[index];
        using var lane = new Lane(stages);
        for (var i = 0L; i < most && results[index] is null; i++)
        {
            var verdict = Schedule.Run(lane, Dice.SeedOf(seed, i), Limits.All);
            // A defect that only throws would be caught by any program: it has to be seen for what it does.
            if (verdict.Findings.Where(f => f.Check != Check.Crash).ToList() is [var first, ..] seen)
            {
                results[index] = (i + 1, string.Join(", ", seen.Select(f => f.Check).Distinct()), verdict.Seed, first.Story);
            }
        }

        Report(index);
    }
})).ToList();
threads.ForEach(t => t.Start());
threads.ForEach(t => t.Join());

var caught = results.Count(r => r is not null);
Console.WriteLine();
Console.WriteLine("| defect | schedules | caught by | seed |");
Console.WriteLine("| --- | ---: | --- | --- |");
for (var i = 0; i < chosen.Count; i++)
{
    Console.WriteLine(results[i] is { } r
        ? string.Create(CultureInfo.InvariantCulture, $"| {chosen[i]} | {r.Needed} | {r.Check} | {r.Seed} |")
        : string.Create(CultureInfo.InvariantCulture, $"| {chosen[i]} | more than {most} | **not caught** | |"));
}

Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{caught} of {chosen.Count} defects caught, each within {most} schedules, in {watch.Elapsed.TotalSeconds:0} s"));
return chosen.Count > 0 && caught == chosen.Count ? 0 : 1;

void Report(int index) => Console.Error.WriteLine(results[index] is { } r
    ? string.Create(CultureInfo.InvariantCulture, $"{chosen[index]}: {r.Needed}, {r.Check}: {r.Story}")
    : $"{chosen[index]}: NOT CAUGHT");

string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
