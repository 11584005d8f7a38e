using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Approvals;

/// <param name="SeenFingerprint">Of the quote that was on the screen.</param>
public sealed record AskForApprovalInput(string CaseNumber, string SeenFingerprint, string Reason);

/// <summary>Asks colleagues to approve exactly the figures that were seen. The request ends with the window.</summary>
public sealed class AskForApproval(Store store)
{
    /// <returns>The request's id.</returns>
    public Task<Outcome<long>> ExecuteAsync(Actor actor, AskForApprovalInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<long>(actor, Permission.WorkCases, async (change, rights) =>
        {
            if (!Reasons.Read(input.Reason).IsDone(out var reason, out var unreadable))
            {
                return unreadable;
            }

            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            var applied = found.Apply(new CaseInput.ApprovalAsked { Arguments = CaseInput.Words(found.ExpectedBack, reason) }, change.Actor, change.Now);
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
            var needed = ApprovalRules.Needed(
                quote.Content.SingleEstimate, quote.Content.Method, await change.Db.RuleOfAsync(quote.Content.SingleEstimate, cancellationToken), rights);
            var request = ApprovalRequest.Ask(
                new ApprovalQuestion(
                    found.Id, quote.Id, quote.Fingerprint, quote.Content.SingleEstimate, quote.Content.Method, Math.Max(1, needed),
                    found.DeadlineAt - desk.SafetyMargin, reason),
                change.Actor, change.Now);
            change.Db.Add(request);
            await change.Db.SaveChangesAsync(cancellationToken);
            change.Audit("approval.asked", "case:" + found.Number, new { approval = request.Id, amount = request.Amount?.ToString(), needed = request.Needed });
            return request.Id;
        }, cancellationToken);
}
