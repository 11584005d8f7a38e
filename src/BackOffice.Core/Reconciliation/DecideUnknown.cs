using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Reconciliation;

public enum UnknownDecision
{
    /// <summary>Nothing arrived: the case may start again from a fresh quote. A decision, not a proof.</summary>
    NotSent,

    /// <summary>It arrived and has this code; the partner is asked to confirm it first.</summary>
    Sent,

    /// <summary>It is dealt with outside the program.</summary>
    Close,
}

/// <param name="PartnerRef">For <see cref="UnknownDecision.Sent"/> only.</param>
public sealed record DecideUnknownInput(string CaseNumber, UnknownDecision Decision, string Reason, string? PartnerRef);

/// <summary>
/// A supervisor ends what reads could not: with a reason, after the quiet period, on the trail. Closing also ends a card refund that waits
/// for a person's hand: its permit is given up with it, and its amount stays bound in our books.
/// </summary>
public sealed class DecideUnknown(Store store, CaseQuestions questions)
{
    private const int LongestCode = 40;

    public async Task<Outcome<CaseState>> ExecuteAsync(Actor actor, DecideUnknownInput input, CancellationToken cancellationToken)
    {
        if (!Reasons.Read(input.Reason).IsDone(out var reason, out var unreadable))
        {
            return unreadable;
        }

        PartnerProgress? confirmed = null;
        if (input.Decision == UnknownDecision.Sent)
        {
            var asked = await ConfirmAsync(actor, input, cancellationToken);
            if (!asked.IsDone(out confirmed, out var unconfirmed))
            {
                return unconfirmed;
            }
        }

        return await store.ChangeAsync<CaseState>(actor, Permission.DecideUnknown, async (change, rights) =>
        {
            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (input.Decision == UnknownDecision.NotSent && await WhyNotYetAsync(change, found, cancellationToken) is { } notYet)
            {
                return notYet;
            }

            // Asked again in the change: two cases must not follow one refund.
            if (confirmed is not null && await TakenCodes.IsTakenAsync(change.Db, found.Kind, found.OrderNo, confirmed.PartnerRef, found.Number, cancellationToken))
            {
                return CasesRefusals.PartnerRefTaken;
            }

            var (happened, permit, word) = Happened(input.Decision, confirmed, reason);
            if (!found.Apply(happened, change.Actor, change.Now).IsDone(out var state, out var refusal))
            {
                return refusal;
            }

            if (input.Decision == UnknownDecision.Close)
            {
                await change.GiveUpNamedAsync(found, cancellationToken);
            }

            await UnknownPermits.ConcludeAsync(change, found, permit, word, confirmed?.PartnerRef, cancellationToken);
            if (state == CaseState.Following)
            {
                found.AskAt(change.Now);
            }

            if (input.Decision == UnknownDecision.NotSent)
            {
                await LateProof.FollowProvedAsync(change, found, cancellationToken);
            }

            change.Audit("unknown.decided", "case:" + found.Number, new { decision = input.Decision.ToString(), reference = confirmed?.PartnerRef });
            return found.State;
        }, cancellationToken);
    }

    private static (CaseInput Happened, AttemptState Permit, PersonsWord? Word) Happened(UnknownDecision decision, PartnerProgress? confirmed, string reason) => decision switch
    {
        UnknownDecision.NotSent => (new CaseInput.DecidedNotSent { Arguments = CaseInput.Words(reason) }, AttemptState.Abandoned, PersonsWord.NotThere),
        UnknownDecision.Sent => (new CaseInput.DecidedSent(confirmed!) { Arguments = CaseInput.Words(confirmed!.PartnerRef, reason) }, AttemptState.Accepted, null),
        UnknownDecision.Close => (new CaseInput.ClosedByPerson { Arguments = CaseInput.Words(reason) }, AttemptState.Abandoned, PersonsWord.ClosedByHand),
    };

    private static async Task<Refusal?> WhyNotYetAsync(Change change, Case found, CancellationToken cancellationToken)
    {
        if (found.State != CaseState.OutcomeUnknown)
        {
            return null;
        }

        var desk = await change.Db.DeskAsync(cancellationToken);
        return UnknownRules.WhyNotSentIsTooEarly(found.Kind, change.Now, found.UnknownSince, found.ClearNothings, desk.QuietPeriod, found.HintedRef);
    }

    private async Task<Outcome<PartnerProgress>> ConfirmAsync(Actor actor, DecideUnknownInput input, CancellationToken cancellationToken)
    {
        var code = (input.PartnerRef ?? "").Trim();
        var known = await store.ReadAsync<CaseSubject>(actor, Permission.DecideUnknown, async (db, rights) =>
        {
            var subject = await db.Set<Case>().Where(c => c.Number == input.CaseNumber).Select(c => new CaseSubject(c.Kind, c.Order, c.Wish, c.Card)).SingleOrDefaultAsync(cancellationToken);
            return subject is null ? CasesRefusals.CaseUnknown
                : WhyUnreadable(subject.Kind, code) is { } unreadable ? unreadable
                : await TakenCodes.IsTakenAsync(db, subject.Kind, subject.Order.OrderNo, code, input.CaseNumber, cancellationToken) ? CasesRefusals.PartnerRefTaken
                : subject;
        }, cancellationToken);
        if (!known.IsDone(out var about, out var refusal))
        {
            return refusal;
        }

        return await questions.ProgressAsync(about, code, cancellationToken) switch
        {
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered { Value: var there } when there.FirstOrDefault(v => v.PartnerRef == code && !about.IsOfOthers(v)) is { } found => found,
            PartnerAnswer<IReadOnlyList<PartnerProgress>>.NoAnswer { Reason: not "other-payment" } => about.Kind == CaseKind.CardRefund ? PaymentsRefusals.PartnerSilent : OrdersRefusals.PartnerSilent,
            _ => (about.Kind == CaseKind.CardRefund ? PaymentsRefusals.BatchNoUnconfirmed : CasesRefusals.PartnerRefUnconfirmed).With(code),
        };
    }

    private static Refusal? WhyUnreadable(CaseKind kind, string code) => kind switch
    {
        CaseKind.Void or CaseKind.Refund => code.Length is 0 or > LongestCode ? CasesRefusals.PartnerRefInvalid : null,
        CaseKind.CardRefund => CardRefundRules.ReadBatchNo(code).Refusal,
    };
}
