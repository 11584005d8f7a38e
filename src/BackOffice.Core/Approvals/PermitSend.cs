using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <param name="SeenFingerprint">Of the quote that was on the screen.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record PermitSendInput(string CaseNumber, string SeenFingerprint, string Reason);

/// <summary>Permits one send within the person's own limit: the intent is stored, the worker sends it.</summary>
public sealed class PermitSend(Store store, ICardRefundQuestions cards)
{
    public Task<Outcome<Done>> ExecuteAsync(Actor actor, PermitSendInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<Done>(actor, Permission.SendWithinLimit, async (change, rights) =>
        {
            if (await RestoreGate.WhyHeldAsync(change.Db, cancellationToken) is { } held)
            {
                return held;
            }

            var decided = await QuoteDecision.TakeAsync(
                change, rights, input.CaseNumber, input.SeenFingerprint, input.Reason, arguments => new CaseInput.SendPermitted { Arguments = arguments }, cancellationToken);
            if (!decided.IsDone(out var decision, out var refusal))
            {
                return refusal;
            }

            if (decision.Needed > 0)
            {
                return CasesRefusals.ApprovalNeeded;
            }

            var (found, quote) = (decision.Case, decision.Quote);
            var word = new PermitWord(change.Actor.Id, change.Actor.Name, ApprovalId: null);
            if (!(await Permits.PlanAsync(change, found, quote, word, cards.Connection, cancellationToken)).IsDone(out _, out var no))
            {
                return no;
            }

            change.Audit("send.permitted", "case:" + found.Number, new { amount = quote.Content.SingleEstimate?.ToString(), within = "own-limit" });
            return default(Done);
        }, cancellationToken);
}
