using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>What the agent and the supervisor may do, each in the transaction of its use case. What is refused changes nothing and is left out.</summary>
internal sealed class PeopleSteps(Rules rules, CaseSteps cases)
{
    private readonly UnknownSteps unknown = new(rules, cases);

    public void Add(World world, Moves moves)
    {
        Open(world, moves);
        Quote(world, moves);
        Ask(world, moves);
        Permit(world, moves);
        Vote(world, moves);
        Withdraw(world, moves);
        unknown.Add(world, moves);
        GiveBack(world, moves);
    }

    /// <summary>An administrator mends what was taken away by mistake, or somebody else has the role.</summary>
    private static void GiveBack(World world, Moves moves)
    {
        for (var i = 0; i < 2; i++)
        {
            if (world.Stripped[i])
            {
                var again = world;
                again.Stripped[i] = false;
                moves.Add(again, "the role is given back", Mover.Person);
            }
        }
    }

    private bool SomebodyMay(World world, Permission permission) => rules.May(world, World.Agent, permission) || rules.May(world, World.Supervisor, permission);

    private void Open(World world, Moves moves)
    {
        if (!world.IsFinal || !SomebodyMay(world, Permission.WorkCases))
        {
            return;
        }

        var next = world;
        if (world.Code != 0)
        {
            next.Earlier[world.Code - 1] = true;
        }

        for (var i = 0; i < 2; i++)
        {
            next.Permits[i].OfEarlierCase = next.Permits[i].Exists;
            ref var worker = ref next.Workers[i];
            if (worker.At is Step.SawStatus or Step.Found or Step.AskedBoth or Step.HoldsCode)
            {
                // What it holds is about the closed case, which takes none of it.
                worker = default;
            }
            else if (worker.IsStray)
            {
                worker.Permit = Worker.StrayOfEarlierCase;
            }
        }

        (next.Quoting, next.Confirming) = (0, 0);

        (next.State, next.Flag, next.Quote, next.Code, next.Request, next.Asking) = (CaseState.Open, false, 0, 0, 0, false);
        moves.Add(next, "somebody opens another case for the order", Mover.Person);
    }

    private void Quote(World world, Moves moves)
    {
        if (world.Quoting != 0)
        {
            PutQuote(world, moves);
            return;
        }

        if (!IsQuotable(world) || !SomebodyMay(world, Permission.WorkCases))
        {
            return;
        }

        foreach (var kind in PartnerSteps.QuoteKinds(world))
        {
            var next = world;
            next.Quoting = kind switch
            {
                PartnerSteps.Voidable => (byte)(1 + world.Figures),
                PartnerSteps.No => 3,
                _ => PartnerSteps.Seen(world) is var number and not 0 ? (byte)(3 + number) : (byte)3,
            };
            moves.Add(next, next.Quoting switch { < 3 => "somebody asks for a quote", 3 => "somebody asks for a quote: no", _ => "somebody asks for a quote: a void exists" }, Mover.Person);
        }
    }

    private static bool IsQuotable(World world) => world.State is CaseState.Open or CaseState.Quoted or CaseState.AwaitingApproval;

    private void PutQuote(World world, Moves moves)
    {
        var idle = world;
        idle.Quoting = 0;
        var held = world.Quoting;
        if (!SomebodyMay(world, Permission.WorkCases))
        {
            moves.Add(idle, "the quote is not taken: no right", Mover.Person);
            return;
        }

        if (!IsQuotable(world) && rules.Wrong != WrongRule.QuoteSettlesTheUnknown)
        {
            moves.Add(idle, "the quote is not taken by the case", Mover.Person);
            return;
        }

        if (held > 3 && !world.Earlier[held - 4])
        {
            foreach (var stand in PartnerSteps.Heard(world, held - 3))
            {
                var found = idle;
                if (cases.Apply(ref found, Happenings.Found(stand)))
                {
                    (found.Code, found.Asking) = ((byte)(held - 3), !found.IsFinal);
                    moves.Add(EndRequest(world, found), "the quote finds a void", Mover.Person);
                }
                else
                {
                    moves.Add(idle, "the quote is not taken by the case", Mover.Person);
                }
            }

            return;
        }

        var next = idle;
        var happening = held >= 3 ? Happenings.QuoteRefused
            : world.Quote != 0 && !rules.SameFigures(world.Quote - 1, held - 1) ? Happenings.QuotedChanged : Happenings.QuotedSame;
        if (!cases.Apply(ref next, happening))
        {
            moves.Add(idle, "the quote is not taken by the case", Mover.Person);
            return;
        }

        next.Quote = held >= 3 ? next.Quote : held;
        moves.Add(EndRequest(world, next), held >= 3 ? "the quote says no" : "the quote is put on the case", Mover.Person);
    }

