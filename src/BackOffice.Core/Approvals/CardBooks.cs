using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Approvals;

/// <summary>What our own books say of a card payment, asked inside the transaction that wants to give some of it back.</summary>
internal static class CardBooks
{
    /// <summary>Every permit for the payment but this one.</summary>
    public static async Task<IReadOnlyList<BookedRefund>> BookedAsync(BackOfficeDb db, Case found, Guid? except, CancellationToken cancellationToken)
    {
        var subject = found.HoldKey;
        var permits = await db.Set<Attempt>().AsNoTracking().Where(a => a.Kind == CaseKind.CardRefund && a.Subject == subject && a.Id != except)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { a.State, a.Amount, Case = c.State }).ToListAsync(cancellationToken);
        return [.. permits.Where(p => p.Amount is not null).Select(p => new BookedRefund(p.Amount!.Value, StateOf(p.State, p.Case)))];
    }

    /// <summary>Why this card refund may not be permitted, or sent, now: the supplier's leg, or what is left of the payment.</summary>
    public static async Task<Refusal?> WhyNotAsync(BackOfficeDb db, Case found, Guid? except, CancellationToken cancellationToken)
    {
        if (found.Card is not { } card)
        {
            return null;
        }

        var supplier = await db.Set<Case>().Where(c => c.Id == found.SupplierCaseId).Select(c => c.State).SingleAsync(cancellationToken);
        var desk = await db.DeskAsync(cancellationToken);
        return LegRules.WhyNotYet(desk.CustomerPaid, supplier)
            ?? CardRefundRules.WhyNot(card.Payment, await BookedAsync(db, found, except, cancellationToken), card.Amount);
    }

    private static BookedRefundState StateOf(AttemptState permit, CaseState of) => permit switch
    {
        AttemptState.Planned or AttemptState.Sending => BookedRefundState.InFlight,
        AttemptState.Unknown => BookedRefundState.Unknown,
        AttemptState.Accepted => BookedRefundState.Accepted,
        AttemptState.Settled => of == CaseState.Rejected ? BookedRefundState.NothingMoved : BookedRefundState.Accepted,
        // Dealt with outside the program is not the same as "nothing was paid".
        AttemptState.Abandoned => of == CaseState.ClosedByHand ? BookedRefundState.Unknown : BookedRefundState.NothingMoved,
        AttemptState.Refused or AttemptState.Cancelled => BookedRefundState.NothingMoved,
    };
}
