using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Export;

/// <summary>
/// One file on its way out, written once. Cases are read by key in short reads, so that neither memory nor a lock grows with the file, and the
/// right is asked again before each of them.
/// </summary>
public sealed class VoidCaseFile
{
    /// <summary>How many cases one read takes.</summary>
    public const int PageSize = 500;

    private readonly Store store;
    private readonly ILogger logger;
    private readonly Actor actor;
    private readonly VoidReportFilter filter;
    private readonly ExportRun run;

    internal VoidCaseFile(Store store, ILogger logger, Actor actor, VoidReportFilter filter, ExportRun run) =>
        (this.store, this.logger, this.actor, this.filter, this.run) = (store, logger, actor, filter, run);

    /// <summary>With the instant of its start in UTC: <c>void-cases-20261121T081309Z.csv</c>.</summary>
    public string FileName => "void-cases-" + run.StartedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + ".csv";

    /// <summary>Writes the whole file and puts its end on the trail.</summary>
    /// <returns>False where the right was taken away meanwhile: the file is cut off, and the caller must not let it look complete.</returns>
    public async Task<bool> WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        var (rows, isWhole) = (0L, false);
        try
        {
            await using var csv = CsvForm.Over(output);
            await LineAsync(csv, VoidCaseColumns.All.Select(c => c.Name), cancellationToken);
            CaseKey? key = null;
            do
            {
                if (!(await PageAsync(key, cancellationToken)).IsDone(out var page, out _))
                {
                    return false;
                }

                foreach (var line in page.Lines)
                {
                    await LineAsync(csv, VoidCaseColumns.All.Select(c => c.Cell(line)), cancellationToken);
                    rows++;
                }

                await csv.FlushAsync(cancellationToken);
                key = page.Next;
            }
            while (key is not null);
            isWhole = true;
        }
        finally
        {
            await EndAsync(isWhole, rows);
        }

        return true;
    }

    private static async Task LineAsync(CsvWriter csv, IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        await csv.EndRecordAsync(cancellationToken);
    }

    private Task<Outcome<Page>> PageAsync(CaseKey? after, CancellationToken cancellationToken) =>
        store.ReadAsync<Page>(actor, Permission.ExportCases, async (db, _) =>
        {
            var wanted = filter.Narrow(db.Set<Case>()).Where(c => c.Id <= run.NewestCase);
            var cases = await CaseKey.Page(wanted, after, PageSize).ToListAsync(cancellationToken);
            var ids = cases.ConvertAll(c => c.Id);
            var quotes = await SeenQuote.OfAsync(db, [.. cases.Select(c => (c.Id, c.QuoteId))], cancellationToken);
            var requests = (await db.Set<ApprovalRequest>().Include(r => r.Votes).Where(r => ids.Contains(r.CaseId)).ToListAsync(cancellationToken))
                .GroupBy(r => r.CaseId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Id)!);
            var permits = (await db.Set<Attempt>().Where(a => ids.Contains(a.CaseId)).ToListAsync(cancellationToken))
                .GroupBy(a => a.CaseId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.PlannedAt)!);
            var legs = await CaseLegs.ReadAsync(db, cases, cancellationToken);
            var next = cases.Count < PageSize ? null : new CaseKey(cases[^1].OpenedAt, cases[^1].Id);
            return new Page(
                [.. cases.Select(c => new VoidCaseLine(c, quotes.GetValueOrDefault(c.Id), requests.GetValueOrDefault(c.Id), permits.GetValueOrDefault(c.Id), legs[c.SupplierCaseId ?? c.Id], run.SeesNames))],
                next);
        }, cancellationToken);

    private async Task EndAsync(bool isWhole, long rows)
    {
        var action = isWhole ? "export.finished" : "export.cut-off";
        var subject = ExportVoidCases.SubjectOf(run.Id);
        ExportLog.Ended(logger, run.Id, action, rows);
        var written = await store.ChangeAsync<Done>(actor, Permission.ExportCases, (change, _) =>
        {
            change.Audit(action, subject, new { rows });
            return Task.FromResult<Outcome<Done>>(default(Done));
        }, CancellationToken.None);
        if (!written.IsDone(out _, out _))
        {
            // Somebody who lost the right cannot sign for the end any more; what was given out has to be on the trail all the same.
            await store.ChangeAsWorkerAsync<Done>(change =>
            {
                change.Audit(action, subject, new { rows, by = actor.Id });
                return Task.FromResult<Outcome<Done>>(default(Done));
            }, CancellationToken.None);
        }
    }

    private sealed record Page(IReadOnlyList<VoidCaseLine> Lines, CaseKey? Next);
}
