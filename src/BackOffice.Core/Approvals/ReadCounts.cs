using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <param name="ToApprove">Waiting requests that the reader may decide on.</param>
/// <param name="ClosingSoon">Unsent cases whose last safe moment is near: <see cref="LineBands.UrgentBelow"/>.</param>
/// <param name="PromisesPast">Open cases whose customer was promised a day that has passed.</param>
/// <param name="NextTurn">When time alone changes <paramref name="ClosingSoon"/> or <paramref name="PromisesPast"/>; null where it does not.</param>
public sealed record DeskCounts(int ToApprove, int Unknown, int ClosingSoon, int PromisesPast, DateTimeOffset? NextTurn);

/// <summary>The numbers in the frame.</summary>
public sealed class ReadCounts(Store store, TimeProvider clock)
{
    public Task<Outcome<DeskCounts>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<DeskCounts>(actor, Permission.ViewCases, async (db, rights) =>
        {
            var now = clock.GetUtcNow();
            var margin = (await db.DeskAsync(cancellationToken)).SafetyMargin;
            var until = now + margin + LineBands.UrgentBelow;
            var safe = now + margin;
            var unknown = await db.Set<Case>().CountAsync(c => c.State == CaseState.OutcomeUnknown || (c.IsOpen && c.Flag != null), cancellationToken);
            var unsent = db.Set<Case>().Where(
                c => (c.State == CaseState.Open || c.State == CaseState.Quoted || c.State == CaseState.AwaitingApproval || c.State == CaseState.Queued)
                    && c.DeadlineAt != null && c.DeadlineAt > safe);
            var closing = await unsent.Where(c => c.DeadlineAt < until).OrderBy(c => c.DeadlineAt).Select(c => c.DeadlineAt!.Value).ToListAsync(cancellationToken);
            var later = await unsent.Where(c => c.DeadlineAt >= until).OrderBy(c => c.DeadlineAt).Select(c => c.DeadlineAt).FirstOrDefaultAsync(cancellationToken);
            var promised = db.Set<Case>().Where(c => c.IsOpen && c.PromisedOn != null);
            var today = PromiseRules.Today(now);
            var past = await promised.CountAsync(c => c.PromisedOn < today, cancellationToken);
            var due = await promised.Where(c => c.PromisedOn >= today).MinAsync(c => c.PromisedOn, cancellationToken);
            DateTimeOffset?[] turns = [.. closing.Take(1).Select(at => (DateTimeOffset?)(at - margin)), later - margin - LineBands.UrgentBelow, PromiseRules.PastFrom(due)];
            var waiting = rights.May(Permission.DecideApprovals)
                ? await db.Set<ApprovalRequest>().Include(r => r.Votes).Where(r => r.State == ApprovalState.Waiting).ToListAsync(cancellationToken)
                : [];
            return new DeskCounts(waiting.Count(r => ApprovalRules.WhyNot(rights, ApprovalFacts.Of(r)) is null), unknown, closing.Count, past, turns.Min());
        }, cancellationToken);
}
