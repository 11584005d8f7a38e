namespace Hostile;

/// <summary>What the attacking client says of itself.</summary>
internal sealed record AttackReport
{
    public required Dictionary<string, int> Messages { get; init; }
    public required int Sent { get; init; }
    public required int Circuits { get; init; }
    public required int Posts { get; init; }
    public required List<string> Findings { get; init; }
    public required Dictionary<string, int> Losses { get; init; }
    public required double Seconds { get; init; }
}

/// <summary>What the honest client says of itself; times in milliseconds.</summary>
internal sealed record HonestReport
{
    public required int Before { get; init; }
    public required int During { get; init; }
    public required double MedianBefore { get; init; }
    public required double MedianDuring { get; init; }
    public required double Worst { get; init; }
    public required List<string> Faults { get; init; }
}

/// <param name="Presses">Made on a circuit that was open.</param>
internal sealed record PressReport(int Presses);
