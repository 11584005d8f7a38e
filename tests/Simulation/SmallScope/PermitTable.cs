using BackOffice.Core.Ledger;

namespace Simulation.SmallScope;

/// <summary>
/// What may happen to a send permit, written down once, by hand, apart from the code. Each row is what is tried, each column the state it is
/// tried in; a cell is the state that follows, a dash a no that changes nothing. Nothing leads back to planned.
/// </summary>
internal static class PermitTable
{
    public const string Moves = """
                  | planned   | sending  | accepted | refused | unknown   | cancelled | abandoned | settled
        planned   | -         | -        | -        | -       | -         | -         | -         | -
        sending   | sending   | -        | -        | -       | -         | -         | -         | -
        accepted  | -         | accepted | -        | -       | accepted  | -         | -         | -
        refused   | -         | refused  | -        | -       | refused   | -         | -         | -
        unknown   | -         | unknown  | -        | -       | -         | -         | -         | -
        cancelled | cancelled | -        | -        | -       | -         | -         | -         | -
        abandoned | -         | -        | -        | -       | abandoned | -         | -         | -
        settled   | -         | -        | settled  | -       | -         | -         | -         | -
        """;

    /// <summary>Those in which a second permit for the order cannot exist.</summary>
    public const string Live = "planned sending accepted unknown";

    /// <summary>Every (state, wanted state) with the state that follows.</summary>
    public static IReadOnlyDictionary<(AttemptState State, AttemptState Wanted), AttemptState> All { get; } = Read();

    private static Dictionary<(AttemptState State, AttemptState Wanted), AttemptState> Read()
    {
        var lines = Moves.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries)).ToList();
        return lines.Skip(1)
            .SelectMany(line => lines[0].Zip(line).Skip(1).Select(cell => (State: AttemptStates.Read(cell.First), Wanted: AttemptStates.Read(line[0]), Next: cell.Second)))
            .ToDictionary(cell => (cell.State, cell.Wanted), cell => cell.Next == "-" ? cell.State : AttemptStates.Read(cell.Next));
    }
}
