namespace Simulation.Engine;

/// <summary>What a roll is for. Every purpose has its own numbers, so that leaving one fault out does not change the others.</summary>
internal enum Purpose : uint
{
    World,
    Move,
    Target,
    Burst,
    Person,
    Detail,
    Request,
    Reply,
    Clock,
    Fault,
    Books,
    Spread,
    Notice,
}

/// <summary>Numbers that follow from the seed, the step and the purpose alone: there is no state, so every roll can be repeated.</summary>
internal readonly struct Dice(ulong seed)
{
    public ulong Seed { get; } = seed;

    public ulong Roll(int step, Purpose purpose, int which = 0)
    {
        unchecked
        {
            return Mix(Mix(Seed + ((ulong)(uint)step * 0x9E3779B97F4A7C15UL)) + ((ulong)purpose * 0xD1B54A32D192ED03UL) + ((ulong)(uint)which * 0x8CB92BA72F3D8DD7UL));
        }
    }

    /// <summary>From 0, below <paramref name="count"/>.</summary>
    public int Below(int count, int step, Purpose purpose, int which = 0) => (int)((Roll(step, purpose, which) >> 33) % (ulong)count);

    public bool Chance(int perMille, int step, Purpose purpose, int which = 0) => Below(1000, step, purpose, which) < perMille;

    public T Pick<T>(ReadOnlySpan<T> choices, int step, Purpose purpose, int which = 0) => choices[Below(choices.Length, step, purpose, which)];

    /// <summary>The seed of the n-th schedule of a run.</summary>
    public static ulong SeedOf(ulong runSeed, long index) => unchecked(Mix(runSeed ^ Mix((ulong)index + 0x632BE59BD9B4E019UL)));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
