using BackOffice.Core.Approvals;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Recovery;

/// <summary>
/// Asks the partner, by reads alone, what became of one restored case. A void of which the restored data knows nothing is put on the case and
/// followed, once the quiet period is over: until then ours may not show itself yet, and the only one that does is a colleague's. Until then, and where
/// the partner only says that there is one, the quote on the case is worth nothing any more.
/// </summary>
internal sealed class AskRestored(Store store, CaseQuestions questions, AskPartner askPartner)
{
    private static readonly PreparedQuery<Func<BackOfficeDb, long, CancellationToken, Task<Restored>>> ById = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, long id, CancellationToken cancellationToken) => db.Set<Case>().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new Restored(new CaseSubject(c.Kind, c.Order, c.Wish, c.Card), c.State, c.LastRefusal)).Single()));

    /// <param name="askedAt">When the round began: no question leaves earlier.</param>
    /// <returns>True where a real answer came.</returns>
    public async Task<bool> AskAsync(RestoreMark mark, DateTimeOffset askedAt, long caseId, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsWorkerAsync(db => KnownAsync(db, caseId, cancellationToken), cancellationToken);
        if (known.State is CaseState.Following or CaseState.OutcomeUnknown)
        {
            // A card refund of which nobody knows has no number to ask with: it stands on a person's page already.
            var isAnswered = await askPartner.ExecuteAsync(caseId, cancellationToken) || known is { Subject.Card: not null, State: CaseState.OutcomeUnknown };
            await RecordAsync(mark, known, new Answer(askedAt, isAnswered, null, null), cancellationToken);
            return isAnswered;
        }

        var answer = await AskUnsentAsync(mark, known, askedAt, cancellationToken);
        await RecordAsync(mark, known, answer, cancellationToken);
        return answer.IsReal;
    }

    private async Task<Answer> AskUnsentAsync(RestoreMark mark, Known known, DateTimeOffset askedAt, CancellationToken cancellationToken)
    {
        if (known.Subject.Card is not null)
        {
            // Nobody can ask whether it was paid after the backup: what was decided on is worth nothing, and a person is told to look.
            return new Answer(askedAt, true, null, new PartnerAnswer<PartnerQuote>.Refused(RecoveryRefusals.CardMaybePaid, 0, "{}"));
        }

        var queried = await questions.ProgressAsync(known.Subject, null, cancellationToken);
        if (queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: var there, Raw: var raw }
            && Evidence.MatchRestored(known.Subject, there, known.CodesOfOtherCases, known.CaseId <= mark.LastCaseId) is { } progress)
        {
            return RecoveryRules.IsEnough(askedAt, mark.QuietUntil!.Value)
                ? new Answer(askedAt, true, FoundOf(progress, raw), null)
                : new Answer(askedAt, true, null, new PartnerAnswer<PartnerQuote>.Refused(RestoreGate.SeenEarly, 0, raw));
        }

        var quoted = await questions.QuoteAsync(known.Subject, cancellationToken);
        var existing = quoted is PartnerAnswer<PartnerQuote>.Refused refused && Evidence.SpeaksOfExisting(refused.Refusal) ? refused : null;
        // A list that was refused shows none either: the next one may.
        var isHidden = existing is not null && (queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused || Evidence.ListOf(queried) is { Count: 0 });
        if (known.Subject.Kind == CaseKind.Void)
        {
            // A list that did not come is no answer to whether one of ours is on it: to end here would lose its code.
            return new Answer(askedAt, queried is PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered && Evidence.IsReal(quoted), null, existing) { IsHidden = isHidden };
        }

        // One refused list may be a mishap of the moment: an Atlas that shows refunds by their code alone refuses it the next time as well, be it by 801,
        // which no page calls "none" for refunds. A refund on the list that names nobody may be this one.
        var isBlind = existing is null && queried switch
        {
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused => true,
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered answered => Evidence.IsUntold(known.Subject, answered.Value, known.CodesOfOtherCases),
            _ => false,
        };
        var isToldBefore = known.LastRefusal == RecoveryRefusals.RefundMaybeSent.Name;
        return new Answer(
            askedAt, Evidence.IsReal(queried) && Evidence.IsReal(quoted) && (!isBlind || isToldBefore), null,
            isBlind ? new PartnerAnswer<PartnerQuote>.Refused(RecoveryRefusals.RefundMaybeSent, 0, "{}") : existing) { IsHidden = isHidden };
    }

    private Task RecordAsync(RestoreMark mark, Known known, Answer answer, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<Done>(async change =>
        {
            if (await change.Db.RunningMarkAsync(cancellationToken) is not { } running || running.Id != mark.Id || running.Version != mark.Version)
            {
                // Begun again meanwhile, by another time.
                return CasesRefusals.ChangedMeanwhile;
            }

            if (answer is not { Found: null, Existing: null } && await PutAsync(change, known, answer, cancellationToken) is { } refusal)
            {
                // Somebody changed the case meanwhile: it is asked about again.
                return refusal;
            }

            var question = await change.Db.Set<RecoveryQuestion>().FindAsync([mark.Id, known.CaseId], cancellationToken);
            if (question is null)
            {
                question = new RecoveryQuestion { MarkId = mark.Id, CaseId = known.CaseId };
                change.Db.Add(question);
            }

            var isAnswered = answer.IsReal && !(answer.IsHidden && RecoveryRules.IsToBeInsistedOn(question.Tries + 1));
            question.Record(answer.AskedAt, isAnswered, answer.Found is not null, mark.QuietUntil!.Value);
            return default(Done);
        }, cancellationToken);

    private static async Task<Refusal?> PutAsync(Change change, Known known, Answer answer, CancellationToken cancellationToken)
    {
        var found = await change.CaseAsync(known.CaseId, cancellationToken);
        if (answer.Found is null && found.State == CaseState.Open && found.LastRefusal == answer.Existing!.Refusal.Name)
        {
            return null;
        }

        var wasWaiting = found.State == CaseState.AwaitingApproval;
        CaseInput input = answer.Found is { } there
            ? there
            : new CaseInput.QuoteRefused { Arguments = CaseInput.Words(answer.Existing!.Refusal, answer.Existing.Refusal.PartnerCode), Detail = answer.Existing.Raw };
        if (!found.Apply(input, change.Actor, change.Now).IsDone(out _, out var refusal))
        {
            return refusal;
        }

        if (wasWaiting)
        {
            await WaitingRequests.EndAsync(change, found, ApprovalState.Stale, cancellationToken);
        }

        if (answer.Found is { Progress: var progress })
        {
            found.AskAt(change.Now);
            change.Audit(CaseKinds.TextOf(found.Kind) + ".found", "case:" + found.Number, new { reference = progress.PartnerRef, status = progress.Status, by = "recovery" });
        }
        else
        {
            found.SetRefusal(answer.Existing!.Refusal);
        }

        return null;
    }

    private static CaseInput.PartnerFound FoundOf(PartnerProgress progress, string raw) =>
        new(progress) { Arguments = CaseInput.Words(progress.PartnerRef, progress.Status), Detail = raw };

    private static async Task<Known> KnownAsync(BackOfficeDb db, long caseId, CancellationToken cancellationToken)
    {
        var found = await ById.For(db)(db, caseId, cancellationToken);
        var others = await db.CodesOfOtherCasesAsync(found.Subject.Order.OrderNo, caseId, cancellationToken);
        return new Known(caseId, found.Subject, found.State, found.LastRefusal, others);
    }

    private sealed record Restored(CaseSubject Subject, CaseState State, string? LastRefusal);

    private sealed record Known(long CaseId, CaseSubject Subject, CaseState State, string? LastRefusal, IReadOnlyList<string> CodesOfOtherCases);

    /// <param name="AskedAt">None of its questions left earlier.</param>
    /// <param name="IsReal">All of them were answered.</param>
    /// <param name="Existing">There is, or may be, a submission that cannot be followed now: the partner does not show it, or all have not had the time to show.</param>
    private sealed record Answer(DateTimeOffset AskedAt, bool IsReal, CaseInput.PartnerFound? Found, PartnerAnswer<PartnerQuote>.Refused? Existing)
    {
        /// <summary>The quotation speaks of one, and the list shows none: one of the two is out of date.</summary>
        public bool IsHidden { get; init; }
    }
}
