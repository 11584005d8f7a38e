using System.Globalization;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// Asks the partner, by reads alone, what became of one case, and lets the machine settle what the answer proves. A card refund of which nobody knows
/// has no number to ask with; where a notice names one, <see cref="AskNamed"/> does.
/// </summary>
public sealed class AskPartner(Store store, CaseQuestions questions, QuietWatch quiet)
{
    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<Asked?>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long id, CancellationToken cancellationToken) => db.Set<Case>().AsNoTracking()
            .Where(c => c.Id == id && (c.State == CaseState.Following || (c.State == CaseState.OutcomeUnknown && c.Kind != CaseKind.CardRefund)))
            .Select(c => new Asked(new CaseSubject(c.Kind, c.Order, c.Wish, c.Card), c.State, c.PartnerRef, c.NextAskAt, c.UnknownSince)).SingleOrDefault()));

    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<Sent?>>> UnknownSend = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long caseId, CancellationToken cancellationToken) => db.Set<Attempt>().AsNoTracking()
            .Where(a => a.CaseId == caseId && a.State == AttemptState.Unknown).Select(a => new Sent(a.Id, a.Body)).SingleOrDefault()));

    /// <returns>True where the partner spoke of the order; false where it was silent, or where nothing is to be asked.</returns>
    public async Task<bool> ExecuteAsync(long caseId, CancellationToken cancellationToken)
    {
        var due = await store.ReadAsWorkerAsync(db => DueAsync(db, caseId, cancellationToken), cancellationToken);
        if (due is null)
        {
            return false;
        }

        var isQuietOver = due.UnknownSince is { } since && quiet.IsQuietOver(Subject(due), since, due.QuietPeriod);
        var queried = await questions.ProgressAsync(due.Subject, due.Reference, cancellationToken);
        if (due.State == CaseState.Following)
        {
            quiet.Forget(Subject(due));
            await FollowAsync(due, queried, cancellationToken);
            return Evidence.IsReal(queried);
        }

        var found = queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: var there } ? Evidence.Match(due.Subject, there, due.OfferId, due.CodesOfOtherCases, isQuietOver) : null;
        if (found is not null)
        {
            await FoundAsync(due, found, ((PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered)queried).Raw, cancellationToken);
            return true;
        }

        var quoted = await questions.QuoteAsync(due.Subject, cancellationToken);
        await NothingAsync(due, queried, quoted, cancellationToken);
        return Evidence.IsReal(queried) && Evidence.IsReal(quoted);
    }

    private Task FollowAsync(Due due, PartnerAnswer<IReadOnlyList<PartnerProgress>> queried, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var found = await change.CaseAsync(due.CaseId, cancellationToken);
            found.Asked(change.Now, Next(due, found, change.Now + PollPlan.AfterStatus(change.Now - (found.AcceptedAt ?? change.Now))), Heard.Silence);
            if (queried is not PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: var there, Raw: var raw }
                || there.FirstOrDefault(p => p.PartnerRef == found.PartnerRef) is not { } seen
                || !found.IsNews(seen))
            {
                return default(Done);
            }

            var input = new CaseInput.StatusSeen(seen) { Arguments = CaseInput.Words(seen.Status, found.PartnerStatus, seen.CancelReason), Detail = raw };
            return await SettleAsync(change, found, found.Apply(input, change.Actor, change.Now), ".status", new { status = seen.Status, reference = seen.PartnerRef }, cancellationToken);
        }, cancellationToken);

    private Task FoundAsync(Due due, PartnerProgress progress, string raw, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var found = await change.CaseAsync(due.CaseId, cancellationToken);
            if (found.State != CaseState.OutcomeUnknown || found.UnknownSince != due.UnknownSince)
            {
                return await FoundLateAsync(change, found, due, progress, raw, cancellationToken);
            }

            var input = new CaseInput.PartnerFound(progress) { Arguments = CaseInput.Words(progress.PartnerRef, progress.Status), Detail = raw };
            var applied = found.Apply(input, change.Actor, change.Now);
            found.AskAt(change.Now + PollPlan.FirstAsk);
            return await SettleAsync(change, found, applied, ".found", new { reference = progress.PartnerRef, status = progress.Status }, cancellationToken);
        }, cancellationToken);

    /// <summary>A person decided "not sent" before the answer came; colleagues may be waiting to approve another send.</summary>
    private static async Task<Outcome<Done>> FoundLateAsync(
        Change change, Case found, Due due, PartnerProgress progress, string raw, CancellationToken cancellationToken)
    {
        if (found.PartnerRef == progress.PartnerRef)
        {
            return default(Done);
        }

        var permit = due.AttemptId is { } asked ? await change.PermitAsync(asked, cancellationToken) : null;
        var isFollowed = await LateProof.FollowAsync(change, found, permit, progress, raw, cancellationToken);
        change.Audit(CaseKinds.TextOf(found.Kind) + ".found", "case:" + found.Number, new { reference = progress.PartnerRef, status = progress.Status, followed = isFollowed });
        return default(Done);
    }

    private Task NothingAsync(
        Due due, PartnerAnswer<IReadOnlyList<PartnerProgress>> queried, PartnerAnswer<PartnerQuote> quoted, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var found = await change.CaseAsync(due.CaseId, cancellationToken);
            if (found.UnknownSince != due.UnknownSince)
            {
                // Asked about an earlier send: it says nothing of the one that is unknown now.
                return default(Done);
            }

            var heard = Evidence.Hear(due.Subject, queried, quoted, due.CodesOfOtherCases);
            var input = new CaseInput.NothingFound { Arguments = CaseInput.Words(Evidence.WordOf(queried), Evidence.WordOf(quoted)) };
            if (!found.Apply(input, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            found.Asked(change.Now, Next(due, found, change.Now + PollPlan.AfterUnknown(found.Asks + 1)), heard);
            return default(Done);
        }, cancellationToken);

    /// <summary>By plan, unless a notice or a person asked for another question while this one was under way.</summary>
    private static DateTimeOffset Next(Due due, Case found, DateTimeOffset planned) =>
        found.NextAskAt is { } moved && moved != due.NextAskAt && moved < planned ? moved : planned;

    private static async Task<Outcome<Done>> SettleAsync(
        Change change, Case found, Outcome<CaseState> applied, string action, object detail, CancellationToken cancellationToken)
    {
        if (!applied.IsDone(out _, out var refusal))
        {
            return refusal;
        }

        await UnknownPermits.ConcludeAsync(change, found, AttemptState.Accepted, found.PartnerRef, cancellationToken);
        change.Audit(CaseKinds.TextOf(found.Kind) + action, "case:" + found.Number, detail);
        return default(Done);
    }

    private static string Subject(Due due) => string.Create(CultureInfo.InvariantCulture, $"case:{due.CaseId}");

    private static async Task<Due?> DueAsync(BackOfficeDb db, long caseId, CancellationToken cancellationToken)
    {
        if (await ById.For(db)(db, caseId, cancellationToken) is not { } due)
        {
            return null;
        }

        var others = await db.CodesOfOtherCasesAsync(due.Subject.Order.OrderNo, caseId, cancellationToken);
        var sent = await UnknownSend.For(db)(db, caseId, cancellationToken);
        var quietPeriod = (await db.DeskAsync(cancellationToken)).QuietPeriod;
        return new Due(
            caseId, due.Subject, due.State, due.Reference, due.NextAskAt, due.UnknownSince, quietPeriod,
            sent?.Id, sent is null ? null : SendBody.OfferIdOf(sent.Body), others);
    }

    private sealed record Asked(CaseSubject Subject, CaseState State, string? Reference, DateTimeOffset? NextAskAt, DateTimeOffset? UnknownSince);

    private sealed record Sent(Guid Id, string Body);

    /// <param name="AttemptId">Of the permit whose outcome is unknown; null of a case that is followed.</param>
    private sealed record Due(
        long CaseId, CaseSubject Subject, CaseState State, string? Reference, DateTimeOffset? NextAskAt, DateTimeOffset? UnknownSince, TimeSpan QuietPeriod, Guid? AttemptId,
        string? OfferId, IReadOnlyList<string> CodesOfOtherCases);
}
