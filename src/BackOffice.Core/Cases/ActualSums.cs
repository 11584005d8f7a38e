using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>What a partner's word says has really come back. Pure.</summary>
internal static class ActualSums
{
    /// <summary>Null where nothing is told yet. A zero before a final state is a placeholder of the partner's, not an amount.</summary>
    public static Money? Of(CaseSubject subject, PaymentMethod payment, PartnerProgress progress) => subject.Card is { } card
        ? PartnerStatusRules.MeaningOf(subject.Kind, progress.Status, payment) == PartnerStatusMeaning.Refunded ? card.Amount : null
        : progress.ActualBack is { } actual && (!actual.IsZero || PartnerStatusRules.IsFinal(PartnerStatusRules.MeaningOf(progress.Status, payment))) ? actual : null;
}
