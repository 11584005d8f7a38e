using BackOffice.Core.Access;

namespace Hostile;

/// <summary>
/// Which differences the people who were there were allowed to make. Everybody else's, and everything that is listed nowhere, is a finding.
/// </summary>
/// <param name="agent">The attacking agent: may work on cases, may not take those of people whose accounts are in use, decide, send or change the house.</param>
/// <param name="rights">What those may do who were there.</param>
internal sealed class Judge(Guid agent, IReadOnlyDictionary<Guid, IReadOnlySet<Permission>> rights)
{
    /// <summary>What anybody may do who holds the right.</summary>
    private static readonly Dictionary<string, Permission> Reading = new(StringComparer.Ordinal)
    {
        ["order.viewed"] = Permission.LookUpOrders,
        ["export.started"] = Permission.ExportCases,
        ["export.finished"] = Permission.ExportCases,
        ["export.cut-off"] = Permission.ExportCases,
    };

    private static readonly HashSet<string> AgentActions = new(StringComparer.Ordinal)
    {
        "case.opened", "case.withdrawn", "note.added", "note.struck", "approval.asked", "request.withdrawn", "approval.withdrawn", "approval.stale",
    };

    private static readonly HashSet<string> AgentLines = new(StringComparer.Ordinal)
    {
        "opened", "quoted", "quote-refused", "approval-asked", "request-withdrawn", "withdrawn",
    };

    private static readonly HashSet<string> WorkerActions = new(StringComparer.Ordinal) { "approval.expired" };

    private static readonly HashSet<string> WorkerLines = new(StringComparer.Ordinal) { "nothing-found", "request-expired" };

    /// <summary>Kept by the reconciling worker, whoever is looking.</summary>
    private static readonly HashSet<string> WorkerColumns = new(StringComparer.Ordinal) { "Asks", "LastAskedAt", "NextAskAt", "ClearNothings", "Version", "ChangedAt" };

    /// <summary>Kept by signing in, rightly or wrongly.</summary>
    private static readonly HashSet<string> SignInColumns = new(StringComparer.Ordinal) { "AccessFailedCount", "LockoutEnd", "ConcurrencyStamp" };

    /// <summary>States that an agent without a limit can bring a case to.</summary>
    private static readonly HashSet<string> BeforeSending = new(StringComparer.Ordinal) { "open", "quoted", "awaiting-approval", "withdrawn" };

    private static readonly HashSet<string> EndsOfRequests = new(StringComparer.Ordinal) { "withdrawn", "stale", "expired" };

    public IReadOnlyList<Difference> Unauthorised(IEnumerable<Difference> differences)
    {
        var all = differences.ToList();
        var touched = all.Where(d => d.Table == "Timeline" && d.After is not null).Select(d => d.After!["CaseId"]).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(d => !IsAllowed(d, touched))];
    }

    /// <summary>How many lines of the trail tell of what people did and were allowed to do.</summary>
    public int Acts(IEnumerable<Difference> differences) =>
        differences.Count(d => d is { Table: "Audit", Before: null, After: { } line } && ActorOf(line) != Guid.Empty && IsAllowedAct(ActorOf(line), line["Action"]));

    private bool IsAllowed(Difference difference, HashSet<string> touched) => difference switch
    {
        { After: null } => false,
        { Table: "AspNetUsers", Before: not null } => difference.Columns.All(SignInColumns.Contains),
        { Table: "Audit", Before: null, After: var line } => IsAllowedAct(ActorOf(line), line["Action"]),
        { Table: "Timeline", Before: null, After: var line } => IsAllowedLine(ActorOf(line), line["Kind"]),
        { Table: "Notes", Before: null, After: var note } => Guid.Parse(note["AuthorId"]) == agent,
        { Table: "Notes", After: var note } => Guid.Parse(note["AuthorId"]) == agent && note["StruckAt"].Length > 0,
        { Table: "Quotes", Before: null, After: var quote } => quote["QuotedByName"] == Cast.Agent.Name,
        { Table: "Approvals", Before: null, After: var request } => Guid.Parse(request["RequestedById"]) == agent && (request["State"] == "waiting" || EndsOfRequests.Contains(request["State"])),
        { Table: "Approvals", Before: var was, After: var now } => was["State"] == "waiting" && EndsOfRequests.Contains(now["State"]),
        { Table: "Cases", Before: null, After: var opened } => Guid.Parse(opened["OpenedById"]) == agent && BeforeSending.Contains(opened["State"]),
        { Table: "Cases", Before: var was, After: var now } =>
            difference.Columns.All(WorkerColumns.Contains) || (touched.Contains(now["Id"]) && BeforeSending.Contains(was["State"]) && BeforeSending.Contains(now["State"])),
        _ => false,
    };

    private bool IsAllowedAct(Guid actor, string action) =>
        actor == Guid.Empty ? WorkerActions.Contains(action)
        : Reading.TryGetValue(action, out var needed) ? rights.TryGetValue(actor, out var held) && held.Contains(needed)
        : actor == agent && AgentActions.Contains(action);

    private bool IsAllowedLine(Guid actor, string kind) => actor == agent ? AgentLines.Contains(kind) : actor == Guid.Empty && WorkerLines.Contains(kind);

    private static Guid ActorOf(Row line) => Guid.Parse(line["ActorId"]);
}
