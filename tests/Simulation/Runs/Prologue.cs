using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Judging;
using Simulation.Partner;

namespace Simulation.Runs;

/// <summary>Brings a case to where a schedule begins, with the production's use cases, while nothing goes wrong. Each place is made once.</summary>
internal static class Prologue
{
    public const string OrderNo = "SIM20260901000000001";

    private static readonly DateTimeOffset Dawn = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Within an agent's own limit, for one approval, for one that not everybody may give, for two, and a voucher.</summary>
    public static readonly Figures[] Menu =
    [
        new(1, 15_000, IsVoucher: false), new(2, 50_000, IsVoucher: false), new(3, 70_000, IsVoucher: false), new(4, 150_000, IsVoucher: false), new(5, 15_000, IsVoucher: true),
    ];

    public static Stage StageOf(Lane lane, Start start, Figures figures, Customs customs)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{start} {figures.Version} {customs.PaymentMethod} {customs.QuoteNamesDeadline}");
        if (!lane.Stages.TryGetValue(key, out var stage))
        {
            stage = Make(lane, start, figures, customs);
            lane.Stages.Add(key, stage);
        }

        return stage;
    }

    private static Stage Make(Lane lane, Start start, Figures figures, Customs customs)
    {
        var gentle = customs with { QuoteTellsOfVoids = true, VisibleAfter = TimeSpan.Zero, QueriesCarryOffers = true, AcceptsTwice = false, OnlyNewestOffer = false, StandsAtOnce = 0 };
        var world = new World(lane) { Dice = new Dice(0), Books = new Books(gentle), Staff = People.Hire() };
        world.Judge = new Judge(world, new Account());
        world.Clock.Reset(Dawn);
        world.Books.Open(OrderNo, figures, Dawn - TimeSpan.FromHours(2), Dawn + TimeSpan.FromHours(4));
        lane.Put(lane.Empty);
        lane.Enter(world);
        world.Start(0);
        if (start == Start.Second)
        {
            Play(world, Start.Following, figures);
            world.Books.Of(OrderNo).Voids[0].Status = 4;
            world.Advance(TimeSpan.FromMinutes(2));
            Do(world, "reconciler", -1, world.Instances[0].ReconcileAsync);
        }

        var backup = Play(world, start switch { Start.Second => Start.Queued, Start.RestoredOpen or Start.RestoredQuoted or Start.RestoredAsked => Start.Following, _ => start }, figures, start);
        lane.Enter(null);
        return new Stage(backup?.Image ?? lane.Capture(), world.Books, world.Judge.Account, world.Clock.Now, backup?.TakenAt);
    }

    /// <param name="kept">A place on the way of which a backup is wanted, or any other.</param>
    private static Backup? Play(World world, Start start, Figures figures, Start kept = Start.Nothing)
    {
        Backup? backup = null;
        void Keep(Start place) => backup = kept == place ? new Backup(world.Desk.Capture(), world.Clock.Now, world.Staff, HasCase: true) : backup;

        if (start == Start.Nothing)
        {
            return null;
        }

        var desk = world.Instances[0];
        var agent = world.Staff[0];
        Do(world, "open", 0, async () => (await desk.OpenVoidCase.ExecuteAsync(agent.Actor, new OpenVoidCaseInput(OrderNo, "Booked the wrong day."), default)).Require());
        Keep(Start.RestoredOpen);
        var seen = Screen.Look(world.Desk.Register, OrderNo)!;
        Do(world, "quote", 0, async () => (await desk.QuoteCase.ExecuteAsync(agent.Actor, seen.Number, default)).Require());
        seen = Screen.Look(world.Desk.Register, OrderNo)!;
        Keep(Start.RestoredQuoted);
        if (start == Start.Quoted)
        {
            return backup;
        }

        if (start != Start.Asked && kept != Start.RestoredAsked && figures is { IsVoucher: false, Minor: <= People.FreeUpTo })
        {
            Do(world, "permit", 0, async () => (await desk.PermitSend.ExecuteAsync(agent.Actor, new PermitSendInput(seen.Number, seen.Fingerprint!, "As asked."), default)).Require());
        }
        else
        {
            Do(world, "ask", 0, async () => (await desk.AskForApproval.ExecuteAsync(agent.Actor, new AskForApprovalInput(seen.Number, seen.Fingerprint!, "As asked."), default)).Require());
        }

        Keep(Start.RestoredAsked);
        if (start == Start.Asked)
        {
            return backup;
        }

        foreach (var number in (int[])[3, 2])
        {
            if (Screen.Look(world.Desk.Register, OrderNo) is { RequestId: { } request, RequestFingerprint: { } figuresSeen })
            {
                Do(world, "decide", number, async () =>
                    (await desk.Decide.ExecuteAsync(world.Staff[number].Actor, new DecideInput(request, true, figuresSeen, null), default)).Require());
            }
        }

        if (start == Start.Queued)
        {
            return backup;
        }

        world.NextSubmission = start switch { Start.UnknownTaken => Submission.TakenAndLost, Start.UnknownLost => Submission.NeverArrives, _ => Submission.Answered };
        Do(world, "sender", -1, () => desk.DispatchRound.ExecuteAsync(default));
        return backup;
    }

    private static void Do(World world, string name, int person, Func<Task> work)
    {
        var fibre = world.Begin(name, world.Instances[0], work, int.MaxValue, person);
        if (fibre.Fault is { } fault || fibre.Stand != Stand.Ended)
        {
            throw new InvalidOperationException($"The prologue failed at {name}, which stands at {fibre.Stand}.", fibre.Fault);
        }

        world.Advance(TimeSpan.FromSeconds(5));
    }
}
