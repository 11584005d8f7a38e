namespace Simulation.Runs;

/// <summary>What a schedule may contain; shrinking takes things away.</summary>
/// <param name="Steps">The most steps of chaos.</param>
/// <param name="Without">Kinds of moves that are left out.</param>
internal sealed record Limits(int Steps, IReadOnlySet<string> Without)
{
    public static Limits All { get; } = new(70, new HashSet<string>(StringComparer.Ordinal));
}
