using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>A supervisor ends what reads could not. As DecideUnknown does it: "sent" is confirmed with the partner first, in a step of its own.</summary>
internal sealed class UnknownSteps(Rules rules, CaseSteps cases)
{
    public void Add(World world, Moves moves)
    {
        if (world.Confirming != 0)
        {
            PutConfirmed(world, moves);
            return;
        }

        if (!rules.May(world, World.Supervisor, Permission.DecideUnknown))
        {
            return;
        }

        var tooEarly = world.State == CaseState.OutcomeUnknown && rules.TooEarlyForNotSent(world) && rules.Wrong != WrongRule.NotSentAtOnce;
        var notSent = world;
        if (!tooEarly && cases.Apply(ref notSent, Happenings.DecidedNotSent))
        {
            if (rules.Wrong != WrongRule.NotSentKeepsThePermit)
            {
                cases.Conclude(ref notSent, AttemptState.Abandoned);
            }

            notSent.PersonDecided = true;
            moves.Add(notSent, "the supervisor decides: not sent", Mover.Person, world is { Quiet: true, Clear: >= 3 } ? null : Promises.NotSentLate);
        }

        var closed = world;
        if (cases.Apply(ref closed, Happenings.ClosedByPerson))
        {
            cases.Conclude(ref closed, AttemptState.Abandoned);
            closed.PersonDecided = true;
            moves.Add(closed, "the supervisor closes the case by hand", Mover.Person);
        }

        for (byte number = 1; number <= 2; number++)
        {
            if (world.State == CaseState.OutcomeUnknown && world.Voids[number - 1] is { Visible: true, Stand: not VoidStand.None } && !world.Earlier[number - 1])
            {
                var confirmed = world;
                confirmed.Confirming = number;
                moves.Add(confirmed, "the supervisor has a void confirmed", Mover.Person);
            }
        }
    }

    private void PutConfirmed(World world, Moves moves)
    {
        var idle = world;
        idle.Confirming = 0;
        foreach (var stand in PartnerSteps.Heard(world, world.Confirming))
        {
            var next = idle;
            if (!rules.May(world, World.Supervisor, Permission.DecideUnknown) || !cases.Apply(ref next, Happenings.DecidedSent(stand)))
            {
                moves.Add(idle, "the decision 'sent' is not taken", Mover.Person);
                continue;
            }

            (next.Code, next.Asking) = (world.Confirming, !next.IsFinal);
            cases.Conclude(ref next, AttemptState.Accepted);
            moves.Add(next, "the supervisor decides: sent", Mover.Person);
        }
    }
}
