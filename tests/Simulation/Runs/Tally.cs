using BackOffice.Core.Cases;
using Simulation.Judging;

namespace Simulation.Runs;

/// <summary>What was seen over many schedules.</summary>
internal sealed class Tally
{
    private readonly List<(CaseState From, string Kind, CaseState To)> saving = [];

    public long Schedules { get; set; }

    public HashSet<ulong> Distinct { get; } = [];

    /// <summary>Of the first few schedules, by their index.</summary>
    public Dictionary<long, ulong> FirstPrints { get; } = [];

    public HashSet<(CaseState From, string Kind, CaseState To)> Transitions { get; } = [];

    public long Calls { get; set; }

    /// <summary>Submissions that left the house, by their call.</summary>
    public Dictionary<string, long> Sends { get; } = new(StringComparer.Ordinal);

    /// <summary>Places between two statements that a fibre passed or stopped at.</summary>
    public long Points { get; set; }

    public long Accepted { get; set; }

    public long Crashes { get; set; }

    public long Faults { get; set; }

    public long Restores { get; set; }

    /// <summary>Money given back a second time after a person had decided, against the odds, that the first never arrived: a decision, not a proof.</summary>
    public long SecondsByDecision { get; set; }

    public List<Finding> Findings { get; } = [];

    /// <summary>About to be saved: it counts once its transaction is committed. One writes at a time.</summary>
    public void Saving(CaseState from, string kind, CaseState to) => saving.Add((from, kind, to));

    /// <summary>A transaction begins; what the one before it had saved and not committed is gone.</summary>
    public void Began() => saving.Clear();

    public void Committed()
    {
        Transitions.UnionWith(saving);
        saving.Clear();
    }

    public void Sent(string call) => Sends[call] = Sends.GetValueOrDefault(call) + 1;

    public void Add(Tally other)
    {
        Schedules += other.Schedules;
        Distinct.UnionWith(other.Distinct);
        Transitions.UnionWith(other.Transitions);
        Calls += other.Calls;
        foreach (var (call, count) in other.Sends)
        {
            Sends[call] = Sends.GetValueOrDefault(call) + count;
        }

        Points += other.Points;
        Accepted += other.Accepted;
        Crashes += other.Crashes;
        Faults += other.Faults;
        Restores += other.Restores;
        SecondsByDecision += other.SecondsByDecision;
        Findings.AddRange(other.Findings);
        foreach (var (index, print) in other.FirstPrints)
        {
            FirstPrints.Add(index, print);
        }
    }
}
