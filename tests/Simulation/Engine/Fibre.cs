namespace Simulation.Engine;

/// <summary>What a fibre stands at.</summary>
internal enum Stand
{
    /// <summary>It is the one that runs, or it waits for something that is not the schedule's to give: a timer.</summary>
    Away,

    /// <summary>Between two statements: it goes on whenever it is picked.</summary>
    Ready,

    /// <summary>Another one writes; it goes on when the database is free.</summary>
    Lock,

    /// <summary>It waits for the partner.</summary>
    Wire,
    Ended,
}

/// <summary>One use case or one round under way, in one program. It runs only while the schedule lets it, and stops at its next point.</summary>
internal sealed class Fibre(int number, string name, object home)
{
    private TaskCompletionSource? gate;

    public int Number { get; } = number;

    public string Name { get; } = name;

    /// <summary>The program that it runs in.</summary>
    public object Home { get; } = home;

    public Stand Stand { get; private set; } = Stand.Away;

    /// <summary>The person, for what a person does.</summary>
    public int Person { get; init; } = -1;

    /// <summary>Set when the work ended with something else than death.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Stops here until <see cref="GoOn"/> or <see cref="Die"/>.</summary>
    public Task StandAsync(Stand stand)
    {
        Stand = stand;
        gate = new TaskCompletionSource();
        return gate.Task;
    }

    /// <summary>Runs on, on this thread, to the next point or to the end.</summary>
    public void GoOn()
    {
        var open = gate!;
        gate = null;
        Stand = Stand.Away;
        open.SetResult();
    }

    /// <summary>Never goes on. Nothing of it is unwound: a process that is killed runs no more code either.</summary>
    public void Die()
    {
        gate = null;
        Stand = Stand.Ended;
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

        Stand = Stand.Ended;
    }
}
