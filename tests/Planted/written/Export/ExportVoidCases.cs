using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Export;

/// <summary>
/// Gives void cases out as a file. Asks for the right, puts <c>export.started</c> on the trail, and only then hands the file over for writing;
/// what became of it follows on the trail as <c>export.finished</c> or <c>export.cut-off</c>.
/// </summary>
public sealed class ExportVoidCases(Store store, TimeProvider clock, ILogger<ExportVoidCases> logger)
{
    public Task<Outcome<VoidCaseFile>> ExecuteAsync(Actor actor, VoidReportFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return store.ChangeAsync<VoidCaseFile>(actor, Permission.ExportCases, async (change, rights) =>
        {
            // Cases opened while the file is being written are not part of it.
            var newest = await change.Db.Set<Case>().MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;
            var seesNames = rights.May(Permission.SeePersonalData);
            change.Audit("export.started", SubjectOf(id), new { filter = filter.ForTrail(), names = seesNames ? "full" : "masked" });
            return new VoidCaseFile(store, logger, actor, filter, new ExportRun(id, now, newest, seesNames));
        }, cancellationToken);
    }

    internal static string SubjectOf(Guid id) => "export:" + id.ToString("N");
}

/// <param name="NewestCase">No case with a higher id is in the file.</param>
internal sealed record ExportRun(Guid Id, DateTimeOffset StartedAt, long NewestCase, bool SeesNames);
