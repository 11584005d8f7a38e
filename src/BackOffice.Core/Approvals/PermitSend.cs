using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <param name="SeenFingerprint">Of the quote that was on the screen.</param>
/// <param name="Reason">Why; at most 500 characters.</param>
public sealed record PermitSendInput(string CaseNumber, string SeenFingerprint, string Reason);

/// <summary>Permits one send within the person's own limit: the intent is stored, the worker sends it.</summary>
public sealed class PermitSend(Store store)
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
            change.Db.Add(Permits.Plan(found, quote, change.Actor.Id, change.Actor.Name, approvalId: null, change.Now));
            change.Audit("send.permitted", "case:" + found.Number, new { amount = quote.Content.SingleEstimate?.ToString(), within = "own-limit" });
            return default(Done);
        }, cancellationToken);
}

/// <summary>Writes the one permit, in the transaction of the decision it rests on.</summary>
internal static class Permits
{
    public static Attempt Plan(Case found, CaseQuote quote, Guid requestedById, string requestedByName, long? approvalId, DateTimeOffset now) =>
        Attempt.Plan(
            Guid.CreateVersion7(now), found.Kind, found.Id, found.OrderNo,
            new Intent(
                requestedById, requestedByName, approvalId, quote.Fingerprint, quote.Content.SingleEstimate,
                SendBody.Of(found.Kind, found.OrderNo, quote.Content.OfferId!, found.Wish?.DisplayCurrency)),
            now);
}
