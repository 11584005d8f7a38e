using BackOffice.Core.Cases;

namespace BackOffice.Core.Export;

/// <summary>Which void cases a report or a file is about. Every part is optional; an empty one leaves nothing out.</summary>
public sealed record VoidReportFilter
{
    /// <summary>UTC, inclusive.</summary>
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>UTC, exclusive.</summary>
    public DateTimeOffset? OpenedBefore { get; init; }
    public IReadOnlyList<CaseState> States { get; init; } = [];

    /// <summary>The carrier's code, upper case.</summary>
    public string? Airline { get; init; }
    public Guid? OwnerId { get; init; }

    internal IQueryable<Case> Narrow(IQueryable<Case> cases)
    {
        cases = OpenedFrom is { } from ? cases.Where(c => c.OpenedAt >= from) : cases;
        cases = OpenedBefore is { } before ? cases.Where(c => c.OpenedAt < before) : cases;
        cases = Airline is { } airline ? cases.Where(c => c.Airline == airline) : cases;
        cases = OwnerId is { } owner ? cases.Where(c => c.OwnerId == owner) : cases;
        if (States.Count > 0)
        {
            var states = States;
            cases = cases.Where(c => states.Contains(c.State));
        }

        return cases;
    }

    /// <summary>The filter as the trail keeps it: instants, words and ids.</summary>
    internal object ForTrail() => new
    {
        openedFrom = OpenedFrom?.UtcDateTime,
        openedBefore = OpenedBefore?.UtcDateTime,
        states = States.Count == 0 ? null : States.Select(CaseStates.TextOf),
        airline = Airline,
        owner = OwnerId,
    };
}
