using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>
/// The partner at its worst within its contract: it may take every request that reaches it, even a second one; shows a void late to queries
/// and later or never to quotes; and time, which passes whenever it likes. And the faults.
/// </summary>
internal sealed class PartnerSteps(Rules rules)
{
    public const int Voidable = 0;
    public const int No = 1;
    public const int Exists = 2;
    private const int MostFailures = 2;

    private static readonly bool[] Clear = [Rules.IsClear(Voidable), Rules.IsClear(No), Rules.IsClear(Exists)];
    private static readonly int[] OnlyExists = [Exists];
    private static readonly int[] OnlyVoidable = [Voidable];
    private static readonly int[] VoidableOrNo = [Voidable, No];
    private static readonly VoidStand[][] Heards = [.. Enum.GetValues<VoidStand>().Select(s => s == VoidStand.Open ? new[] { s } : [VoidStand.Open, s])];

    public static bool IsClear(int kind) => Clear[kind];

    /// <summary>What the partner may answer to a quote now.</summary>
    public static int[] QuoteKinds(World world) => TellsOf(world) != 0 ? OnlyExists : world.Late ? VoidableOrNo : OnlyVoidable;

    /// <summary>What an answer that was given a while ago may have said of this void: an older answer is never newer than the truth.</summary>
    public static VoidStand[] Heard(World world, int number) => Heards[(int)world.Voids[number - 1].Stand];

    /// <summary>The newest standing void of which quotes speak; 0 for none.</summary>
    public static int TellsOf(World world) => Newest(world, held => held is { Told: true, Stand: not (VoidStand.None or VoidStand.Rejected) });

    /// <summary>The newest standing void that queries show; 0 for none.</summary>
    public static int Seen(World world) => Newest(world, held => held is { Visible: true, Stand: not (VoidStand.None or VoidStand.Rejected) });

    public void Add(World world, Moves moves)
    {
        Time(world, moves);
        Books(world, moves);
        for (var i = 0; i < 2; i++)
        {
            if (world.Workers[i].At == Step.InCall)
            {
                Answer(world, i, moves);
            }
        }

        for (byte i = 0; i < 2; i++)
        {
            if (world.Permits[i].OnWire)
            {
                var arrived = world;
                arrived.Permits[i].OnWire = false;
                Arrive(arrived, i, moves);
            }
        }

        if (world.Strays > 0)
        {
            var arrived = world;
            arrived.Strays--;
            Arrive(arrived, PartnerVoid.Gone, moves);
        }
    }

    public void AddFaults(World world, Moves moves)
    {
        for (var i = 0; i < 2; i++)
        {
            WorkerFaults(world, i, moves);
        }

        for (var i = 0; i < 2; i++)
        {
            var late = world;
            late.Permits[i].LeaseOver = true;
            if (world.Permits[i] is { State: AttemptState.Sending, LeaseOver: false } && IsHeld(world, i))
            {
                moves.Add(late, "FAULT the reply is late: the lease runs out", Mover.Fault);
            }

            var stripped = world;
            stripped.Stripped[i] = true;
            if (!world.Stripped[i])
            {
                moves.Add(stripped, i == World.Agent ? "FAULT the agent's role is taken away" : "FAULT the supervisor's role is taken away", Mover.Fault);
            }

            var strange = world;
            strange.Voids[i].Stand = VoidStand.Impossible;
            if (world.Voids[i] is { Stand: VoidStand.Open, Visible: true })
            {
                moves.Add(strange, "FAULT the partner shows a status that cannot be", Mover.Fault);
            }
        }

        var figures = world;
        figures.Figures = (byte)(1 - world.Figures);
        moves.Add(figures, "FAULT the partner's figures change", Mover.Fault);
        var forged = world;
        forged.Asking = true;
        if (rules.Wrong == WrongRule.NoticeWritesTheState && world.State is CaseState.Following or CaseState.OutcomeUnknown)
        {
            (forged.State, forged.Asking) = (CaseState.Refunded, false);
        }

        moves.Add(forged, "FAULT a forged notice", Mover.Fault);
    }

    private static void Time(World world, Moves moves)
    {
        if (!world.Late)
        {
            var late = world;
            late.Late = true;
            moves.Add(late, "time passes the margin", Mover.Time);
        }

        if (world is { State: CaseState.OutcomeUnknown, Quiet: false })
        {
            var quiet = world;
            quiet.Quiet = true;
            moves.Add(quiet, "the quiet period passes", Mover.Time);
        }

        for (var i = 0; i < 2; i++)
        {
            if (world.Permits[i] is { State: AttemptState.Sending, LeaseOver: false } && !IsHeld(world, i))
            {
                var over = world;
                over.Permits[i].LeaseOver = true;
                moves.Add(over, "the lease of a dead worker runs out", Mover.Time);
            }
        }
    }

