using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>The reads: a lease that ran out, a request whose window closed, and one question to the partner. As ReconcileRound and AskPartner do it.</summary>
internal sealed class ReconcilerSteps(Rules rules, CaseSteps cases)
{
    public void Add(World world, int who, Moves moves)
    {
        var worker = world.Workers[who];
        switch (worker.At)
        {
            case Step.Idle:
                ExpireLease(world, moves);
                ExpireRequest(world, moves);
                Ask(world, who, moves);
                break;
            case Step.SawStatus:
                Follow(world, who, moves);
                break;
            case Step.Found:
                PutFound(world, who, moves);
                break;
            case Step.AskedBoth:
                PutNothing(world, who, moves);
                break;
        }
    }

    private void ExpireLease(World world, Moves moves)
    {
        for (var i = 0; i < 2; i++)
        {
            if (!world.Permits[i].Exists || !rules.LeaseOver(world.Permits[i]) || rules.Wrong == WrongRule.LeaseIsNeverOver)
            {
                continue;
            }

            var next = world;
            if (rules.Wrong == WrongRule.LeaseOverPlansAgain)
            {
                (next.Permits[i].State, next.State) = (AttemptState.Planned, CaseState.Queued);
            }
            else
            {
                rules.Move(ref next.Permits[i], AttemptState.Unknown);
                if (!cases.Apply(ref next, Happenings.SendUnknown))
                {
                    continue;
                }
            }

            next.Asking = true;
            moves.Add(next, "a worker finds the lease over", Mover.Program);
        }
    }

    private void ExpireRequest(World world, Moves moves)
    {
        var next = world;
        if (world.Request != 0 && rules.TooLate(world.Late) && cases.Apply(ref next, Happenings.RequestExpired))
        {
            next.Request = 0;
            moves.Add(next, "a worker ends the request: too late", Mover.Program);
        }
    }

    private void Ask(World world, int who, Moves moves)
    {
        if (!world.Asking)
        {
            return;
        }

        if (world.State == CaseState.Following)
        {
            if (world.Code != 0 && world.Voids[world.Code - 1] is { Visible: true, Stand: not VoidStand.None })
            {
                moves.Add(SenderSteps.At(world, who, Step.SawStatus, 0, world.Code), "a worker asks: the void is there", Mover.Program);
            }
        }
        else if (world.State == CaseState.OutcomeUnknown)
        {
            var unknown = PartnerVoid.Gone;
            for (byte i = 0; i < 2; i++)
            {
                unknown = world.Permits[i] is { Exists: true, OfEarlierCase: false, State: AttemptState.Unknown } ? i : unknown;
            }

            foreach (var tells in new[] { false, true })
            {
                var found = (byte)rules.Match(world, unknown, tells);
                if (found != 0)
                {
                    moves.Add(SenderSteps.At(world, who, Step.Found, 0, found), "a worker asks and finds a void", Mover.Program);
                }
                else if (Array.Exists(PartnerSteps.QuoteKinds(world), PartnerSteps.IsClear))
                {
                    // An answer that is not clear is only noted, and changes nothing that anybody decides on.
                    moves.Add(SenderSteps.At(world, who, Step.AskedBoth, 0), "a worker asks: nothing there", Mover.Program);
                }
            }
        }
    }

    private void Follow(World world, int who, Moves moves)
    {
        var number = world.Workers[who].Outcome;
        var idle = SenderSteps.At(world, who, Step.Idle, 0);
        if (world.Code != number)
        {
            moves.Add(idle, "the answer is about a void that is not followed any more", Mover.Program);
            return;
        }

        foreach (var stand in PartnerSteps.Heard(world, number))
        {
            var next = idle;
            if (rules.Wrong == WrongRule.OldStatusReopens && world.IsFinal)
            {
                next.State = CaseState.Following;
                moves.Add(next, "a worker writes a status that is older than the end", Mover.Program, Promises.StaysClosed);
            }
            else if (cases.Apply(ref next, Happenings.Seen(stand)))
            {
                cases.Conclude(ref next, AttemptState.Accepted);
                moves.Add(next, "a worker writes the status that it saw", Mover.Program);
            }
            else
            {
                moves.Add(idle, "the case takes no status any more", Mover.Program);
            }
        }
    }

    private void PutFound(World world, int who, Moves moves)
    {
        var number = world.Workers[who].Outcome;
        var idle = SenderSteps.At(world, who, Step.Idle, 0);
        foreach (var stand in PartnerSteps.Heard(world, number))
        {
            var next = idle;
            if (!cases.Apply(ref next, Happenings.Found(stand)))
            {
                moves.Add(idle, "the void that was found comes too late", Mover.Program);
                continue;
            }

            (next.Code, next.Asking, next.Request) = (number, !next.IsFinal, rules.Wrong == WrongRule.FoundLeavesTheRequest ? next.Request : (byte)0);
            cases.Conclude(ref next, AttemptState.Accepted);
            moves.Add(next, "a worker writes the void that it found", Mover.Program);
        }
    }

    private void PutNothing(World world, int who, Moves moves)
    {
        var isOld = world.Workers[who].Data != 0;
        var next = SenderSteps.At(world, who, Step.Idle, 0);
        if (isOld && rules.Wrong != WrongRule.OldAnswersCount)
        {
            moves.Add(next, "the answers are about an earlier send", Mover.Program);
            return;
        }

        if (!cases.Apply(ref next, Happenings.NothingFound))
        {
            moves.Add(SenderSteps.At(world, who, Step.Idle, 0), "the case takes no 'nothing' any more", Mover.Program);
            return;
        }

        next.Clear = (byte)Math.Min(PollPlan.ClearNothingsNeeded, next.Clear + 1);
        moves.Add(next, "a worker writes: clearly nothing", Mover.Program, isOld ? Promises.AnswersAreOfNow : null);
    }
}
