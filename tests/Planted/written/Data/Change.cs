using System.Text.Json;
using BackOffice.Core.Access;

namespace BackOffice.Core.Data;

/// <summary>One unit of work: the context inside its transaction, who acts, when, and the audit lines that will be saved with it.</summary>
public sealed class Change(BackOfficeDb db, Actor actor, DateTimeOffset now)
{
    private readonly List<(string Action, string Subject, string Detail)> auditLines = [];
    private readonly HashSet<long> touchedCases = [];

    public BackOfficeDb Db { get; } = db;

    public Actor Actor { get; } = actor;

    /// <summary>UTC, whole milliseconds, as stored.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());

    internal IReadOnlyList<(string Action, string Subject, string Detail)> AuditLines => auditLines;

    internal IReadOnlyCollection<long> TouchedCases => touchedCases;

    /// <summary>Adds a line to the trail, saved with the change or not at all.</summary>
    /// <param name="detail">Codes, amounts and ids only: the trail outlives the right to hold personal data.</param>
    public void Audit(string action, string subject, object? detail = null) =>
        auditLines.Add((action, subject, detail is null ? "{}" : JsonSerializer.Serialize(detail, JsonSerializerOptions.Web)));

    /// <summary>Screens that show this case are told after the commit.</summary>
    public void Touch(long caseId) => touchedCases.Add(caseId);
}
