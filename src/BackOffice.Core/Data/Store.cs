using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BackOffice.Core.Data;

/// <summary>
/// The one door through which anything is changed: one transaction in which the right is asked, the change made, its timeline and audit
/// lines written, and all of it committed or none. Open screens are told after the commit.
/// </summary>
public sealed class Store(IDbContextFactory<BackOfficeDb> databases, TimeProvider clock, CaseChanges caseChanges, ILogger<Store> logger)
{
    private static readonly PreparedQuery<Func<BackOfficeDb, CancellationToken, Task<Link?>>> Head = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, CancellationToken cancellationToken) => db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence)
            .Select(e => new Link(e.Sequence, e.Hash)).FirstOrDefault()));

    /// <summary>A change by a person who must hold <paramref name="needed"/> at this moment.</summary>
    /// <returns>What <paramref name="work"/> returns; a refusal rolls everything back.</returns>
    public Task<Outcome<T>> ChangeAsync<T>(
        Actor actor, Permission needed, Func<Change, StaffRights, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull =>
        RunAsync<T>(actor, async change =>
        {
            var demanded = await AccessCheck.DemandAsync(change.Db, actor, needed, cancellationToken);
            if (demanded.IsDone(out var rights, out var refusal))
            {
                return await work(change, rights);
            }

            DataLog.PermissionRefused(logger, actor.Id, needed);
            return refusal;
        }, cancellationToken);

    /// <summary>A change by a person of how they sign in themselves: it needs an account that is in use, and no right.</summary>
    /// <param name="db">The caller's own: what is saved on it meanwhile is committed with the change or not at all.</param>
    internal Task<Outcome<T>> ChangeOwnAsync<T>(BackOfficeDb db, Actor actor, Func<Change, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull =>
        RunAsync<T>(db, actor, async change =>
        {
            var rights = await AccessCheck.RightsOfAsync(change.Db, actor.Id, cancellationToken);
            return rights is { IsActive: true } ? await work(change) : AccessRefusals.AccountDisabled;
        }, cancellationToken);

    /// <summary>A change by the program itself: what it read, or what a person permitted before.</summary>
    public Task<Outcome<T>> ChangeAsWorkerAsync<T>(Func<Change, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull =>
        RunAsync(Actor.Worker, work, cancellationToken);

    /// <summary>A read by a person who must hold <paramref name="needed"/> at this moment.</summary>
    public async Task<Outcome<T>> ReadAsync<T>(
        Actor actor, Permission needed, Func<BackOfficeDb, StaffRights, Task<Outcome<T>>> read, CancellationToken cancellationToken)
        where T : notnull
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var demanded = await AccessCheck.DemandAsync(db, actor, needed, cancellationToken);
        return demanded.IsDone(out var rights, out var refusal) ? await read(db, rights) : refusal;
    }

    /// <summary>A read by the program itself.</summary>
    public async Task<T> ReadAsWorkerAsync<T>(Func<BackOfficeDb, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }

    private async Task<Outcome<T>> RunAsync<T>(Actor actor, Func<Change, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await RunAsync(db, actor, work, cancellationToken);
    }

    private async Task<Outcome<T>> RunAsync<T>(BackOfficeDb db, Actor actor, Func<Change, Task<Outcome<T>>> work, CancellationToken cancellationToken)
        where T : notnull
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var change = new Change(db, actor, clock.GetUtcNow());
        try
        {
            var outcome = await work(change);
            if (!outcome.IsDone(out _, out _))
            {
                return outcome;
            }

            await WriteAuditAsync(change, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            caseChanges.Notify(change.TouchedCases);
            return outcome;
        }
        catch (DbUpdateException conflict) when (DatabaseConflicts.Refusal(conflict) is { } refusal)
        {
            DataLog.ConflictRefused(logger, refusal.Name);
            return refusal;
        }
    }

    private static async Task WriteAuditAsync(Change change, CancellationToken cancellationToken)
    {
        if (change.AuditLines.Count == 0)
        {
            return;
        }

        var head = await Head.For(change.Db)(change.Db, cancellationToken);
        var (sequence, previous) = (head?.Sequence ?? 0, head?.Hash ?? AuditChain.Start);
        foreach (var (action, subject, detail) in change.AuditLines)
        {
            var next = sequence + 1;
            var hash = AuditChain.HashOf(previous, next, change.Now, change.Actor.Id, change.Actor.Name, action, subject, detail);
            change.Db.Add(new AuditEntry
            {
                Sequence = next, At = change.Now, ActorId = change.Actor.Id, ActorName = change.Actor.Name,
                Action = action, Subject = subject, Detail = detail, PreviousHash = previous, Hash = hash,
            });
            (sequence, previous) = (next, hash);
        }
    }

    /// <summary>The trail's last line, as far as the next one needs it.</summary>
    private sealed record Link(long Sequence, string Hash);
}
