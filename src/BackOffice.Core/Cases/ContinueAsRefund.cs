using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Data;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <param name="CaseNumber">Of the void.</param>
public sealed record ContinueAsRefundInput(string CaseNumber);

/// <summary>
/// Ends a void from which nothing was ever sent and goes on as a refund of all passengers, at the customer's own wish and for the same reason:
/// both in one change, so that the order is never without a case nor with two.
/// </summary>
public sealed class ContinueAsRefund(Store store)
{
    /// <returns>The refund's number.</returns>
    public Task<Outcome<string>> ExecuteAsync(Actor actor, ContinueAsRefundInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<string>(actor, Permission.WorkCases, async (change, _) =>
        {
            if (!(await change.CaseAsync(input.CaseNumber, cancellationToken)).IsDone(out var found, out var unknown))
            {
                return unknown;
            }

            if (await WhyNotAsync(change, found, cancellationToken) is { } no)
            {
                return no;
            }

            var wish = new RefundWish(RefundReason.Voluntary, [.. found.Order.Passengers.Select(p => new RefundPassenger(p.LastName, p.FirstName))], DisplayCurrency: null);
            if ((wish.WhyNot(found.Order) ?? await change.WhyGivenBackAsync(found.OrderNo, wish, cancellationToken)) is { } impossible)
            {
                return impossible;
            }

            var (year, sequence) = await change.NextAsync(cancellationToken);
            var opened = Case.Open(found.Order, year, sequence, found.Reason, change.Actor, change.Now, wish, insteadOf: found.Number);
            var withdrawn = new CaseInput.Withdrawn { Arguments = CaseInput.Words(null, opened.Number) };
            if (found.Apply(withdrawn, change.Actor, change.Now).Refusal is { } refusal)
            {
                return refusal;
            }

            change.Audit("case.withdrawn", "case:" + found.Number, new { continuedAs = opened.Number });

            // The void lets the order go before the refund takes hold of it.
            await change.Db.SaveChangesAsync(cancellationToken);
            return await change.OpenAsync(opened, cancellationToken);
        }, cancellationToken);

    private static async Task<Refusal?> WhyNotAsync(Change change, Case found, CancellationToken cancellationToken)
    {
        if (found.Kind != CaseKind.Void)
        {
            return CasesRefusals.NotAVoid;
        }

        if (await RestoreGate.WhyInDoubtAsync(change.Db, cancellationToken) is { } inDoubt)
        {
            return inDoubt;
        }

        // A second press finds the void closed, and is told what the first one opened.
        var no = CaseMachine.Decide(found.Facts, new CaseInput.Withdrawn()).Refusal;
        return no is not null && no.Is(CasesRefusals.Closed) ? await change.WhyTakenAsync(found.Order, cancellationToken) ?? no : no;
    }
}
