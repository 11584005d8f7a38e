using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Quoting;

/// <summary>
/// Asks the partner what the case would give back now, and puts the answer on it. Moves nothing. Other figures than before end a waiting
/// request; what a colleague submitted elsewhere is found and followed, except while a recovery runs.
/// </summary>
public sealed class QuoteCase(Store store, IAtlasQuestions atlas, CaseQuestions questions)
{
    private static readonly PreparedQuery<Func<BackOfficeDb, string, CancellationToken, Task<Known?>>> ByNumber = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, string number, CancellationToken cancellationToken) => db.Set<Case>().AsNoTracking().Where(c => c.Number == number)
            .Select(c => new Known(c.Kind, c.Order, c.Wish, c.Card, c.State)).SingleOrDefault()));

    /// <returns>Where the case stands after the answer; the partner's no is on the case, not a refusal of this call.</returns>
    public async Task<Outcome<CaseState>> ExecuteAsync(Actor actor, string caseNumber, CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync<Known>(actor, Permission.WorkCases, async (db, _) =>
            await ByNumber.For(db)(db, caseNumber, cancellationToken) is { } found ? found : CasesRefusals.CaseUnknown, cancellationToken);
        if (!known.IsDone(out var before, out var refusal))
        {
            return refusal;
        }

        // Asked of the machine before the partner is bothered; asked again inside the transaction.
        if (WhyNotQuotable(before.State) is { } no)
        {
            return no;
        }

        // What a card payment gives back does not hang on the order as it is now.
        var order = before.Card is null
            ? await atlas.FindByNumberAsync(OrderNumber.Of(before.Order.OrderNo), cancellationToken)
            : new PartnerAnswer<OrderSnapshot>.NoAnswer("not-asked");
        var subject = new CaseSubject(before.Kind, order is PartnerAnswer<OrderSnapshot>.Answered { Value: var now } ? now : before.Order, before.Wish, before.Card);
        return await questions.QuoteAsync(subject, cancellationToken) switch
        {
            PartnerAnswer<PartnerQuote>.Answered quoted => await PutAsync(actor, caseNumber, quoted, order, cancellationToken),
            PartnerAnswer<PartnerQuote>.Refused refused => await RefuseAsync(actor, caseNumber, subject, refused, cancellationToken),
            _ => OrdersRefusals.PartnerSilent,
        };
    }

    private Task<Outcome<CaseState>> PutAsync(
        Actor actor, string caseNumber, PartnerAnswer<PartnerQuote>.Answered quoted, PartnerAnswer<OrderSnapshot> order, CancellationToken cancellationToken) =>
        ChangeAsync(actor, caseNumber, async (change, found) =>
        {
            if (order is PartnerAnswer<OrderSnapshot>.Answered { Value: var snapshot })
            {
                found.See(snapshot);
            }

            if (!quoted.Value.IsPossible)
            {
                return Refused(found, change, NotPossible.Of(found.Kind), quoted.Raw);
            }

            var changed = found.Fingerprint is { } fingerprint && fingerprint != QuoteFingerprint.Of(quoted.Value);
            var quote = await QuoteRecords.AddAsync(change, found, quoted, cancellationToken);
            var input = new CaseInput.QuoteGiven(changed)
            {
                Arguments = CaseInput.Words(QuoteRecords.SumOf(quoted.Value), quoted.Value.Method, changed ? "changed" : "same"),
                Detail = quoted.Raw,
            };
            return Applied(found, found.Apply(input, change.Actor, change.Now), () => found.SetQuote(quote, quote.Deadline));
        }, cancellationToken);

    private async Task<Outcome<CaseState>> RefuseAsync(
        Actor actor, string caseNumber, CaseSubject subject, PartnerAnswer<PartnerQuote>.Refused refused, CancellationToken cancellationToken)
    {
        var listed = MeansExisting(refused.Refusal) ? await questions.ProgressAsync(subject, null, cancellationToken) as PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered : null;
        return await ChangeAsync(actor, caseNumber, async (change, found) =>
        {
            // One that came to nothing is not what stands in the way: the code also speaks of refunds.
            if (listed is null
                || subject.Free(listed.Value, await change.Db.CodesOfOtherCasesAsync(found.OrderNo, found.Id, cancellationToken)).FirstOrDefault(p => !p.CameToNothing) is not { } existing)
            {
                return Refused(found, change, refused.Refusal, refused.Raw);
            }

            // The recovery follows what is there when all had time to show; the next quote after its end follows what came later.
            if (await RestoreGate.WhyHeldAsync(change.Db, cancellationToken) is not null)
            {
                return RestoreGate.SeenEarly;
            }

            // Of several nobody may be able to tell which is whose: the line shows the whole list.
            var input = new CaseInput.PartnerFound(existing) { Arguments = CaseInput.Words(existing.PartnerRef, existing.Status), Detail = listed.Raw };
            return Applied(found, found.Apply(input, change.Actor, change.Now), () => found.AskAt(change.Now));
        }, cancellationToken);
    }

    private static bool MeansExisting(Refusal refusal) =>
        refusal.Is(OrdersRefusals.AlreadyVoided) || refusal.Is(OrdersRefusals.AlreadyRefunded) || refusal.Is(OrdersRefusals.SubmissionRunning);

    private static Outcome<CaseState> Refused(Case found, Change change, Refusal refusal, string raw)
    {
        var input = new CaseInput.QuoteRefused { Arguments = CaseInput.Words(refusal, refusal.PartnerCode), Detail = raw };
        return Applied(found, found.Apply(input, change.Actor, change.Now), () => found.SetRefusal(refusal));
    }

    private static Outcome<CaseState> Applied(Case found, Outcome<CaseState> applied, Action then)
    {
        if (!applied.IsDone(out _, out var refusal))
        {
            return refusal;
        }

        then();
        return found.State;
    }

    private Task<Outcome<CaseState>> ChangeAsync(
        Actor actor, string caseNumber, Func<Change, Case, Task<Outcome<CaseState>>> work, CancellationToken cancellationToken) =>
        store.ChangeAsync<CaseState>(actor, Permission.WorkCases, async (change, _) =>
        {
            if (!(await change.CaseAsync(caseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            // A send that began meanwhile is not for a quote to settle, whatever it found: its permit has to move with the case.
            if (WhyNotQuotable(found.State) is { } no)
            {
                return no;
            }

            var waited = found.State == CaseState.AwaitingApproval;
            var outcome = await work(change, found);
            if (waited && outcome.Refusal is null && found.State != CaseState.AwaitingApproval)
            {
                await WaitingRequests.EndAsync(change, found, ApprovalState.Stale, cancellationToken);
            }

            return outcome;
        }, cancellationToken);

    private static Refusal? WhyNotQuotable(CaseState state) =>
        CaseMachine.Decide(new CaseFacts(state, PaymentMethod.Other, HasFlag: false), new CaseInput.QuoteRefused()).Refusal;

    private sealed record Known(CaseKind Kind, OrderSnapshot Order, RefundWish? Wish, CardWish? Card, CaseState State);
}
