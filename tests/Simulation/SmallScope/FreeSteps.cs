namespace Simulation.SmallScope;

/// <summary>The steps that need no fault, for asking from where something can still be reached.</summary>
internal sealed class FreeSteps
{
    private int[] from = new int[1 << 16];
    private int[] to = new int[1 << 16];
    private bool[] byPerson = new bool[1 << 16];
    private int count;

    public void Add(int one, int other, Mover mover)
    {
        if (one == other)
        {
            return;
        }

        if (count == from.Length)
        {
            Array.Resize(ref from, count * 2);
            Array.Resize(ref to, count * 2);
            Array.Resize(ref byPerson, count * 2);
        }

        (from[count], to[count], byPerson[count]) = (one, other, mover == Mover.Person);
        count++;
    }

    /// <summary>The states from which none of the goals can be reached.</summary>
    /// <param name="withPeople">Steps of people count too.</param>
    public List<int> Lost(int states, Func<int, bool> isGoal, bool withPeople)
    {
        var (starts, sources) = Backwards(states, withPeople);
        var reached = new bool[states];
        var waiting = new Stack<int>();
        for (var i = 0; i < states; i++)
        {
            if (isGoal(i))
            {
                reached[i] = true;
                waiting.Push(i);
            }
        }

        while (waiting.TryPop(out var state))
        {
            for (var i = starts[state]; i < starts[state + 1]; i++)
            {
                if (!reached[sources[i]])
                {
                    reached[sources[i]] = true;
                    waiting.Push(sources[i]);
                }
            }
        }

        return [.. Enumerable.Range(0, states).Where(i => !reached[i])];
    }

    private (int[] Starts, int[] Sources) Backwards(int states, bool withPeople)
    {
        var starts = new int[states + 1];
        for (var i = 0; i < count; i++)
        {
            if (withPeople || !byPerson[i])
            {
                starts[to[i] + 1]++;
            }
        }

        for (var i = 0; i < states; i++)
        {
            starts[i + 1] += starts[i];
        }

        var sources = new int[starts[states]];
        var next = starts.AsSpan(0, states).ToArray();
        for (var i = 0; i < count; i++)
        {
            if (withPeople || !byPerson[i])
            {
                sources[next[to[i]]++] = from[i];
            }
        }

        return (starts, sources);
    }
}
