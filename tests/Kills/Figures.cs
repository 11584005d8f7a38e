using System.Collections.Concurrent;
using System.Globalization;

namespace Kills;

/// <summary>What was done and what was found; the last line of a run.</summary>
internal sealed class Figures
{
    private readonly Lock gate = new();
    private readonly List<string> faults = [];

    public int Kills { get; set; }
    public int KillsWhileStarting { get; set; }
    public int KillsInACall { get; set; }
    public int KillsOnNewDatabases { get; set; }
    public int RoundsOfTwo { get; set; }
    public int Terminations { get; set; }
    public int Drained { get; set; }
    public int Orders { get; set; }
    public int Permits { get; set; }
    public int Received { get; set; }
    public int Accepted { get; set; }
    public int UnknownByDeath { get; set; }
    public int UnknownByLease { get; set; }
    public int TakenForDead { get; set; }
    public int DoubleSends { get; set; }
    public int Unclassified { get; set; }
    public int LostVoidCodes { get; set; }
    public int AuditFaults { get; set; }
    public TimeSpan Took { get; set; }

    /// <summary>When each process was killed.</summary>
    public ConcurrentDictionary<int, DateTimeOffset> Deaths { get; } = new();

    public IReadOnlyList<string> Faults
    {
        get
        {
            lock (gate)
            {
                return [.. faults];
            }
        }
    }

    public void Add(string fault)
    {
        lock (gate)
        {
            faults.Add(fault);
        }
    }

    public string LastLine => string.Create(
        CultureInfo.InvariantCulture,
        $"kills {Kills} (while starting {KillsWhileStarting}, on a new database {KillsOnNewDatabases}, in a call {KillsInACall}; rounds of two desks {RoundsOfTwo}), "
        + $"terminations drained {Drained} of {Terminations}, orders {Orders}, permits {Permits}, void.do received {Received}, accepted {Accepted}, "
        + $"unknown by death {UnknownByDeath}, by lease {UnknownByLease}, living taken for dead {TakenForDead}, double sends {DoubleSends}, unclassified {Unclassified}, "
        + $"lost void codes {LostVoidCodes}, audit faults {AuditFaults}, other faults {Faults.Count - DoubleSends - Unclassified - LostVoidCodes - AuditFaults - TakenForDead}, "
        + $"seconds {Took.TotalSeconds:0}");
}
