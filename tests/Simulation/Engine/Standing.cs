namespace Simulation.Engine;

/// <summary>What a fibre stands at.</summary>
internal enum Stand
{
    /// <summary>Between two statements: it goes on whenever it is picked.</summary>
    Ready,

    /// <summary>Another one writes; it goes on when the database is free.</summary>
    Lock,

    /// <summary>It waits for the partner.</summary>
    Wire,
}

/// <summary>One place at which a fibre stands until the schedule lets it go on from there.</summary>
/// <param name="number">Counted within its fibre.</param>
/// <param name="on">What it waits for; null where it may go on at any time.</param>
internal sealed class Standing(Fibre fibre, int number, Stand at, object? on)
{
    private readonly TaskCompletionSource gate = new();

    public Fibre Fibre { get; } = fibre;

    public int Number { get; } = number;

    public Stand At { get; } = at;

    public object? On { get; } = on;

    public Task Over => gate.Task;

    /// <summary>Runs on, on this thread, to the next point or to the end.</summary>
    public void Open() => gate.SetResult();
}
