using BackOffice.Core.Cases;

namespace BackOffice.Core.Export;

/// <summary>Where a read by key goes on: right after the case that was opened at this instant with this id.</summary>
internal sealed record CaseKey(DateTimeOffset OpenedAt, long Id)
{
    /// <summary>Oldest first; served by the index over both columns, so that the last page costs what the first does.</summary>
    public static IQueryable<Case> Page(IQueryable<Case> cases, CaseKey? after, int size)
    {
        if (after is var (openedAt, id))
        {
            // The first condition looks superfluous; it is what lets the database enter the index at the key.
            cases = cases.Where(c => c.OpenedAt >= openedAt && (c.OpenedAt > openedAt || c.Id > id));
        }

        return cases.OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Take(size);
    }
}
