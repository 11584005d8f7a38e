using BackOffice.Core.Access;
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
            if (!Reasons.Read(input.Reason).IsDone(out var reason, out var unreadable))
            {
                return unreadable;
            }

            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            var applied = found.Apply(new CaseInput.SendPermitted { Arguments = CaseInput.Words(found.ExpectedBack, reason) }, change.Actor, change.Now);
            if (!applied.IsDone(out _, out var refusal))
            {
                return refusal;
            }

            var desk = await change.Db.DeskAsync(cancellationToken);
            if (SendGate.WhyNot(new SendFacts(change.Now, found.DeadlineAt, found.Fingerprint, input.SeenFingerprint, found.QuotedAt, desk)) is { } no)
            {
                return no;
            }

            var quote = await change.QuoteAsync(found.QuoteId!.Value, cancellationToken);
            var amount = quote.Content.SingleEstimate;
            if (ApprovalRules.Needed(amount, quote.Content.Method, await change.Db.RuleOfAsync(amount, cancellationToken), rights) > 0)
            {
                return CasesRefusals.ApprovalNeeded;
            }

            change.Db.Add(Permits.Plan(found, quote, change.Actor.Id, change.Actor.Name, approvalId: null, change.Now));
            change.Audit("send.permitted", "case:" + found.Number, new { amount = amount?.ToString(), within = "own-limit" });
            return default(Done);
        }, cancellationToken);
}

/// <summary>Writes the one permit, in the transaction of the decision it rests on.</summary>
internal static class Permits
{
    public static Attempt Plan(Case found, CaseQuote quote, Guid requestedById, string requestedByName, long? approvalId, DateTimeOffset now) =>
        Attempt.Plan(
            Guid.CreateVersion7(now), found.Id, found.OrderNo,
            new Intent(requestedById, requestedByName, approvalId, quote.Fingerprint, quote.Content.SingleEstimate, VoidBody.Of(found.OrderNo, quote.Content.OfferId!)),
            now);
}
