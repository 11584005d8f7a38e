using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>The sender: read the planned permit → fresh quote → claim, committed → call → outcome, committed. As SendOnce does it.</summary>
internal sealed class SenderSteps(Rules rules, CaseSteps cases)
{
    public void Add(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        switch (worker.At)
        {
            case Step.Idle:
                Read(world, who, moves);
                break;
            case Step.Planned:
                Quote(world, who, moves);
                break;
            case Step.Quoted:
                Claim(world, who, moves);
                break;
            case Step.Stopping:
                Stop(world, who, moves);
                break;
            case Step.Claimed:
                Call(world, who, moves);
                break;
            case Step.Answered:
                Record(world, who, moves);
                break;
            case Step.HoldsCode:
                Keep(world, who, moves);
                break;
        }
    }

    private void Read(World world, int who, Moves moves)
    {
        for (byte i = 0; i < 2; i++)
        {
            if (world.Permits[i] is { Exists: true, State: AttemptState.Planned })
            {
                var late = rules.TooLate(world.Late);
                moves.Add(At(world, who, late ? Step.Stopping : Step.Planned, i), late ? "a worker reads the permit: too late" : "a worker reads the permit", Mover.Program);
            }
        }
    }

    private void Quote(World world, int who, Moves moves)
    {
        var permit = world.Workers[who].Permit;
        if (PartnerSteps.TellsOf(world) != 0)
        {
            moves.Add(At(world, who, Step.Stopping, permit), "the fresh quote says that a void exists", Mover.Program);
            return;
        }

        if (world.Late)
        {
            moves.Add(At(world, who, Step.Stopping, permit), "the fresh quote says that the window is closed", Mover.Program);
        }

        var same = rules.SameFigures(world.Figures, world.Permits[permit].Figures) || rules.Wrong == WrongRule.FreshFiguresNotCompared;
        moves.Add(
            same ? At(world, who, Step.Quoted, permit, world.Figures) : At(world, who, Step.Stopping, permit, (byte)(1 + world.Figures)),
            same ? "the fresh quote has the same figures" : "the fresh quote has other figures", Mover.Program);
    }

    private void Claim(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        var permit = world.Permits[worker.Permit];
        var figures = worker.Data;
        var stop = At(world, who, Step.Stopping, worker.Permit, (byte)(1 + figures));
        if (rules.TooLate(world.Late) && rules.Wrong != WrongRule.MarginIgnoredAtClaim)
        {
            moves.Add(stop, "the claim is refused: too late", Mover.Program);
            return;
        }

        if (rules.AuthorityGone(world, permit, figures) && rules.Wrong != WrongRule.AuthorityNotAskedAtClaim)
        {
            moves.Add(stop, "the claim is refused: authority gone", Mover.Program);
            return;
        }

        var next = At(world, who, Step.Claimed, worker.Permit);
        if (rules.Wrong == WrongRule.ClaimChecksNothing)
        {
            (next.Permits[worker.Permit].State, next.State) = (AttemptState.Sending, CaseState.Sending);
        }
        else if (!rules.Move(ref next.Permits[worker.Permit], AttemptState.Sending))
        {
            moves.Add(At(world, who, Step.Idle, 0), "the claim comes too late: somebody was faster", Mover.Program);
            return;
        }
        else if (!cases.Apply(ref next, Happenings.Claimed))
        {
            moves.Add(stop, "the claim is refused by the case", Mover.Program);
            return;
        }

        next.Permits[worker.Permit].LeaseOver = false;
        moves.Add(next, "a worker claims the permit", Mover.Program, Promises.WhyClaimBroken(world, permit, figures));
    }

    private void Stop(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        var next = At(world, who, Step.Idle, 0);
        var fresh = worker.Data != 0;
        if (!rules.Move(ref next.Permits[worker.Permit], AttemptState.Cancelled)
            || !cases.Apply(ref next, fresh ? Happenings.StoppedVoidable : Happenings.Stopped))
        {
            moves.Add(At(world, who, Step.Idle, 0), "the permit is not there to be stopped any more", Mover.Program);
            return;
        }

        next.Quote = worker.Data;
        moves.Add(next, "a worker stops the permit", Mover.Program);
    }

