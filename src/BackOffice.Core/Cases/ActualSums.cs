using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a partner's word says has really come back. Pure.</summary>
internal static class ActualSums
{
    /// <summary>
    /// Null where nothing is told yet. A zero is an amount only at an end that Atlas can know of: before one it is a placeholder, and what comes back on a
    /// card Atlas never sees.
    /// </summary>
    public static Money? Of(CaseSubject subject, PaymentMethod payment, PartnerProgress progress) => subject.Card is { } card
        ? PartnerStatusRules.MeaningOf(subject.Kind, progress.Status, payment) == PartnerStatusMeaning.Refunded ? card.Amount : null
        : progress.ActualBack is { } actual && (!actual.IsZero || MayBeNothing(PartnerStatusRules.MeaningOf(progress.Status, payment))) ? actual : null;

    private static bool MayBeNothing(PartnerStatusMeaning meaning) => meaning != PartnerStatusMeaning.CompletedOnCard && PartnerStatusRules.IsFinal(meaning);
}
