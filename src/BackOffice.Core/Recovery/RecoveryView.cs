using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Recovery;

/// <summary>How far the newest recovery of this database is; numbers and instants only.</summary>
/// <param name="Origin">One of <see cref="RestoreOrigins"/>.</param>
/// <param name="TakenAt">What the restored data is known to be true for.</param>
/// <param name="Waiting">Open cases without an answer that counts.</param>
/// <param name="Silent">Of them, those whose last question had no answer.</param>
/// <param name="Found">Cases whose void was found, which the restored data did not know of.</param>
/// <param name="StrayNotices">Notices of Atlas since <paramref name="TakenAt"/> about orders that have no case here: cases may be missing.</param>
public sealed record RecoveryView(
    string Origin, DateTimeOffset TakenAt, DateTimeOffset? StartedAt, DateTimeOffset? QuietUntil, DateTimeOffset? EndedAt,
    int Waiting, int Silent, int Found, int StrayNotices)
{
    /// <summary>No send before it: the quiet period's end, or that of this process's own watch of it.</summary>
    public DateTimeOffset? Earliest { get; init; } = QuietUntil;

    public bool IsRunning => EndedAt is null;

    /// <summary>Of the newest mark, or null where this database was never restored.</summary>
    internal static async Task<RecoveryView?> ReadAsync(BackOfficeDb db, CancellationToken cancellationToken)
    {
        var mark = await db.Set<RestoreMark>().AsNoTracking().OrderByDescending(m => m.Id).FirstOrDefaultAsync(cancellationToken);
        if (mark is null)
        {
            return null;
        }

        var asked = db.Set<RecoveryQuestion>().Where(q => q.MarkId == mark.Id);
        var isRunning = mark.EndedAt is null;
        return new RecoveryView(
            mark.Origin, mark.TakenAt, mark.StartedAt, mark.QuietUntil, mark.EndedAt,
            isRunning ? await db.Waiting(mark).CountAsync(cancellationToken) : 0,
            isRunning ? await db.Waiting(mark).CountAsync(c => asked.Any(q => q.CaseId == c.Id && (q.AnsweredAt == null || q.AnsweredAt < q.LastAskedAt)), cancellationToken) : 0,
            await asked.CountAsync(q => q.HasFound, cancellationToken),
            await db.Set<Notice>().CountAsync(n => (n.Result == "unknown-order" || n.Result == "other-number") && n.LastReceivedAt >= mark.TakenAt, cancellationToken));
    }
}

internal static class RecoveryQueries
{
    private static readonly PreparedQuery<Func<BackOfficeDb, CancellationToken, Task<RestoreMark?>>> RunningMark = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, CancellationToken cancellationToken) => db.Set<RestoreMark>().AsTracking().Where(m => m.EndedAt == null).OrderByDescending(m => m.Id).FirstOrDefault()));

    /// <summary>Cases that hold the recovery up: every open one that has no answer that counts, whenever it was opened.</summary>
    public static IQueryable<Case> Waiting(this BackOfficeDb db, RestoreMark mark) =>
        db.Set<Case>().Where(c => c.IsOpen && !db.Set<RecoveryQuestion>().Any(q => q.MarkId == mark.Id && q.CaseId == c.Id && q.AnsweredAt != null && q.AnsweredAt >= mark.QuietUntil));

    /// <summary>The mark that matters while several are unfinished: a copy of a database that was itself being recovered carries two.</summary>
    public static Task<RestoreMark?> RunningMarkAsync(this BackOfficeDb db, CancellationToken cancellationToken) =>
        RunningMark.For(db)(db, cancellationToken);
}
