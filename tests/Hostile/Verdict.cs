using System.Globalization;

namespace Hostile;

/// <summary>What came of a run.</summary>
internal sealed record Verdict
{
    public required AttackReport Attack { get; init; }
    public required HonestReport Honest { get; init; }

    /// <summary>Audit lines of what the attackers were allowed to do; none would mean that the attack did not reach the use cases.</summary>
    public required int Acts { get; init; }

    /// <summary>How often a use case asked for a right that was not there.</summary>
    public int Refusals { get; init; }
    public required int Unauthorised { get; init; }
    public required int Sends { get; init; }
    public required int Crashes { get; init; }

    /// <summary>Resident memory of the program, before and after.</summary>
    public required string Memory { get; init; }
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>The one line of figures.</summary>
    public string Line(int seed) => string.Create(CultureInfo.InvariantCulture,
        $"Hostile circuit, seed {seed}: {Attack.Sent} messages ({Kinds}) in {Attack.Seconds:0} s, {Attack.Sent / Attack.Seconds:0}/s; {Attack.Circuits} circuits, {Attack.Posts} posts; {Acts} allowed acts, {Refusals} refused; " +
        $"{Unauthorised} unauthorised changes, {Sends} sends, {Crashes} crashes; honest round trips {Honest.Before + Honest.During} ok, {Honest.Faults.Count} failed, " +
        $"median {Honest.MedianBefore} → {Honest.MedianDuring} ms; memory {Memory}; {Findings.Count} findings");

    private string Kinds => string.Join(", ", Attack.Messages.OrderByDescending(m => m.Value).Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Key} {m.Value}")));
}
