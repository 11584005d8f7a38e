using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Cases;

/// <summary>What the list is narrowed to; every part optional, all of them in the address of the page.</summary>
public sealed record CaseFilter
{
    /// <summary>Start of a case number, an order number or a locator; case does not matter.</summary>
    public string? Text { get; init; }
    public CaseKind? Kind { get; init; }
    public IReadOnlyList<CaseState> States { get; init; } = [];
    public string? Airline { get; init; }
    public bool OnlyMine { get; init; }
    public bool OnlyOpen { get; init; }

    /// <summary>UTC, inclusive.</summary>
    public DateTimeOffset? OpenedFrom { get; init; }

    /// <summary>UTC, exclusive.</summary>
    public DateTimeOffset? OpenedBefore { get; init; }
}

/// <param name="Older">Key for the next older page, or null at the end.</param>
/// <param name="Newer">Key for the page before, or null on the first.</param>
/// <param name="Margin">How long before a deadline it is too late to be safe.</param>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, long? Older, long? Newer, int Total, TimeSpan Margin);

/// <summary>Cases, newest first, paged by key: the last page costs what the first does.</summary>
public sealed class ListCases(Store store)
{
    public const int PageSize = 50;

    /// <param name="olderThan">The key of the page to show; null for the newest.</param>
    public Task<Outcome<CasePage>> ExecuteAsync(Actor actor, CaseFilter filter, long? olderThan, CancellationToken cancellationToken) =>
        store.ReadAsync<CasePage>(actor, Permission.ViewCases, async (db, _) =>
        {
            var all = Narrow(db.Set<Case>(), filter, actor.Id);
            var total = await all.CountAsync(cancellationToken);
            var page = olderThan is { } key ? all.Where(c => c.Id < key) : all;
            var rows = await page.OrderByDescending(c => c.Id).Take(PageSize + 1).Select(CaseRow.Projection).ToListAsync(cancellationToken);
            long? newer = null;
            if (olderThan is { } from)
            {
                var before = await all.Where(c => c.Id >= from).OrderBy(c => c.Id).Take(PageSize).Select(c => c.Id).ToListAsync(cancellationToken);
                newer = before.Count == 0 ? null : before[^1] + 1;
            }

            var older = rows.Count > PageSize ? rows[PageSize - 1].Id : (long?)null;
            return new CasePage([.. rows.Take(PageSize)], older, newer, total, (await db.DeskAsync(cancellationToken)).SafetyMargin);
        }, cancellationToken);

    internal static IQueryable<Case> Narrow(IQueryable<Case> cases, CaseFilter filter, Guid me)
    {
        if (filter.Text?.Trim().ToUpperInvariant() is { Length: > 0 } text)
        {
            var found = Beginning(cases, text);
            cases = cases.Where(c => found.Contains(c.Id));
        }

        if (filter.Kind is { } kind)
        {
            cases = cases.Where(c => c.Kind == kind);
        }

        if (filter.States.Count > 0)
        {
            var states = filter.States;
            cases = cases.Where(c => states.Contains(c.State));
        }

        if (filter.Airline?.Trim().ToUpperInvariant() is { Length: > 0 } airline)
        {
            cases = cases.Where(c => c.Airline == airline);
        }

        cases = filter.OnlyMine ? cases.Where(c => c.OwnerId == me) : cases;
        cases = filter.OnlyOpen ? cases.Where(c => c.IsOpen) : cases;
        cases = filter.OpenedFrom is { } from ? cases.Where(c => c.OpenedAt >= from) : cases;
        return filter.OpenedBefore is { } before ? cases.Where(c => c.OpenedAt < before) : cases;
    }

    /// <summary>One index serves each of them. Joined by "or" in one condition they would be left for a walk through all cases, newest first.</summary>
    private static IQueryable<long> Beginning(IQueryable<Case> cases, string text)
    {
        var end = TextStart.EndOf(text);
        return cases.Where(c => string.Compare(c.Number, text) >= 0 && string.Compare(c.Number, end) < 0).Select(c => c.Id)
            .Concat(cases.Where(c => string.Compare(c.OrderNo, text) >= 0 && string.Compare(c.OrderNo, end) < 0).Select(c => c.Id))
            .Concat(cases.Where(c => string.Compare(c.AirlinePnr, text) >= 0 && string.Compare(c.AirlinePnr, end) < 0).Select(c => c.Id))
            .Concat(cases.Where(c => c.PartnerRef == text).Select(c => c.Id));
    }
}
