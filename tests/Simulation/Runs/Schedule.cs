using Simulation.Desks;
using Simulation.Engine;
using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <param name="Print">Two schedules that did the same have the same.</param>
internal sealed record Verdict(ulong Seed, ulong Print, int Steps, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Trace);

/// <summary>One seed, one schedule: a start, some chaos, and peace. The same seed gives the same schedule, to the letter.</summary>
internal sealed class Schedule
{
    private readonly World world;
    private readonly Limits limits;

    private Schedule(World world, Limits limits)
    {
        this.world = world;
        this.limits = limits;
    }

    public static Verdict Run(Lane lane, ulong seed, Limits limits, bool isTraced = false)
    {
        var dice = new Dice(seed);
        var customs = Customs.Draw(dice);
        var start = (Start)dice.Pick<int>([0, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0, Purpose.World, 1);
        var line = dice.Pick<Line>([Line.Void, Line.Void, Line.Refund, Line.Card], 0, Purpose.World, 11);
        if (line == Line.Card && dice.Chance(120, 0, Purpose.World, 16))
        {
            start = dice.Pick<Start>([Start.NotThere, Start.GivenUp, Start.Named], 0, Purpose.World, 17);
        }

        var figures = dice.Pick<Figures>(Prologue.MenuOf(line), 0, Purpose.World, 2);
        var stage = Prologue.StageOf(lane, line, start, figures, customs);

        var books = stage.Books.Copy();
        books.Customs = customs;
        var world = new World(lane) { Dice = dice, Line = line, Books = books, Staff = People.Hire(), Trace = isTraced ? [$"{seed}: {line}, {start}, {figures}, {customs}"] : null };
        world.Judge = new Judge(world, stage.Account.Copy());
        world.Clock.Reset(stage.Now);
        lane.Put(stage.Image);
        lane.Enter(world);
        world.SetCustomerPaid(dice.Pick<string>(["OnConfirmation", "OnConfirmation", "OnAcceptance", "ByHand"], 0, Purpose.World, 12));
        Before(world, start, stage);
        try
        {
            world.Note(null, "start", ((int)line * 256) + ((int)start * 16) + figures.Version);
            world.Start(0);
            world.Start(1);
            if (stage.BackedUpAt is not null && dice.Chance(300, 0, Purpose.World, 20))
            {
                // Two machines whose clocks do not agree: what one has written down is not what the other measures.
                world.Instances[dice.Below(2, 0, Purpose.World, 21)].Clock.Skew = TimeSpan.FromHours(dice.Pick<int>([-2, 2], 0, Purpose.World, 22));
            }

            world.Judge.Begin();
            var schedule = new Schedule(world, limits);
            schedule.Chaos();
            new Peace(world).Keep();
            LastWord.Say(world, world.Judge);
        }
        catch (Exception fault)
        {
            world.Judge.Find(Check.Crash, "the schedule itself failed: " + fault);
        }
        finally
        {
            lane.Enter(null);
        }

        lane.Tally.Schedules++;
        lane.Tally.Distinct.Add(world.Print);
        lane.Tally.Findings.AddRange(world.Judge.Findings);
        return new Verdict(seed, world.Print, world.Step, world.Judge.Findings, world.Trace ?? []);
    }

    /// <summary>What had happened by then that nobody at the desk has seen yet.</summary>
    private static void Before(World world, Start start, Stage stage)
    {
        var order = world.Books.Of(Prologue.OrderNo);
        var newest = world.Line == Line.Card ? world.Books.Cards.All.LastOrDefault(t => !t.IsForeign) : order.Taken.LastOrDefault();
        if (world.Line == Line.Card && world.Dice.Chance(500, 0, Purpose.World, 13))
        {
            // The supplier's leg has just ended, and nobody has asked yet.
            order.Taken[0].MoveTo(world.Dice.Pick(world.Books.Endings, 0, Purpose.World, 14));
        }

        if (start is Start.NotThere or Start.GivenUp && world.Dice.Chance(500, 0, Purpose.World, 25))
        {
            Play.TakeWhatWasLost(world, world.Clock.Now + world.Books.Customs.VisibleAfter);
        }

        if (stage.BackedUpAt is { } takenAt)
        {
            newest!.MoveTo(world.Dice.Chance(500, 0, Purpose.World, 6) ? world.Dice.Pick(world.EndingsOf(newest), 0, Purpose.World, 7) : 0);
            if (world.Dice.Chance(400, 0, Purpose.World, 18))
            {
                // It left just before the restore.
                newest.VisibleAt = world.Clock.Now + world.Books.Customs.VisibleAfter;
            }

            if (world.Line != Line.Card && world.Dice.Chance(250, 0, Purpose.World, 19))
            {
                world.SubmitElsewhere(0);
            }

            // The clocks that wrote the backup, and the cases in it, may have been off as well.
            world.Restore(new Backup(stage.Image, takenAt + TimeSpan.FromHours(world.Dice.Pick<int>([-2, 0, 0, 0, 2], 0, Purpose.World, 23)), People.Hire(), world.Cases));
            world.Desk.Register.Write("UPDATE Cases SET OpenedAt = OpenedAt + @a", (long)TimeSpan.FromHours(world.Dice.Pick<int>([-2, 0, 0, 0, 2], 0, Purpose.World, 24)).TotalMilliseconds);
        }
        else if (start == Start.UnknownTaken && world.Dice.Chance(400, 0, Purpose.World, 9))
        {
            newest!.MoveTo(world.Dice.Pick(world.EndingsOf(newest), 0, Purpose.World, 10));
        }
        else if (world.Line != Line.Card && world.Dice.Chance(world.Line == Line.Void ? 150 : 200, 0, Purpose.World, 8))
        {
            world.SubmitElsewhere(0);
        }
    }

    private void Chaos()
    {
        world.IsCalm = false;
        var moves = new Moves(world, limits);
        var steps = Math.Min(limits.Steps, 10 + world.Dice.Below(36, 0, Purpose.World, 3));
        for (world.Step = 1; world.Step <= steps; world.Step++)
        {
            moves.Make();
        }
    }
}
