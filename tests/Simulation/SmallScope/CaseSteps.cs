using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>What every change of a case does beside the state that the machine gives it: as <c>Case.Apply</c> does it.</summary>
internal sealed class CaseSteps(Rules rules)
{
    /// <summary>Lets it happen, or leaves the world as it is.</summary>
    public bool Apply(ref World world, int happening)
    {
        var decision = rules.Decide(world.State, world.Flag, happening);
        if (decision.Refusal is not null)
        {
            return false;
        }

        var input = Happenings.All[happening];
        if (input is CaseInput.SendUnknown)
        {
            (world.Quiet, world.Clear) = (false, 0);
        }
        else if (input is CaseInput.DecidedNotSent or CaseInput.SendRefused or CaseInput.Stopped)
        {
            (world.Quote, world.Asking) = (0, false);
        }

        world.Flag = !CaseStates.IsFinal(decision.Next) && (world.Flag || decision.Flag);
        world.State = decision.Next;
        if (world.State != CaseState.OutcomeUnknown)
        {
            (world.Quiet, world.Clear) = (false, 0);
            OldQuestions(ref world);
        }

        return true;
    }

    /// <summary>Brings the case's permit to where evidence or a person has brought the case: as <c>UnknownPermits</c> does it.</summary>
    public void Conclude(ref World world, AttemptState outcome)
    {
        for (var i = 0; i < 2; i++)
        {
            ref var permit = ref world.Permits[i];
            if (permit is { Exists: true, OfEarlierCase: false } && AttemptStates.IsLive(permit.State))
            {
                rules.Move(ref permit, outcome);
                if (world.IsFinal && rules.Wrong != WrongRule.EndedPermitStaysLive)
                {
                    rules.Move(ref permit, AttemptState.Settled);
                }
            }
        }
    }

    /// <summary>Questions about an unknown outcome that are under way when it ends are not about the next one.</summary>
    private static void OldQuestions(ref World world)
    {
        for (var i = 0; i < 2; i++)
        {
            ref var worker = ref world.Workers[i];
            if (worker.At == Step.AskedBoth)
            {
                worker.Data = 1;
            }
        }
    }
}
