using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <param name="SeenFingerprint">Of the frozen quote that was on the screen.</param>
/// <param name="Reason">Needed for a no; may be empty for a yes. At most 500 characters.</param>
public sealed record DecideInput(long ApprovalId, bool IsYes, string SeenFingerprint, string? Reason);

/// <summary>
/// One person's yes or no to a request. The last yes that is needed stores the intent in the same transaction; a no ends the request.
/// </summary>
public sealed class Decide(Store store, ICardRefundQuestions cards)
{
    public Task<Outcome<ApprovalState>> ExecuteAsync(Actor actor, DecideInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<ApprovalState>(actor, Permission.DecideApprovals, async (change, rights) =>
        {
            var request = await change.Db.Set<ApprovalRequest>().Include(r => r.Votes).SingleOrDefaultAsync(r => r.Id == input.ApprovalId, cancellationToken);
            if (request is null)
            {
                return CasesRefusals.ApprovalUnknown;
            }

            var reason = (input.Reason ?? "").Trim();
            if ((!input.IsYes || reason.Length > 0) && !Reasons.Read(reason).IsDone(out reason!, out var unreadable))
            {
                return unreadable;
            }

            var found = await change.CaseAsync(request.CaseId, cancellationToken);
            if (await WhyNotAsync(change, request, found, input, rights, cancellationToken) is { } no)
            {
                return no;
            }

            var complete = request.Vote(change.Actor, input.IsYes, reason.Length == 0 ? null : reason, change.Now);
            CaseInput happened = input.IsYes
                ? new CaseInput.Approved(complete) { Arguments = CaseInput.Words(request.Amount, reason) }
                : new CaseInput.Declined { Arguments = CaseInput.Words(request.Amount, reason) };
            if (!found.Apply(happened, change.Actor, change.Now).IsDone(out _, out var refusal))
            {
                return refusal;
            }

            if (complete)
            {
                if (await RestoreGate.WhyHeldAsync(change.Db, cancellationToken) is { } held)
                {
                    return held;
                }

                var quote = await change.QuoteAsync(request.QuoteId, cancellationToken);
                var word = new PermitWord(request.RequestedById, request.RequestedByName, request.Id);
                if (!(await Permits.PlanAsync(change, found, quote, word, cards.Connection, cancellationToken)).IsDone(out _, out var impossible))
                {
                    return impossible;
                }
            }

            change.Audit(input.IsYes ? "approval.given" : "approval.declined", "case:" + found.Number, new { approval = request.Id, amount = request.Amount?.ToString() });
            return request.State;
        }, cancellationToken);

    private static async Task<Refusal?> WhyNotAsync(
        Change change, ApprovalRequest request, Case found, DecideInput input, StaffRights rights, CancellationToken cancellationToken)
    {
        if (request.State != ApprovalState.Waiting)
        {
            return CasesRefusals.ApprovalOver.With(ApprovalStates.TextOf(request.State));
        }

        if (ApprovalRules.WhyNot(rights, ApprovalFacts.Of(request)) is { } notYou)
        {
            return notYou;
        }

        if (!input.IsYes)
        {
            return null;
        }

        if (request.Fingerprint != input.SeenFingerprint || request.Fingerprint != found.Fingerprint)
        {
            return CasesRefusals.FiguresChanged;
        }

        var desk = await change.Db.DeskAsync(cancellationToken);
        return SendGate.WhyTooLate(change.Now, found.DeadlineAt, desk.SafetyMargin);
    }
}