    private static void Call(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        var next = At(world, who, Step.InCall, worker.Permit);
        string? promise = null;
        if (!worker.IsStray)
        {
            promise = world.Permits[worker.Permit].Sent ? Promises.OneRequest : null;
            next.Permits[worker.Permit].Sent = true;
        }

        moves.Add(next, "a worker calls the partner", Mover.Program, promise);
    }

    private void Record(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        if (rules.Wrong == WrongRule.UnknownIsSentAgain && worker.Outcome == Worker.Unknown)
        {
            moves.Add(At(world, who, Step.Claimed, worker.Permit), "a worker tries once more", Mover.Program);
            return;
        }

        switch (worker.Outcome)
        {
            case Worker.Refused:
                Record(world, who, AttemptState.Refused, Happenings.SendRefused, moves);
                break;
            case Worker.Unknown when rules.Wrong == WrongRule.UnknownReadAsRefused:
                Record(world, who, AttemptState.Refused, Happenings.SendRefused, moves);
                break;
            case Worker.Unknown:
                Record(world, who, AttemptState.Unknown, Happenings.SendUnknown, moves);
                break;
            case var number:
                foreach (var stand in PartnerSteps.Heard(world, number))
                {
                    Record(world, who, AttemptState.Accepted, Happenings.Accepted(stand), moves, number);
                }

                break;
        }
    }

    private void Record(World world, int who, AttemptState outcome, int happening, Moves moves, byte number = 0)
    {
        var slot = world.Workers[who].Permit;
        var idle = At(world, who, Step.Idle, 0);
        var next = idle;
        if (world.Permits[slot].State == AttemptState.Unknown && outcome == AttemptState.Unknown)
        {
            moves.Add(idle, "a worker has nothing to add: unknown already", Mover.Program);
            return;
        }

        if (!rules.Move(ref next.Permits[slot], outcome))
        {
            moves.Add(number == 0 ? idle : At(world, who, Step.HoldsCode, 0, number), "the outcome comes too late for its permit", Mover.Program);
            return;
        }

        if (!cases.Apply(ref next, happening))
        {
            moves.Add(idle, "the outcome is not taken by the case", Mover.Program, number == 0 ? null : Promises.CodeKept);
            return;
        }

        if (number != 0)
        {
            next.Code = number;
        }

        if (next.IsFinal)
        {
            rules.Move(ref next.Permits[slot], AttemptState.Settled);
        }
        else if (outcome != AttemptState.Refused)
        {
            next.Asking = outcome == AttemptState.Unknown || rules.Wrong != WrongRule.FollowedIsNotAskedAbout;
        }

        moves.Add(next, outcome switch
        {
            AttemptState.Accepted => "a worker records: accepted",
            AttemptState.Refused => "a worker records: refused",
            _ => "a worker records: unknown",
        }, Mover.Program);
    }

    /// <summary>As <c>Outcomes</c> keeps a code whose permit has ended: followed where nothing new is on its way, else on the trail.</summary>
    private void Keep(World world, int who, Moves moves)
    {
        var number = world.Workers[who].Outcome;
        var idle = At(world, who, Step.Idle, 0);
        if (world.Code == number || !CaseStates.IsBeforeSending(world.State) || rules.Wrong == WrongRule.LateCodeThrownAway)
        {
            var taken = idle;
            var couldBe = world.Code != number && cases.Apply(ref taken, Happenings.Found(VoidStand.Open)) && CaseStates.IsBeforeSending(world.State);
            moves.Add(idle, "a late code is put on the trail", Mover.Program, couldBe ? Promises.CodeKept : null);
            return;
        }

        foreach (var stand in PartnerSteps.Heard(world, number))
        {
            var next = idle;
            if (cases.Apply(ref next, Happenings.Found(stand)))
            {
                (next.Code, next.Asking, next.Request) = (number, !next.IsFinal, 0);
                moves.Add(next, "a late code is followed", Mover.Program);
            }
            else
            {
                moves.Add(idle, "a late code is put on the trail", Mover.Program);
            }
        }
    }

    public static World At(World world, int who, Step step, byte permit, byte data = 0)
    {
        world.Workers[who] = new Worker { At = step, Permit = permit, Data = data };
        return world;
    }
}