    /// <summary>A request that waited ends with the state.</summary>
    private static World EndRequest(World before, World after)
    {
        after.Request = before.State == CaseState.AwaitingApproval && after.State != CaseState.AwaitingApproval ? (byte)0 : after.Request;
        return after;
    }

    private void Ask(World world, Moves moves)
    {
        for (byte person = 0; person < 2; person++)
        {
            for (byte seen = 0; seen < 2; seen++)
            {
                var next = world;
                if (world.Request == 0 && rules.May(world, person, Permission.WorkCases) && cases.Apply(ref next, Happenings.ApprovalAsked) && rules.MayDecide(world.Late, world.Quote, seen))
                {
                    next.Request = (byte)(1 + (2 * person) + seen);
                    moves.Add(next, person == World.Agent ? "the agent asks for approval" : "the supervisor asks for approval", Mover.Person);
                }
            }
        }
    }

    private void Permit(World world, Moves moves)
    {
        for (byte person = 0; person < 2; person++)
        {
            for (byte seen = 0; seen < 2; seen++)
            {
                var next = world;
                if (rules.May(world, person, Permission.SendWithinLimit) && cases.Apply(ref next, Happenings.SendPermitted)
                    && rules.MayDecide(world.Late, world.Quote, seen) && rules.Needed(world, person, seen) == 0 && Plan(ref next, person, SmallScope.Permit.Nobody, seen))
                {
                    moves.Add(next, "the agent permits the send within the own limit", Mover.Person);
                }

                var again = world;
                if (rules.Wrong == WrongRule.SecondLivePermit && world.State == CaseState.Queued && world.Late is false && Plan(ref again, person, SmallScope.Permit.Nobody, seen))
                {
                    moves.Add(again, "the agent permits the send a second time", Mover.Person);
                }
            }
        }
    }

    private void Vote(World world, Moves moves)
    {
        if (world.Request == 0)
        {
            return;
        }

        for (byte voter = 0; voter < 2; voter++)
        {
            if (!rules.May(world, voter, Permission.DecideApprovals) || !rules.MayVote(world, voter, world.Requester, world.RequestFigures))
            {
                continue;
            }

            var yes = world;
            if (world.Quote == 1 + world.RequestFigures && !rules.TooLate(world.Late) && cases.Apply(ref yes, Happenings.Approved)
                && Plan(ref yes, world.Requester, voter, world.RequestFigures))
            {
                yes.Request = 0;
                moves.Add(yes, "the supervisor approves", Mover.Person);
            }

            var no = world;
            if (cases.Apply(ref no, Happenings.Declined))
            {
                no.Request = 0;
                moves.Add(no, "the supervisor declines", Mover.Person);
            }
        }
    }

    private void Withdraw(World world, Moves moves)
    {
        if (!SomebodyMay(world, Permission.WorkCases))
        {
            return;
        }

        var request = world;
        if (cases.Apply(ref request, Happenings.RequestWithdrawn))
        {
            request.Request = 0;
            var stopped = true;
            for (var i = 0; i < 2; i++)
            {
                if (request.Permits[i] is { Exists: true, OfEarlierCase: false } && AttemptStates.IsLive(request.Permits[i].State))
                {
                    stopped &= rules.Move(ref request.Permits[i], AttemptState.Cancelled);
                }
            }

            if (stopped)
            {
                moves.Add(request, "the agent takes the request back", Mover.Person);
            }
        }

        var closed = world;
        if (cases.Apply(ref closed, Happenings.Withdrawn))
        {
            moves.Add(closed, "the agent withdraws the case", Mover.Person);
        }
    }

    /// <summary>Writes a permit, unless the database's one-live index says no.</summary>
    private bool Plan(ref World world, byte requester, byte approver, byte figures)
    {
        if (world.Live() > 0 && rules.Wrong != WrongRule.SecondLivePermit)
        {
            return false;
        }

        for (var i = 0; i < 2; i++)
        {
            if (!world.Permits[i].Exists)
            {
                world.Permits[i] = new Permit { Exists = true, State = AttemptState.Planned, Requester = requester, Approver = approver, Figures = figures };
                return true;
            }
        }

        return false;
    }
}
