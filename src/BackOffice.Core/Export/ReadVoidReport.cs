using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Export;

/// <param name="Zone">Whose days the bars count.</param>
public sealed record ReadVoidReportInput(VoidReportFilter Filter, TimeZoneInfo Zone);

/// <summary>Totals, counts and bars over void cases. Read by key in pages, added up here: the database cannot add texts of several currencies.</summary>
public sealed class ReadVoidReport(Store store, TimeProvider clock)
{
    public const int MostRows = 50;
    private const int PageSize = 1000;

    public Task<Outcome<VoidReport>> ExecuteAsync(Actor actor, ReadVoidReportInput input, CancellationToken cancellationToken) =>
        store.ReadAsync<VoidReport>(actor, Permission.ViewReports, async (db, rights) =>
        {
            var wanted = input.Filter.Narrow(db.Set<Case>());
            var tally = await TallyAsync(db, wanted, input.Zone, cancellationToken);
            var (step, bars) = tally.Bars(DayOf(input.Filter.OpenedFrom, input.Zone), LastDay(input));
            var differences = await DifferencesAsync(db, wanted, cancellationToken);
            return new VoidReport
            {
                Count = tally.Count, Totals = tally.Totals, States = tally.States, Airlines = tally.Airlines, Step = step, Bars = bars,
                Newest = await wanted.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Take(MostRows).Select(CaseRow.Projection).ToListAsync(cancellationToken),
                Differences = [.. differences.Take(MostRows)], HasMoreDifferences = differences.Count > MostRows,
                Owners = await db.Users.Where(u => db.Set<Case>().Any(c => c.OwnerId == u.Id)).OrderBy(u => u.DisplayName)
                    .Select(u => new ReportOwner(u.Id, u.DisplayName)).ToListAsync(cancellationToken),
                WhyNoExport = rights.May(Permission.ExportCases) ? null : AccessRefusals.NotAllowed.With(nameof(Permission.ExportCases)),
            };
        }, cancellationToken);

    /// <summary>Legs can differ only where a customer was to be paid. Read on until there is one more than is shown.</summary>
    private static async Task<IReadOnlyList<CaseLegs>> DifferencesAsync(BackOfficeDb db, IQueryable<Case> wanted, CancellationToken cancellationToken)
    {
        var found = new List<CaseLegs>();
        var below = long.MaxValue;
        while (found.Count <= MostRows)
        {
            var page = await wanted.Where(c => c.Id < below && db.Set<Case>().Any(k => k.SupplierCaseId == c.Id)).OrderByDescending(c => c.Id).Take(PageSize).ToListAsync(cancellationToken);
            var legs = await CaseLegs.ReadAsync(db, page, cancellationToken);
            found.AddRange(page.Select(c => legs[c.Id]).Where(l => l.Verdict is LegsVerdict.CustomerOnly or LegsVerdict.Mismatch));
            if (page.Count < PageSize)
            {
                break;
            }

            below = page[^1].Id;
        }

        return found;
    }

    private static async Task<ReportTally> TallyAsync(BackOfficeDb db, IQueryable<Case> wanted, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        var tally = new ReportTally(zone);
        CaseKey? key = null;
        do
        {
            var page = await CaseKey.Page(wanted, key, PageSize)
                .Select(c => new TalliedCase(c.Id, c.QuoteId, c.OpenedAt, c.State, c.Airline, c.ActualBack, c.AcceptedAt != null, c.Kind)).ToListAsync(cancellationToken);
            var quotes = await SeenQuote.OfAsync(db, [.. page.Select(c => (c.Id, c.QuoteId))], cancellationToken);
            page.ForEach(c => tally.Add(c, quotes.GetValueOrDefault(c.Id)?.Content));
            key = page.Count < PageSize ? null : new CaseKey(page[^1].OpenedAt, page[^1].Id);
        }
        while (key is not null);
        return tally;
    }

    /// <summary>The last day that was asked for, and never one that is still to come.</summary>
    private DateOnly? LastDay(ReadVoidReportInput input)
    {
        var today = DayOf(clock.GetUtcNow(), input.Zone);
        var asked = DayOf(input.Filter.OpenedBefore?.AddMilliseconds(-1), input.Zone);
        return asked is null || asked > today ? today : asked;
    }

    private static DateOnly? DayOf(DateTimeOffset? instant, TimeZoneInfo zone) =>
        instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime) : null;
}
