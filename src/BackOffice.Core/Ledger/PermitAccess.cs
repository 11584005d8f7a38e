using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Ledger;

/// <summary>How use cases find the permit that they change.</summary>
internal static class PermitAccess
{
    private static readonly PreparedQuery<Func<BackOfficeDb, Guid, CancellationToken, Task<Attempt>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, Guid id, CancellationToken cancellationToken) => db.Set<Attempt>().AsTracking().Single(a => a.Id == id)));

    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<Attempt?>>> LiveOf = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long caseId, CancellationToken cancellationToken) => db.Set<Attempt>().AsTracking().SingleOrDefault(a => a.CaseId == caseId && a.IsLive)));

    public static Task<Attempt> PermitAsync(this Change change, Guid id, CancellationToken cancellationToken) =>
        ById.For(change.Db)(change.Db, id, cancellationToken);

    /// <summary>The one permit of a case that is not done with, or null.</summary>
    public static Task<Attempt?> LivePermitAsync(this Change change, long caseId, CancellationToken cancellationToken) =>
        LiveOf.For(change.Db)(change.Db, caseId, cancellationToken);
}
