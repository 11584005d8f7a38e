using BackOffice.Core.Cases;

namespace Simulation.SmallScope;

/// <summary>What became reachable with one more fault.</summary>
internal sealed record Layer(int Faults, int States, long Steps, int Depth);

/// <param name="Story">The steps from the start, in order, with the state after each.</param>
internal sealed record Counterexample(string Promise, int Faults, IReadOnlyList<string> Story);

/// <summary>
/// Breadth first over every state: everything that is reachable without a fault, then with one, and so on. Each state is looked at once, with
/// the fewest faults that lead to it, so a counterexample is a shortest one.
/// </summary>
internal sealed class Explorer
{
    private readonly Rules rules;
    private readonly SenderSteps sender;
    private readonly ReconcilerSteps reconciler;
    private readonly PeopleSteps people;
    private readonly PartnerSteps partner;
    private readonly StateTable states = new();
    private readonly FreeSteps free = new();
    private readonly Moves moves;

    public Explorer(Rules rules)
    {
        var cases = new CaseSteps(rules);
        this.rules = rules;
        (sender, reconciler, people, partner) = (new SenderSteps(rules, cases), new ReconcilerSteps(rules, cases), new PeopleSteps(rules, cases), new PartnerSteps(rules));
        moves = new Moves(rules);
    }

    public List<Layer> Layers { get; } = [];

    public Counterexample? Broken { get; private set; }

    public int States => states.Count;

    /// <summary>Stops at the first promise that breaks.</summary>
    /// <param name="everyLayer">Ask after each budget, and not only at the end, whether the order can still be brought to an end.</param>
    public void Run(int faults, bool everyLayer)
    {
        for (byte figures = 0; figures < 2; figures++)
        {
            states.Add(new World { State = CaseState.Open, Figures = figures }.Pack(), -1, out _);
        }

        var (layerStart, explored) = (0, 0);
        for (var budget = 0; budget <= faults && Broken is null; budget++)
        {
            long steps = 0;
            if (budget > 0)
            {
                for (var i = layerStart; i < explored && Broken is null; i++)
                {
                    steps += Expand(i, budget, withFaults: true);
                }

                layerStart = explored;
            }

            while (explored < states.Count && Broken is null)
            {
                steps += Expand(explored++, budget, withFaults: false);
            }

            Layers.Add(new Layer(budget, states.Count, steps, DeepestFrom(layerStart)));
            if (Broken is null && (everyLayer || budget == faults))
            {
                CheckEndings(budget);
            }
        }
    }

    /// <summary>How many states have something about them.</summary>
    public int Count(Func<World, bool> isSo) => Enumerable.Range(0, states.Count).Count(i => isSo(Packing.Unpack(states[i])));

    private int Expand(int state, int budget, bool withFaults)
    {
        Generate(states[state], withFaults);
        foreach (var move in moves.All)
        {
            if (move.Promise is { } promise)
            {
                Broken ??= new Counterexample(promise, budget, Story(state, move));
                return 0;
            }

            var next = states.Add(move.To, state, out _);
            if (!withFaults)
            {
                free.Add(state, next, move.Mover);
            }
        }

        return moves.All.Count;
    }

    private void Generate(Key key, bool withFaults)
    {
        var world = Packing.Unpack(key);
        moves.All.Clear();
        if (withFaults)
        {
            partner.AddFaults(world, moves);
            return;
        }

        for (var who = 0; who < 2; who++)
        {
            // Two idle workers are the same worker.
            if (who == 0 || world.Workers[0].At != Step.Idle || world.Workers[1].At != Step.Idle)
            {
                sender.Add(world, who, moves);
                reconciler.Add(world, who, moves);
            }
        }

        people.Add(world, moves);
        partner.Add(world, moves);
    }

    private void CheckEndings(int budget)
    {
        Check(Promises.ProgramSettles, Promises.IsSettledOrBeforeAPerson, withPeople: false, budget);
        Check(Promises.CanEnd, Promises.HasEnded, withPeople: true, budget);
    }

    private void Check(string promise, Func<World, bool> isGoal, bool withPeople, int budget)
    {
        if (Broken is null && free.Lost(states.Count, i => isGoal(Packing.Unpack(states[i])), withPeople) is [var first, ..])
        {
            Broken = new Counterexample(promise, budget, Story(first, null));
        }
    }

    private int DeepestFrom(int first)
    {
        var deepest = 0;
        for (var i = first; i < states.Count; i++)
        {
            deepest = Math.Max(deepest, states.DepthOf(i));
        }

        return deepest;
    }

    private List<string> Story(int state, Move? last)
    {
        var path = new List<int>();
        for (var i = state; i >= 0; i = states.ParentOf(i))
        {
            path.Add(i);
        }

        path.Reverse();
        List<string> story = [Line("the start", states[path[0]])];
        foreach (var (one, other) in path.Zip(path.Skip(1)))
        {
            story.Add(Line(WhatLeads(states[one], states[other]), states[other]));
        }

        if (last is { } move)
        {
            story.Add(Line(move.What, move.To));
        }

        return story;
    }

    private string WhatLeads(Key from, Key to)
    {
        foreach (var withFaults in new[] { false, true })
        {
            Generate(from, withFaults);
            if (moves.All.FirstOrDefault(m => m.To == to) is { What: { } what })
            {
                return what;
            }
        }

        throw new InvalidOperationException("A step that cannot be found again.");
    }

    private static string Line(string what, Key to) => $"{what,-60} {Telling.Of(Packing.Unpack(to))}";
}
