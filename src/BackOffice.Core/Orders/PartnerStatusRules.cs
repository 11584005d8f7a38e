using BackOffice.Core.Values;

namespace BackOffice.Core.Orders;

/// <summary>What the partner's raw status means for an order that was paid in a certain way. Pure.</summary>
public static class PartnerStatusRules
{
    public static PartnerStatusMeaning MeaningOf(int? status, PaymentMethod payment) => (status, payment) switch
    {
        (0 or 1, _) => PartnerStatusMeaning.Open,
        (2, PaymentMethod.VirtualCard) => PartnerStatusMeaning.Impossible,
        (2, _) => PartnerStatusMeaning.Refunded,
        (3, PaymentMethod.VirtualCard) => PartnerStatusMeaning.Impossible,
        (3, _) => PartnerStatusMeaning.Open,
        (4, _) => PartnerStatusMeaning.Rejected,
        (5, PaymentMethod.Deposit) => PartnerStatusMeaning.Impossible,
        (5, _) => PartnerStatusMeaning.CompletedOnCard,
        // The partner's pages list 6 for cards only and, elsewhere, only for claims that cards cannot have: taken as it comes.
        (6, _) => PartnerStatusMeaning.ClosedWithoutResult,
        _ => PartnerStatusMeaning.Unlisted,
    };

    /// <summary>The same for what any kind of case is followed by. A card refund has numbers of our own: 0 pending, 1 success, 2 fail.</summary>
    public static PartnerStatusMeaning MeaningOf(CaseKind kind, int? status, PaymentMethod payment) => kind switch
    {
        CaseKind.Void or CaseKind.Refund => MeaningOf(status, payment),
        CaseKind.CardRefund => status switch
        {
            0 => PartnerStatusMeaning.Open,
            1 => PartnerStatusMeaning.Refunded,
            2 => PartnerStatusMeaning.Rejected,
            _ => PartnerStatusMeaning.Unlisted,
        },
    };

    public static bool IsFinal(PartnerStatusMeaning meaning) => meaning switch
    {
        PartnerStatusMeaning.Refunded or PartnerStatusMeaning.CompletedOnCard or PartnerStatusMeaning.Rejected or PartnerStatusMeaning.ClosedWithoutResult => true,
        PartnerStatusMeaning.Open or PartnerStatusMeaning.Impossible or PartnerStatusMeaning.Unlisted => false,
    };
}

public enum PartnerStatusMeaning
{
    Open,
    Refunded,
    CompletedOnCard,
    Rejected,
    ClosedWithoutResult,

    /// <summary>Listed, but not reachable with this payment method: an alarm, not a transition.</summary>
    Impossible,

    /// <summary>Not in the contract, or unreadable: shown raw, followed on.</summary>
    Unlisted,
}
