using System.Globalization;
using Simulation.Engine;

namespace Simulation.Runs;

/// <summary>
/// What the engine alone would take: the statements of some schedules are written down, and given to SQLite once more, prepared, in their order,
/// without the product, Entity Framework and the judge around them. No schedule on this engine can be faster than that.
/// </summary>
internal static class Floor
{
    public static int Measure(ulong seed, long schedules, TextWriter output)
    {
        using var lane = new Lane();
        void All()
        {
            for (var index = 0L; index < schedules; index++)
            {
                Schedule.Run(lane, Dice.SeedOf(seed, index), Limits.All);
            }
        }

        All();
        lane.TakeTally();
        lane.Statements.IsOn = true;
        All();
        lane.Statements.IsOn = false;
        var points = lane.TakeTally().Points;
        var whole = Took(All);
        lane.Replay();
        var engine = Took(lane.Replay);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{schedules} schedules, {points / schedules} points and {lane.Statements.Statements / schedules} statements each: {whole / schedules:0.00} ms of processor a schedule, of which the engine alone takes {engine / schedules:0.00} ms"));
        return 0;
    }

    private static double Took(Action work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
