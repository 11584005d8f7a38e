using System.Globalization;
using BackOffice.Core.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Kills;

/// <summary>Rounds of one or two desks that work and are killed, a recovery pass and a judgement after every batch of them.</summary>
internal sealed class Run(KillOptions options, string folder)
{
    public const int Batch = 40;
    private static readonly TimeSpan LongestFirstStart = TimeSpan.FromMinutes(2);
    private readonly Figures figures = new();
    private int rounds;

    public async Task<Figures> ExecuteAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            await using var standIn = await StandIn.StartAsync(options.Program, folder);
            var starts = new DeskStarts(options.Program, folder, standIn.Address);
            await using var office = new Office(Path.Combine(folder, "desk.db"), standIn);
            if (await OpenAsync(starts, office))
            {
                await ExecuteAsync(standIn, starts, office);
            }
        }
        catch (Exception fault)
        {
            figures.Add("the run itself broke: " + fault);
        }

        figures.Took = TimeProvider.System.GetElapsedTime(began);
        return figures;
    }

    /// <summary>A first start that is let: it makes the database.</summary>
    private async Task<bool> OpenAsync(DeskStarts starts, Office office)
    {
        await using var first = starts.Start(office.Database);
        if (await first.ListeningAsync(LongestFirstStart) is null)
        {
            figures.Add("the program does not start; see " + folder);
            return false;
        }

        await office.HireAsync();
        return true;
    }

    private async Task ExecuteAsync(StandIn standIn, DeskStarts starts, Office office)
    {
        var feed = new Feed(office, standIn);
        var judge = new Judge(office, standIn, figures);
        var recovery = new Recovery(office, standIn, feed, starts, figures);
        var firstSteps = new FirstSteps(starts, figures, folder);
        while (figures.Kills < options.Kills)
        {
            var end = Math.Min(figures.Kills + Batch, options.Kills);
            while (figures.Kills < end)
            {
                var chance = new Random(unchecked((options.Seed * 1_000_003) + ++rounds));
                if (chance.NextDouble() < 0.04)
                {
                    await firstSteps.ExecuteAsync(Math.Min(end - figures.Kills, chance.Next(1, 4)), rounds, chance);
                }
                else
                {
                    await RoundAsync(standIn, starts, office, feed, judge, chance, Math.Min(end - figures.Kills, chance.NextDouble() < 0.35 ? 1 : 2));
                }
            }

            if (!await recovery.ExecuteAsync(judge.ExecuteAsync, endsInSilence: figures.Kills >= options.Kills, new Random(unchecked((options.Seed * 999_983) + rounds))))
            {
                return;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figures.Kills} kills, {figures.Permits} permits, {figures.Received} void.do, {figures.Drained} of {figures.Terminations} drained, start {starts.Usual.TotalSeconds:0.0} s, faults {figures.Faults.Count}"));
        }

        // What the last stop left planned, and what it left unknown, have their judgement too.
        await recovery.ExecuteAsync(judge.ExecuteAsync, endsInSilence: false, new Random(options.Seed));
    }

    private async Task RoundAsync(StandIn standIn, DeskStarts starts, Office office, Feed feed, Judge judge, Random chance, int desks)
    {
        await judge.ListenAsync();
        figures.RoundsOfTwo += desks == 2 ? 1 : 0;
        var lives = Enumerable.Range(0, desks).Select(i => Life.Drawn(chance, starts.Usual, isSecond: i > 0)).ToList();
        // Some of the work is there when a desk starts, some comes while it lives.
        await feed.PermitSomeAsync(chance.Next(1, 3), chance);
        var ends = Task.WhenAll(lives.Select(life => LiveAsync(life, standIn, starts, office, judge.LastCall)));
        try
        {
            await feed.PermitSomeAsync(chance.Next(0, 3), chance);
        }
        finally
        {
            // Whatever happens, no process outlives the run.
            await ends;
        }

        await standIn.ReleaseAsync();
        if (standIn.HasExited)
        {
            throw new InvalidOperationException("The stand-in died.");
        }
    }

    private async Task LiveAsync(Life life, StandIn standIn, DeskStarts starts, Office office, long lastCall)
    {
        await Task.Delay(life.StartsAfter, TimeProvider.System);
        await using var desk = starts.Start(office.Database);
        if (life.Moment == Moment.AroundASend)
        {
            await standIn.NextVoidAsync(lastCall, Life.Patience);
        }

        await Task.Delay(life.LivesFor, TimeProvider.System);
        if (life.ReleaseFirst)
        {
            await standIn.ReleaseAsync();
        }

        var wasListening = desk.IsListening;
        figures.Deaths[desk.Id] = TimeProvider.System.GetUtcNow();
        if (!await desk.KillAsync())
        {
            figures.Add($"a desk ended by itself; process {desk.Id}, see {folder}");
        }

        var mark = FormattableString.Invariant($":{desk.Id}:");
        await using var db = office.Open();
        var inACall = await db.Set<Attempt>().AnyAsync(a => (a.State == AttemptState.Sending || a.OutcomeReason == "process-died") && a.ClaimedBy!.Contains(mark));
        lock (figures)
        {
            figures.Kills++;
            figures.KillsWhileStarting += wasListening ? 0 : 1;
            figures.KillsInACall += inACall ? 1 : 0;
        }
    }
}
