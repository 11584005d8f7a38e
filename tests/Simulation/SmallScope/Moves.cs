namespace Simulation.SmallScope;

/// <summary>Who takes a step. Faults count against the budget; the others are free.</summary>
internal enum Mover : byte
{
    Program,
    Partner,
    Time,
    Person,
    Fault,
}

/// <param name="Promise">Which promise a step or a state breaks; null for none.</param>
internal readonly record struct Move(Key To, string What, Mover Mover, string? Promise);

/// <summary>The steps that lead out of one state.</summary>
internal sealed class Moves(Rules rules)
{
    public List<Move> All { get; } = [];

    /// <summary>A step to a state, with the promise that the step itself breaks, if any.</summary>
    public void Add(World next, string what, Mover mover, string? promise = null)
    {
        promise ??= Promises.WhyBroken(next);
        Canonical.Settle(ref next, rules);
        All.Add(new Move(next.Pack(), what, mover, promise));
    }
}
