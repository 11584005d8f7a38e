namespace Simulation.Engine;

/// <summary>
/// One use case or one round under way, in one program. It runs only while the schedule lets it, and stops at its next point. A round that carries
/// several permits out side by side stands at as many places, and goes on from each of them by itself.
/// </summary>
internal sealed class Fibre(int number, string name, object home)
{
    private readonly List<Standing> stands = [];
    private int stood;

    public int Number { get; } = number;

    public string Name { get; } = name;

    /// <summary>The program that it runs in.</summary>
    public object Home { get; } = home;

    /// <summary>Where it stands, the longest first. Nowhere while it runs, or waits for something that is not the schedule's to give: a timer.</summary>
    public IReadOnlyList<Standing> Stands => stands;

    public bool IsEnded { get; private set; }

    /// <summary>For people.</summary>
    public string Whereabouts => stands.Count > 0 ? string.Join('+', stands.Select(s => s.At)) : IsEnded ? "its end" : "a timer";

    /// <summary>The person, for what a person does.</summary>
    public int Person { get; init; } = -1;

    /// <summary>Set when the work ended with something else than death.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Stops here until <see cref="GoOn"/> or <see cref="Die"/>.</summary>
    /// <param name="on">What it waits for, where that is more than its turn.</param>
    public Task StandAsync(Stand at, object? on = null)
    {
        var standing = new Standing(this, stood++, at, on);
        stands.Add(standing);
        return standing.Over;
    }

    /// <summary>Runs on from there, on this thread, to the next point or to the end.</summary>
    public void GoOn(Standing standing)
    {
        stands.Remove(standing);
        standing.Open();
    }

    /// <summary>Never goes on. Nothing of it is unwound: a process that is killed runs no more code either.</summary>
    public void Die()
    {
        stands.Clear();
        IsEnded = true;
    }

    public async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault)
        {
            Fault = fault;
        }

        IsEnded = true;
    }
}
