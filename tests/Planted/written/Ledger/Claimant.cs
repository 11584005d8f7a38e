using System.Globalization;

namespace BackOffice.Core.Ledger;

/// <summary>
/// One run of the program on one machine: who holds a permit while its call is under way. A process id alone does not name a run, because
/// ids are given out again (in a container it is often 1), so the start of the process belongs to it.
/// </summary>
/// <param name="Machine">Cut to what the ledger's column can hold.</param>
/// <param name="StartedAt">Milliseconds since 1970; null in what an older version of the program wrote.</param>
public sealed record Claimant(string Machine, int ProcessId, long? StartedAt)
{
    private const int LongestMachine = 32;

    /// <summary>The start of one process, told twice, may differ by a little: it is reckoned from the time since the machine booted.</summary>
    private const long ReckoningError = 2_000;

    public static Claimant Of(string machine, int processId, DateTimeOffset startedAt) =>
        new(machine.Length > LongestMachine ? machine[..LongestMachine] : machine, processId, startedAt.ToUnixTimeMilliseconds());

    /// <summary>Reads what <see cref="ToString"/> wrote, or null where it cannot be read.</summary>
    public static Claimant? Read(string? text)
    {
        var parts = (text ?? "").Split(':');
        if (parts.Length is not (2 or 3) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
        {
            return null;
        }

        return parts.Length == 2 ? new Claimant(parts[0], processId, null)
            : long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var startedAt) ? new Claimant(parts[0], processId, startedAt)
            : null;
    }

    /// <summary>Whether a process with this id, started then, can be this run. An unknown start is given the benefit of the doubt.</summary>
    public bool CanHaveStarted(DateTimeOffset then) => StartedAt is not { } started || Math.Abs(started - then.ToUnixTimeMilliseconds()) <= ReckoningError;

    public override string ToString() =>
        StartedAt is { } started ? string.Create(CultureInfo.InvariantCulture, $"{Machine}:{ProcessId}:{started}") : string.Create(CultureInfo.InvariantCulture, $"{Machine}:{ProcessId}");
}
