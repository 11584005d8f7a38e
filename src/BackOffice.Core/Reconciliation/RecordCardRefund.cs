using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

/// <param name="BatchNo">AsiaBill's number of the refund, as typed or pasted.</param>
public sealed record RecordCardRefundInput(string CaseNumber, string BatchNo);

/// <summary>
/// A person made a permitted card refund at AsiaBill, because sending is off, and records its number. The look-up must confirm that it is a
/// refund of this very payment.
/// </summary>
public sealed class RecordCardRefund(Store store, CaseQuestions questions)
{
    public async Task<Outcome<CaseState>> ExecuteAsync(Actor actor, RecordCardRefundInput input, CancellationToken cancellationToken)
    {
        if (!CardRefundRules.ReadBatchNo(input.BatchNo).IsDone(out var batchNo, out var unreadable))
        {
            return unreadable;
        }

        var known = await store.ReadAsync<CaseSubject>(actor, Permission.WorkCases, async (db, _) =>
        {
            var found = await db.Set<Case>().SingleOrDefaultAsync(c => c.Number == input.CaseNumber, cancellationToken);
            return found is null ? CasesRefusals.CaseUnknown
                : found is not { State: CaseState.Queued, IsByHand: true } ? CasesRefusals.NotByHand
                : await TakenCodes.IsTakenByHandAsync(db, found, batchNo, cancellationToken) ? CasesRefusals.PartnerRefTaken
                : found.Subject;
        }, cancellationToken);
        if (!known.IsDone(out var subject, out var refusal))
        {
            return refusal;
        }

        return await questions.ProgressAsync(subject, batchNo, cancellationToken) switch
        {
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: [var progress], Raw: var raw } => await RecordAsync(actor, input.CaseNumber, progress, raw, cancellationToken),
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused { Refusal: var no } => no,
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer { Reason: "other-payment" } => PaymentsRefusals.BatchNoUnconfirmed.With(batchNo),
            _ => PaymentsRefusals.PartnerSilent,
        };
    }

    private Task<Outcome<CaseState>> RecordAsync(Actor actor, string caseNumber, PartnerProgress progress, string raw, CancellationToken cancellationToken) =>
        store.ChangeAsync<CaseState>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (!(await change.CaseAsync(caseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            // Asked again in the change: two cases must not follow one refund.
            if (await TakenCodes.IsTakenByHandAsync(change.Db, found, progress.PartnerRef, cancellationToken))
            {
                return CasesRefusals.PartnerRefTaken;
            }

            var input = new CaseInput.RecordedByHand(progress) { Arguments = CaseInput.Words(progress.PartnerRef, progress.Status), Detail = raw };
            if (!found.Apply(input, change.Actor, change.Now).IsDone(out var state, out var refusal))
            {
                return refusal;
            }

            await UnknownPermits.ConcludeAsync(change, found, AttemptState.Accepted, progress.PartnerRef, cancellationToken);
            found.AskAt(change.Now + PollPlan.FirstAsk);
            change.Audit("card.recorded-by-hand", "case:" + found.Number, new { reference = progress.PartnerRef, status = progress.Status });
            return state;
        }, cancellationToken);
}
