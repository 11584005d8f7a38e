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
    /// <param name="subject">The payment, as <see cref="Payments.CardWish.HoldKey"/> names it.</param>
    public static async Task<IReadOnlyList<BookedRefund>> BookedAsync(BackOfficeDb db, string subject, Guid? except, CancellationToken cancellationToken)
    {
        var permits = await db.Set<Attempt>().AsNoTracking().Where(a => a.Kind == CaseKind.CardRefund && a.Subject == subject && a.Id != except)
            .Join(db.Set<Case>(), a => a.CaseId, c => c.Id, (a, c) => new { Permit = a, Case = new CaseEnd(c.State, c.PartnerRef) }).ToListAsync(cancellationToken);
        // A refund that proof and a person's recording both name is one refund.
        var others = permits.Where(p => !IsEndedByWord(p.Permit)).Select(p => p.Permit.PartnerRef).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. permits.Where(p => p.Permit.Amount is not null && !(IsEndedByWord(p.Permit) && p.Permit.PartnerRef is { } reference && others.Contains(reference)))
                .Select(p => new BookedRefund(p.Permit.Amount!.Value, StateOf(p.Permit, p.Case))),
        ];
    }

    /// <summary>Why this card refund may not be permitted, or sent, now: the supplier's leg, or what is left of the payment.</summary>
    public static async Task<Refusal?> WhyNotAsync(BackOfficeDb db, Case found, Guid? except, CancellationToken cancellationToken)
    {
        if (found.Card is not { } card)
        {
            return null;
        }

        var subject = found.HoldKey;
        if (await db.Set<Attempt>().Where(a => a.Subject == subject && a.NamedRef != null).Select(a => a.NamedRef).FirstOrDefaultAsync(cancellationToken) is { } named)
        {
            return CasesRefusals.NumberNamed.With(named);
        }

        var supplier = await db.Set<Case>().Where(c => c.Id == found.SupplierCaseId).Select(c => c.State).SingleAsync(cancellationToken);
        var desk = await db.DeskAsync(cancellationToken);
        return LegRules.WhyNotYet(desk.CustomerPaid, supplier)
            ?? CardRefundRules.WhyNot(card.Payment, await BookedAsync(db, subject, except, cancellationToken), card.Amount);
    }

    /// <summary>What it has for a number is late proof.</summary>
    private static bool IsEndedByWord(Attempt permit) => permit.State is AttemptState.Abandoned or AttemptState.Refused;

    private static BookedRefundState StateOf(Attempt permit, CaseEnd of) => permit.State switch
    {
        AttemptState.Planned or AttemptState.Sending => BookedRefundState.InFlight,
        AttemptState.Unknown => BookedRefundState.Unknown,
        AttemptState.Accepted => BookedRefundState.Accepted,
        AttemptState.Settled => Given(permit, of),
        // A person took it for lost, or the partner itself said no, and the partner has it after all.
        AttemptState.Abandoned or AttemptState.Refused when permit.PartnerRef is not null => Given(permit, of),
        AttemptState.Abandoned => PersonsWords.Read(permit.OutcomeReason) switch
        {
            PersonsWord.NotThere or PersonsWord.TakenBack => BookedRefundState.NothingMoved,
            // Dealt with outside the program is not the same as "nothing was paid".
            PersonsWord.ClosedByHand => BookedRefundState.Unknown,
        },
        AttemptState.Refused or AttemptState.Cancelled => BookedRefundState.NothingMoved,
    };

    /// <summary>Taken by the partner; nothing moved only where the case that followed this very refund saw it fail.</summary>
    private static BookedRefundState Given(Attempt permit, CaseEnd of) =>
        of.State == CaseState.Rejected && of.PartnerRef == permit.PartnerRef ? BookedRefundState.NothingMoved : BookedRefundState.Accepted;

    private sealed record CaseEnd(CaseState State, string? PartnerRef);
}