    private static void Books(World world, Moves moves)
    {
        for (var i = 0; i < 2; i++)
        {
            var held = world.Voids[i];
            if (held.Stand == VoidStand.None)
            {
                continue;
            }

            if (!held.Visible)
            {
                var visible = world;
                visible.Voids[i].Visible = true;
                moves.Add(visible, "the void becomes visible to queries", Mover.Partner);
            }
            else if (held.Stand is VoidStand.Open or VoidStand.Impossible)
            {
                var refunded = world;
                (refunded.Voids[i].Stand, refunded.Voids[i].Told) = (VoidStand.Refunded, true);
                moves.Add(refunded, "the partner refunds", Mover.Partner);
                var rejected = world;
                (rejected.Voids[i].Stand, rejected.Voids[i].Told) = (VoidStand.Rejected, false);
                moves.Add(rejected, "the airline rejects", Mover.Partner);
            }

            if (!held.Told && held.Stand != VoidStand.Rejected)
            {
                var told = world;
                told.Voids[i].Told = true;
                moves.Add(told, "quotes begin to speak of the void", Mover.Partner);
            }
        }
    }

    private static void Answer(World world, int who, Moves moves)
    {
        var permit = world.Workers[who].Permit;
        if (Accept(world, permit) is var (accepted, number))
        {
            moves.Add(Answered(accepted, who, permit, number), "the partner accepts", Mover.Partner);
        }

        moves.Add(Answered(world, who, permit, Worker.Refused), "the partner refuses", Mover.Partner);
        if (Newest(world, held => held.Stand is not (VoidStand.None or VoidStand.Rejected)) != 0)
        {
            moves.Add(Answered(world, who, permit, Worker.Unknown), "the partner says that a void exists", Mover.Partner);
        }
    }

    private static void Arrive(World world, byte permit, Moves moves)
    {
        if (Accept(world, permit) is var (accepted, _))
        {
            moves.Add(accepted, "the delayed request arrives and is accepted", Mover.Partner);
        }

        moves.Add(world, "the delayed request is refused or lost", Mover.Partner);
    }

    private static void WorkerFaults(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        if (worker.At == Step.Idle)
        {
            return;
        }

        var dead = SenderSteps.At(world, who, Step.Idle, 0);
        if (worker.At == Step.InCall)
        {
            PutOnWire(ref dead, worker.Permit);
            var delayed = Answered(world, who, worker.Permit, Worker.Unknown);
            PutOnWire(ref delayed, worker.Permit);
            moves.Add(delayed, "FAULT the request is delayed and the call times out", Mover.Fault);
            moves.Add(Answered(world, who, worker.Permit, Worker.Unknown), "FAULT the request is lost", Mover.Fault);
            if (Accept(world, worker.Permit) is var (accepted, _))
            {
                moves.Add(Answered(accepted, who, worker.Permit, Worker.Unknown), "FAULT the partner accepts and the reply is lost", Mover.Fault);
            }
        }

        moves.Add(dead, "FAULT the worker dies", Mover.Fault);
        if (worker.At == Step.Answered)
        {
            var again = worker.Failed < MostFailures
                ? SenderSteps.At(world, who, Step.Answered, worker.Permit, (byte)(worker.Data + 4))
                : SenderSteps.At(world, who, Step.Idle, 0);
            moves.Add(again, "FAULT the outcome cannot be saved", Mover.Fault);
        }
        else if (worker.At is Step.Quoted or Step.Stopping or Step.SawStatus or Step.Found or Step.AskedBoth or Step.HoldsCode)
        {
            moves.Add(SenderSteps.At(world, who, Step.Idle, 0), "FAULT the commit conflicts", Mover.Fault);
        }
    }

    private static World Answered(World world, int who, byte permit, byte outcome)
    {
        // Of an answer to a permit that has ended only the code of an accepted void is worth something.
        return permit < Worker.Stray ? SenderSteps.At(world, who, Step.Answered, permit, outcome)
            : permit == Worker.Stray && outcome is 1 or 2 ? SenderSteps.At(world, who, Step.HoldsCode, 0, outcome)
            : SenderSteps.At(world, who, Step.Idle, 0);
    }

    /// <summary>The world with one more void in the partner's books; null where there are two already, more than this scope holds.</summary>
    private static (World World, byte Number)? Accept(World world, byte permit)
    {
        for (byte number = 1; number <= 2; number++)
        {
            if (world.Voids[number - 1].Stand == VoidStand.None)
            {
                world.Voids[number - 1] = new PartnerVoid { Stand = VoidStand.Open, Origin = Math.Min(permit, PartnerVoid.Gone) };
                return (world, number);
            }
        }

        return null;
    }

    private static void PutOnWire(ref World world, byte permit)
    {
        if (permit >= Worker.Stray)
        {
            world.Strays = (byte)Math.Min(2, world.Strays + 1);
        }
        else
        {
            world.Permits[permit].OnWire = true;
        }
    }

    private static bool IsHeld(World world, int permit) =>
        (world.Workers[0].HoldsCall && world.Workers[0].Permit == permit) || (world.Workers[1].HoldsCall && world.Workers[1].Permit == permit);

    private static int Newest(World world, Func<PartnerVoid, bool> fits) => fits(world.Voids[1]) ? 2 : fits(world.Voids[0]) ? 1 : 0;
}
