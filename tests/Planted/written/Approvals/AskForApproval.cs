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
            var decided = await QuoteDecision.TakeAsync(
                change, rights, input.CaseNumber, input.SeenFingerprint, input.Reason, arguments => new CaseInput.ApprovalAsked { Arguments = arguments }, cancellationToken);
            if (!decided.IsDone(out var decision, out var refusal))
            {
                return refusal;
            }

            var (found, quote, desk) = (decision.Case, decision.Quote, decision.Desk);
            var request = ApprovalRequest.Ask(
                new ApprovalQuestion(
                    found.Id, quote.Id, quote.Fingerprint, quote.Content.SingleEstimate, quote.Content.Method, Math.Max(1, decision.Needed),
                    found.DeadlineAt - desk.SafetyMargin, decision.Reason),
                change.Actor, change.Now);
            change.Db.Add(request);
            await change.Db.SaveChangesAsync(cancellationToken);
            change.Audit("approval.asked", "case:" + found.Number, new { approval = request.Id, amount = request.Amount?.ToString(), needed = request.Needed });
            return request.Id;
        }, cancellationToken);
}
