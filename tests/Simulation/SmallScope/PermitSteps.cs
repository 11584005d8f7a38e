using BackOffice.Core.Ledger;
using BackOffice.Core.Values;

namespace Simulation.SmallScope;

/// <summary>What the permit's own code does with every wish in every state: asked of real permits, once.</summary>
internal static class PermitSteps
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Every (state, wanted state) with the answer and the state that the code left the permit in.</summary>
    public static IReadOnlyDictionary<(AttemptState State, AttemptState Wanted), (bool Done, AttemptState Next)> All { get; } =
        (from state in Enum.GetValues<AttemptState>()
         from wanted in Enum.GetValues<AttemptState>()
         select (state, wanted)).ToDictionary(step => step, step => Try(step.state, step.wanted));

    private static (bool Done, AttemptState Next) Try(AttemptState state, AttemptState wanted)
    {
        var permit = In(state);
        var done = Want(permit, wanted);
        return (done, permit.State);
    }

    private static bool Want(Attempt permit, AttemptState wanted) => wanted switch
    {
        AttemptState.Sending => permit.Claim("here:1", "{}", Now, TimeSpan.FromSeconds(90)),
        AttemptState.Cancelled => permit.Cancel("withdrawn"),
        _ => permit.Conclude(wanted, null, null, null, Now),
    };

    private static Attempt In(AttemptState state)
    {
        var permit = Attempt.Plan(
            Guid.NewGuid(), CaseKind.Void, 1, "TESTA20260801000000001", new Intent(Guid.NewGuid(), "Agent", null, "f", new Money(1, "USD"), "{}"), Now);
        AttemptState[] path = state switch
        {
            AttemptState.Planned => [],
            AttemptState.Cancelled or AttemptState.Sending => [state],
            AttemptState.Accepted or AttemptState.Refused or AttemptState.Unknown => [AttemptState.Sending, state],
            AttemptState.Abandoned => [AttemptState.Sending, AttemptState.Unknown, state],
            AttemptState.Settled => [AttemptState.Sending, AttemptState.Accepted, state],
        };
        return path.All(step => Want(permit, step)) && permit.State == state
            ? permit
            : throw new InvalidOperationException($"A permit cannot be brought to {state} any more.");
    }
}
