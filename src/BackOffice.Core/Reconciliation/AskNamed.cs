using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <summary>
/// Asks AsiaBill about the number that a notice named for one permit, whatever has become of its case since: what the answer proves counts for that
/// very permit, and nothing more of the payment is given back until it has come.
/// </summary>
public sealed class AskNamed(Store store, CaseQuestions questions)
{
    private const int DenialsNeeded = 2;

    /// <summary>Over a closed case nobody can end the question, and it holds the whole payment: said so often, it ends by itself.</summary>
    private const int DenialsOfAClosedCase = 6;

    private static readonly PreparedQuery<Func<BackOfficeDb, Guid, CancellationToken, Task<Due?>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, Guid id, CancellationToken cancellationToken) => db.Set<Attempt>().AsNoTracking().Where(a => a.Id == id && a.NamedRef != null && a.State != AttemptState.Sending)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new Due(a.Id, c.Id, new CaseSubject(c.Kind, c.Order, c.Wish, c.Card), a.NamedRef!)).SingleOrDefault()));

    /// <returns>False where AsiaBill was silent.</returns>
    public async Task<bool> ExecuteAsync(Guid attemptId, CancellationToken cancellationToken)
    {
        var due = await store.ReadAsWorkerAsync(db => ById.For(db)(db, attemptId, cancellationToken), cancellationToken);
        if (due is null)
        {
            return true;
        }

        var queried = await questions.ProgressAsync(due.Subject, due.Reference, cancellationToken);
        await store.ChangeAsWorkerAsync<Done>(async change =>
        {
            var permit = await change.PermitAsync(due.AttemptId, cancellationToken);
            if (permit.NamedRef != due.Reference || permit.State is not (AttemptState.Unknown or AttemptState.Abandoned or AttemptState.Refused))
            {
                return default(Done);
            }

            var found = await change.CaseAsync(due.CaseId, cancellationToken);
            var isTaken = await change.Db.Set<Case>().AnyAsync(c => c.Kind == CaseKind.CardRefund && c.PartnerRef == due.Reference && c.Id != due.CaseId, cancellationToken);
            var told = queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: [var progress], Raw: var raw } && !isTaken
                ? await FoundAsync(change, found, permit, progress, raw, cancellationToken)
                : Nothing(change, found, permit, queried);
            await change.ShowNamedAsync(found, cancellationToken);
            return told;
        }, cancellationToken);
        return Evidence.IsReal(queried);
    }

    private static async Task<Outcome<Done>> FoundAsync(Change change, Case found, Attempt permit, PartnerProgress progress, string raw, CancellationToken cancellationToken)
    {
        var isFollowed = true;
        if (permit.State is AttemptState.Abandoned or AttemptState.Refused)
        {
            permit.DropName();
            // It failed at AsiaBill, as the refusal had said, or while the case goes on with another one: nothing was given that would have to be counted.
            var isOver = progress.Status == (int)CardRefundStatus.Fail
                && (permit.State == AttemptState.Refused || !CaseStates.IsBeforeSending(found.State) || found is { State: CaseState.Queued, IsByHand: true });
            isFollowed = !isOver && found.PartnerRef != progress.PartnerRef && await LateProof.FollowAsync(change, found, permit, progress, raw, cancellationToken);
        }
        else
        {
            var input = new CaseInput.PartnerFound(progress) { Arguments = CaseInput.Words(progress.PartnerRef, progress.Status), Detail = raw };
            if (!found.Apply(input, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            found.AskAt(change.Now + PollPlan.FirstAsk);
            await UnknownPermits.ConcludeAsync(change, found, AttemptState.Accepted, progress.PartnerRef, cancellationToken);
        }

        change.Audit(CaseKinds.TextOf(found.Kind) + ".found", "case:" + found.Number, new { attempt = permit.Id, reference = progress.PartnerRef, status = progress.Status, followed = isFollowed });
        return default(Done);
    }

    /// <summary>
    /// No silence and no strange refund is evidence that nothing was sent. A number that another case follows, or of which AsiaBill said twice that it is
    /// another payment's, or, of a refused permit, that it knows none, is not asked about again: said once, it may be a mishap. Of what a closed case left in
    /// doubt AsiaBill may say so six times; the permit stays in doubt without the number, and the trail keeps that. Silence in between counts for nothing.
    /// </summary>
    private static Outcome<Done> Nothing(Change change, Case found, Attempt permit, PartnerAnswer<IReadOnlyList<PartnerProgress>> queried)
    {
        // A number that AsiaBill does not know, of what AsiaBill itself has refused: two of its own words agree.
        var isDenied = Evidence.IsAnotherPayments(queried) || (permit.State == AttemptState.Refused && KnowsNone(queried));
        var isUnknownThere = permit.State == AttemptState.Abandoned && CaseStates.IsFinal(found.State) && KnowsNone(queried);
        permit.AskAgainAt(change.Now + PollPlan.AfterUnknown(permit.Asks + 1), isDenied || isUnknownThere);
        if (queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered || (isDenied && permit.Denials >= DenialsNeeded) || (isUnknownThere && permit.Denials >= DenialsOfAClosedCase))
        {
            change.Audit("card.number-dropped", "case:" + found.Number, new { attempt = permit.Id, reference = permit.NamedRef, answer = Evidence.WordOf(queried) });
            permit.DropName();
        }

        if (permit.State != AttemptState.Unknown)
        {
            return default(Done);
        }

        var input = new CaseInput.NothingFound { Arguments = CaseInput.Words(Evidence.WordOf(queried), null) };
        if (!found.Apply(input, change.Actor, change.Now).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        found.Asked(change.Now, next: null, Heard.Silence);
        return default(Done);
    }

    /// <summary>A complaint about our account, clock or signature speaks of no number.</summary>
    private static bool KnowsNone(PartnerAnswer<IReadOnlyList<PartnerProgress>> queried) =>
        queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused { Refusal: var no } && (no.Is(PaymentsRefusals.UnlistedCode) || no.Is(PaymentsRefusals.RejectedRequest));

    private sealed record Due(Guid AttemptId, long CaseId, CaseSubject Subject, string Reference);
}
