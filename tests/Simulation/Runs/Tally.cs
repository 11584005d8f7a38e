using BackOffice.Core.Cases;
using Simulation.Judging;

namespace Simulation.Runs;

/// <summary>What was seen over many schedules.</summary>
internal sealed class Tally
{
    public long Schedules { get; set; }

    public HashSet<ulong> Distinct { get; } = [];

    /// <summary>Of the first few schedules, by their index.</summary>
    public Dictionary<long, ulong> FirstPrints { get; } = [];

    public HashSet<(CaseState From, string Kind, CaseState To)> Transitions { get; } = [];

    public long Calls { get; set; }

    public long Sends { get; set; }

    /// <summary>Places between two statements that a fibre passed or stopped at.</summary>
    public long Points { get; set; }

    public long AcceptedVoids { get; set; }

    public long Crashes { get; set; }

    public long Faults { get; set; }

    public long Restores { get; set; }

    /// <summary>A second void after a person had decided, against the odds, that the first never arrived: a decision, not a proof.</summary>
    public long SecondVoidsByDecision { get; set; }

    public List<Finding> Findings { get; } = [];

    public void Add(Tally other)
    {
        Schedules += other.Schedules;
        Distinct.UnionWith(other.Distinct);
        Transitions.UnionWith(other.Transitions);
        Calls += other.Calls;
        Sends += other.Sends;
        Points += other.Points;
        AcceptedVoids += other.AcceptedVoids;
        Crashes += other.Crashes;
        Faults += other.Faults;
        Restores += other.Restores;
        SecondVoidsByDecision += other.SecondVoidsByDecision;
        Findings.AddRange(other.Findings);
        foreach (var (index, print) in other.FirstPrints)
        {
            FirstPrints.Add(index, print);
        }
    }
}
