using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Audit;

/// <summary>What the trail is narrowed to; every part optional.</summary>
public sealed record AuditFilter
{
    public Guid? ActorId { get; init; }

    /// <summary>The verb or its beginning: <c>approval.</c> finds everything about approvals.</summary>
    public string? Action { get; init; }

    /// <summary>The subject or its beginning; a bare case number stands for its case.</summary>
    public string? Subject { get; init; }

    internal string? SubjectStart =>
        string.IsNullOrWhiteSpace(Subject) ? null : CaseNumber.Read(Subject) is { } number ? "case:" + number : Subject.Trim();
}

/// <param name="Older">Key for the next older page, or null at the end.</param>
/// <param name="Newer">Key for the page before, or null on the first.</param>
/// <param name="Actors">Who may stand on a line, for narrowing: the program itself and everybody who has an account.</param>
/// <param name="Actions">Every verb on the trail.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditEntry> Lines, long? Older, long? Newer, IReadOnlyList<Actor> Actors, IReadOnlyList<string> Actions);

/// <summary>The trail, newest first, paged by the lines' own numbers.</summary>
public sealed class ReadAudit(Store store)
{
    public const int PageSize = 50;

    /// <param name="olderThan">The key of the page to show; null for the newest.</param>
    public Task<Outcome<AuditPage>> ExecuteAsync(Actor actor, AuditFilter filter, long? olderThan, CancellationToken cancellationToken) =>
        store.ReadAsync<AuditPage>(actor, Permission.ViewAudit, async (db, _) =>
        {
            var all = Narrow(db.Set<AuditEntry>(), filter);
            var page = olderThan is { } key ? all.Where(e => e.Sequence < key) : all;
            var lines = await page.OrderByDescending(e => e.Sequence).Take(PageSize + 1).ToListAsync(cancellationToken);
            long? newer = null;
            if (olderThan is { } from)
            {
                var before = await all.Where(e => e.Sequence >= from).OrderBy(e => e.Sequence).Take(PageSize).Select(e => e.Sequence).ToListAsync(cancellationToken);
                newer = before.Count == 0 ? null : before[^1] + 1;
            }

            var people = await db.Users.OrderBy(u => u.DisplayName).Select(u => new Actor(u.Id, u.DisplayName)).ToListAsync(cancellationToken);
            var actions = await db.Set<AuditEntry>().Select(e => e.Action).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
            var older = lines.Count > PageSize ? lines[PageSize - 1].Sequence : (long?)null;
            return new AuditPage([.. lines.Take(PageSize)], older, newer, [Actor.Worker, .. people], actions);
        }, cancellationToken);

    private static IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> lines, AuditFilter filter)
    {
        lines = filter.ActorId is { } actor ? lines.Where(e => e.ActorId == actor) : lines;

        if (string.IsNullOrWhiteSpace(filter.Action) is false && filter.Action.Trim() is var action)
        {
            var end = TextStart.EndOf(action);
            lines = lines.Where(e => string.Compare(e.Action, action) >= 0 && string.Compare(e.Action, end) < 0);
        }

        if (filter.SubjectStart is { } subject)
        {
            var end = TextStart.EndOf(subject);
            lines = lines.Where(e => string.Compare(e.Subject, subject) >= 0 && string.Compare(e.Subject, end) < 0);
        }

        return lines;
    }
}
