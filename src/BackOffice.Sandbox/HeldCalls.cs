namespace BackOffice.Sandbox;

/// <summary>Calls that a script holds: the faults <c>hold</c> and <c>hold-after</c>, and one command that lets all of them go.</summary>
internal sealed class HeldCalls
{
    private readonly Lock key = new();
    private Gate gate = new();

    public static IReadOnlyList<string> Names { get; } = ["hold", "hold-after"];

    /// <summary>The fault of that name, or null for another name.</summary>
    public Fault? Find(string name) => name switch
    {
        "hold" => new Fault.Hold(Current()),
        "hold-after" => new Fault.Hold(Current(), AfterProcessing: true),
        _ => null,
    };

    /// <summary>Those that wait, and those planned until now that have not come yet. Later ones are held anew.</summary>
    public void ReleaseAll()
    {
        lock (key)
        {
            gate.Release();
            gate = new Gate();
        }
    }

    private Gate Current()
    {
        lock (key)
            return gate;
    }
}
