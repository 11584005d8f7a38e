using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <param name="Quote">What the request is bound to.</param>
/// <param name="WhyNot">Why the reader may not decide on it; null where they may.</param>
public sealed record ApprovalRow(ApprovalRequest Request, CaseRow Case, PartnerQuote Quote, Refusal? WhyNot);

/// <param name="Waiting">Most urgent window first.</param>
/// <param name="Recent">The last twenty that ended.</param>
public sealed record ApprovalQueueView(IReadOnlyList<ApprovalRow> Waiting, IReadOnlyList<ApprovalRow> Recent, DateTimeOffset Now, TimeSpan Margin);

/// <summary>What waits for a yes or a no.</summary>
public sealed class ReadApprovalQueue(Store store, TimeProvider clock)
{
    private const int MostRecent = 20;

    public Task<Outcome<ApprovalQueueView>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<ApprovalQueueView>(actor, Permission.ViewApprovals, async (db, rights) =>
        {
            var requests = db.Set<ApprovalRequest>().Include(r => r.Votes);
            var waiting = await requests.Where(r => r.State == ApprovalState.Waiting).ToListAsync(cancellationToken);
            // Told by when it ended and sorted as the index is: however many have ended, these twenty are all that is read.
            var recent = await requests.Where(r => r.EndedAt != null).OrderByDescending(r => r.EndedAt).ThenByDescending(r => r.Id).Take(MostRecent).ToListAsync(cancellationToken);
            var ids = waiting.Concat(recent).Select(r => r.CaseId).Distinct().ToList();
            var cases = await db.Set<Case>().Where(c => ids.Contains(c.Id)).Select(CaseRow.Projection).ToDictionaryAsync(c => c.Id, cancellationToken);
            var quoteIds = waiting.Concat(recent).Select(r => r.QuoteId).ToList();
            var quotes = await db.Set<CaseQuote>().Where(q => quoteIds.Contains(q.Id)).ToDictionaryAsync(q => q.Id, q => q.Content, cancellationToken);
            ApprovalRow RowOf(ApprovalRequest request) => new(request, cases[request.CaseId], quotes[request.QuoteId], ApprovalRules.WhyNot(rights, ApprovalFacts.Of(request)));
            var margin = (await db.DeskAsync(cancellationToken)).SafetyMargin;
            return new ApprovalQueueView(
                [.. waiting.OrderBy(r => r.EndsAt ?? DateTimeOffset.MaxValue).ThenBy(r => r.Id).Select(RowOf)], [.. recent.Select(RowOf)], clock.GetUtcNow(), margin);
        }, cancellationToken);
}

/// <param name="Frozen">The quote that the request is bound to.</param>
/// <param name="Present">The newest quote on the case; the same row where nothing moved.</param>
/// <param name="Wish">Of a refund: whose tickets, and why.</param>
/// <param name="Attempts">Of a card refund: earlier attempts that may have paid; null where there are none, or nothing waits.</param>
public sealed record ApprovalView(
    ApprovalRequest Request, CaseRow Case, Orders.OrderSnapshot Order, Orders.RefundWish? Wish, CaseQuote Frozen, CaseQuote Present, CardAttempts? Attempts, Refusal? WhyNot,
    DateTimeOffset Now, DeskSettings Desk, StaffRights Rights);

/// <summary>One request with what it was made on.</summary>
public sealed class ReadApproval(Store store, TimeProvider clock)
{
    public Task<Outcome<ApprovalView>> ExecuteAsync(Actor actor, long approvalId, CancellationToken cancellationToken) =>
        store.ReadAsync<ApprovalView>(actor, Permission.ViewApprovals, async (db, rights) =>
        {
            var request = await db.Set<ApprovalRequest>().Include(r => r.Votes).SingleOrDefaultAsync(r => r.Id == approvalId, cancellationToken);
            if (request is null)
            {
                return CasesRefusals.ApprovalUnknown;
            }

            var found = await db.Set<Case>().SingleAsync(c => c.Id == request.CaseId, cancellationToken);
            var frozen = await db.Set<CaseQuote>().SingleAsync(q => q.Id == request.QuoteId, cancellationToken);
            var present = await db.Set<CaseQuote>().Where(q => q.CaseId == found.Id).OrderByDescending(q => q.Id).FirstAsync(cancellationToken);
            var desk = await db.DeskAsync(cancellationToken);
            var whyNot = request.State != ApprovalState.Waiting
                ? CasesRefusals.ApprovalOver.With(ApprovalStates.TextOf(request.State))
                : ApprovalRules.WhyNot(rights, ApprovalFacts.Of(request)) ?? SendGate.WhyTooLate(clock.GetUtcNow(), found.DeadlineAt, desk.SafetyMargin);
            var attempts = request.State == ApprovalState.Waiting ? await CardAttempts.ReadAsync(db, found, cancellationToken) : null;
            return new ApprovalView(request, CaseRows.Of(found), found.Order, found.Wish, frozen, present, attempts, whyNot, clock.GetUtcNow(), desk, rights);
        }, cancellationToken);
}
