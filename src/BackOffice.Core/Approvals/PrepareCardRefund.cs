using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <param name="SupplierCaseNumber">The void or refund whose customer is to be paid.</param>
/// <param name="TradeNo">AsiaBill's number of the payment, as typed or pasted: 22 digits.</param>
/// <param name="Total">What the card was charged, with its currency: Atlas knows neither.</param>
/// <param name="Reason">Goes to AsiaBill as well: at most 100 characters, without <c>/ &lt; &gt; &amp; +</c>.</param>
public sealed record PrepareCardRefundInput(string SupplierCaseNumber, string TradeNo, Money Total, DateOnly PaidOn, Money Amount, string Reason);

/// <summary>
/// Opens the customer's leg of a void or refund: which card payment, and how much of it. Bounded by what is left of the payment in our own
/// books; asked again when it is permitted and when it is sent.
/// </summary>
public sealed class PrepareCardRefund(Store store)
{
    /// <returns>The new case's number.</returns>
    public Task<Outcome<string>> ExecuteAsync(Actor actor, PrepareCardRefundInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<string>(actor, Permission.WorkCases, async (change, _) =>
        {
            if (!Read(input).IsDone(out var card, out var unreadable))
            {
                return unreadable;
            }

            if (!(await change.CaseAsync(input.SupplierCaseNumber, cancellationToken)).IsDone(out var supplier, out var unknown))
            {
                return unknown;
            }

            if (await WhyNotAsync(change, supplier, card, cancellationToken) is { } no)
            {
                return no;
            }

            return await change.OpenAsync((year, sequence) => Case.OpenCard(supplier, card, year, sequence, input.Reason.Trim(), change.Actor, change.Now), cancellationToken);
        }, cancellationToken);

    private static Outcome<CardWish> Read(PrepareCardRefundInput input)
    {
        if (!TradeNo.Read(input.TradeNo).IsDone(out var tradeNo, out var unreadable))
        {
            return unreadable;
        }

        return CardRefundBody.WhyNot(input.Reason) is { } unsuitable ? unsuitable
            : input.Total.Minor <= 0 ? PaymentsRefusals.AmountNotPositive
            : new CardWish(tradeNo.Value, input.Total, input.PaidOn, input.Amount);
    }

    private static async Task<Refusal?> WhyNotAsync(Change change, Case supplier, CardWish card, CancellationToken cancellationToken)
    {
        if (supplier.Kind == CaseKind.CardRefund || supplier.State is CaseState.Withdrawn)
        {
            return CasesRefusals.SupplierNeeded;
        }

        var key = card.HoldKey;
        if (await change.Db.Set<Case>().Where(c => c.Holds == key).Select(c => c.Number).FirstOrDefaultAsync(cancellationToken) is { } existing)
        {
            return CasesRefusals.AlreadyOpen.With(existing);
        }

        // The payment was written down before: two truths about it would make the bound worthless. What was withdrawn before anything was permitted is none.
        var known = await change.Db.Set<Case>()
            .Where(c => c.TradeNo == card.TradeNo && (c.State != CaseState.Withdrawn || change.Db.Set<Attempt>().Any(a => a.CaseId == c.Id))).Select(c => c.Card).FirstOrDefaultAsync(cancellationToken);
        if (known is not null && known.Total != card.Total)
        {
            return PaymentsRefusals.OtherTotal.With(known.Total);
        }

        return CardRefundRules.WhyNot(card.Payment, await CardBooks.BookedAsync(change.Db, key, except: null, cancellationToken), card.Amount);
    }
}
