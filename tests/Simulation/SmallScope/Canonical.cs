using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>
/// Brings states that behave alike to one form: workers have no names, an ended permit is forgotten, and so is an ended void that nobody
/// looks at.
/// </summary>
internal static class Canonical
{
    public static void Settle(ref World world, Rules rules)
    {
        for (byte i = 0; i < 2; i++)
        {
            if (world.Permits[i].Exists && rules.IsDead(world.Permits[i].State))
            {
                Forget(ref world, i);
            }
        }

        ForgetDecisions(ref world);
        ForgetAnswers(ref world, rules);
        ForgetVoids(ref world);
        if (Order(world.Workers[0]) > Order(world.Workers[1]))
        {
            (world.Workers[0], world.Workers[1]) = (world.Workers[1], world.Workers[0]);
        }

        // Questions are only ever put about these two, and both states plan one when they begin.
        world.Asking &= world.State is CaseState.Following or CaseState.OutcomeUnknown;
    }

    /// <summary>
    /// Who wanted it and on which figures matters until the claim, and not past the margin, when nothing can be claimed; the quote matters
    /// while it can be decided on.
    /// </summary>
    private static void ForgetDecisions(ref World world)
    {
        for (byte i = 0; i < 2; i++)
        {
            ref var permit = ref world.Permits[i];
            if (permit.Exists && (permit.State != AttemptState.Planned || world.Late))
            {
                (permit.Requester, permit.Approver, permit.Figures) = (World.Agent, Permit.Nobody, 0);
            }

            permit.LeaseOver &= permit.State == AttemptState.Sending;
            permit.Sent |= permit.Exists && permit.State is AttemptState.Unknown or AttemptState.Accepted && !IsAboutToCall(world, i);
        }

        if (world.State is not (CaseState.Quoted or CaseState.AwaitingApproval or CaseState.Queued))
        {
            world.Quote = 0;
        }

        if (world.Late)
        {
            (world.Figures, world.Quote) = (0, Math.Min((byte)1, world.Quote));
            world.Quoting = world.Quoting == 2 ? (byte)1 : world.Quoting;
            world.Request = world.Request == 0 ? (byte)0 : (byte)(((world.Request - 1) & 2) + 1);
            for (var i = 0; i < 2; i++)
            {
                ref var worker = ref world.Workers[i];
                worker.Data = worker.At switch
                {
                    Step.Quoted => 0,
                    Step.Stopping => Math.Min((byte)1, worker.Data),
                    _ => worker.Data,
                };
            }
        }
    }

    /// <summary>A closed case takes no answer that was on its way to it.</summary>
    private static void ForgetAnswers(ref World world, Rules rules)
    {
        if (!world.IsFinal)
        {
            return;
        }

        (world.Quoting, world.Confirming) = (0, 0);
        for (var i = 0; i < 2; i++)
        {
            if (world.Workers[i].At is Step.Found or Step.AskedBoth || (world.Workers[i].At == Step.SawStatus && rules.Wrong != WrongRule.OldStatusReopens))
            {
                world.Workers[i] = default;
            }
        }
    }

    private static bool IsAboutToCall(World world, byte permit) =>
        (world.Workers[0].At == Step.Claimed && world.Workers[0].Permit == permit) || (world.Workers[1].At == Step.Claimed && world.Workers[1].Permit == permit);

    private static int Order(Worker worker) => ((int)worker.At << 8) | (worker.Permit << 6) | worker.Data;

    /// <summary>
    /// Whoever has not claimed it yet will be refused; whoever has a call under way goes on, and so does a request on the wire, but of its
    /// answer only an accepted void's code is worth something.
    /// </summary>
    private static void Forget(ref World world, byte permit)
    {
        for (var i = 0; i < 2; i++)
        {
            ref var worker = ref world.Workers[i];
            if (worker.Permit != permit)
            {
                continue;
            }

            switch (worker.At)
            {
                case Step.Answered when worker.Outcome is 1 or 2:
                    worker = new Worker { At = Step.HoldsCode, Data = worker.Outcome };
                    break;
                case Step.Planned or Step.Stopping or Step.Quoted or Step.Answered:
                    worker = default;
                    break;
                case Step.Claimed or Step.InCall:
                    worker.Permit = Worker.Stray;
                    break;
            }
        }

        for (var i = 0; i < 2; i++)
        {
            if (world.Voids[i].Stand != VoidStand.None && world.Voids[i].Origin == permit)
            {
                world.Voids[i].Origin = PartnerVoid.Gone;
            }
        }

        if (world.Permits[permit].OnWire)
        {
            world.Strays = (byte)Math.Min(2, world.Strays + 1);
        }

        world.Permits[permit] = default;
    }

    private static void ForgetVoids(ref World world)
    {
        for (byte number = 2; number >= 1; number--)
        {
            var held = world.Voids[number - 1];
            if (held is { Stand: VoidStand.Rejected, Origin: PartnerVoid.Gone } && world.Code != number && !IsHeld(world, number))
            {
                world.Voids[number - 1] = default;
                world.Earlier[number - 1] = false;
                if (number == 1 && world.Voids[1].Stand != VoidStand.None)
                {
                    MoveUp(ref world);
                }
            }
        }
    }

    private static bool IsHeld(World world, int number) =>
        world.Confirming == number || world.Quoting == 3 + number
        || (world.Workers[0].HoldsVoid && world.Workers[0].Outcome == number) || (world.Workers[1].HoldsVoid && world.Workers[1].Outcome == number);

    /// <summary>The younger void becomes the only one.</summary>
    private static void MoveUp(ref World world)
    {
        (world.Voids[0], world.Voids[1]) = (world.Voids[1], default);
        (world.Earlier[0], world.Earlier[1]) = (world.Earlier[1], false);
        world.Code = world.Code == 2 ? (byte)1 : world.Code;
        world.Confirming = world.Confirming == 2 ? (byte)1 : world.Confirming;
        world.Quoting = world.Quoting == 5 ? (byte)4 : world.Quoting;
        for (var i = 0; i < 2; i++)
        {
            ref var worker = ref world.Workers[i];
            if (worker.HoldsVoid && worker.Outcome == 2)
            {
                worker.Data = (byte)((worker.Data & ~3) | 1);
            }
        }
    }
}
