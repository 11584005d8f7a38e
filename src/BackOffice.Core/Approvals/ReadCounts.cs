using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <param name="ToApprove">Waiting requests that the reader may decide on.</param>
/// <param name="ClosingSoon">Unsent cases whose last safe moment is less than fifteen minutes away.</param>
public sealed record DeskCounts(int ToApprove, int Unknown, int ClosingSoon);

/// <summary>The numbers in the frame.</summary>
public sealed class ReadCounts(Store store, TimeProvider clock)
{
    public Task<Outcome<DeskCounts>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<DeskCounts>(actor, Permission.ViewCases, async (db, rights) =>
        {
            var now = clock.GetUtcNow();
            var margin = (await db.DeskAsync(cancellationToken)).SafetyMargin;
            var until = now + margin + TimeSpan.FromMinutes(15);
            var safe = now + margin;
            var unknown = await db.Set<Case>().CountAsync(c => c.State == CaseState.OutcomeUnknown || (c.IsOpen && c.Flag != null), cancellationToken);
            var closing = await db.Set<Case>().CountAsync(
                c => (c.State == CaseState.Open || c.State == CaseState.Quoted || c.State == CaseState.AwaitingApproval || c.State == CaseState.Queued)
                    && c.DeadlineAt != null && c.DeadlineAt > safe && c.DeadlineAt < until, cancellationToken);
            var waiting = rights.May(Permission.DecideApprovals)
                ? await db.Set<ApprovalRequest>().Include(r => r.Votes).Where(r => r.State == ApprovalState.Waiting).ToListAsync(cancellationToken)
                : [];
            return new DeskCounts(waiting.Count(r => ApprovalRules.WhyNot(rights, ReadApprovalQueue.FactsOf(r)) is null), unknown, closing);
        }, cancellationToken);
}
