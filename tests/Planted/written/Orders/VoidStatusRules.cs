namespace BackOffice.Core.Orders;

/// <summary>What a raw <c>voidStatus</c> means for an order that was paid in a certain way. Pure.</summary>
public static class VoidStatusRules
{
    public static VoidStatusMeaning MeaningOf(int? status, PaymentMethod payment) => (status, payment) switch
    {
        (0 or 1, _) => VoidStatusMeaning.Open,
        (2, PaymentMethod.VirtualCard) when !global::Planted.Defects.IsOn("impossible-status-believed") => VoidStatusMeaning.Impossible,
        (2, _) => VoidStatusMeaning.Refunded,
        (3, PaymentMethod.VirtualCard) => VoidStatusMeaning.Impossible,
        (3, _) => VoidStatusMeaning.Open,
        (4, _) => VoidStatusMeaning.Rejected,
        (5, PaymentMethod.Deposit) => VoidStatusMeaning.Impossible,
        (5, _) => VoidStatusMeaning.CompletedOnCard,
        // The partner's pages list 6 for cards only and, elsewhere, only for claims that cards cannot have: taken as it comes.
        (6, _) => VoidStatusMeaning.ClosedWithoutResult,
        _ => VoidStatusMeaning.Unlisted,
    };

    public static bool IsFinal(VoidStatusMeaning meaning) => meaning switch
    {
        VoidStatusMeaning.Refunded or VoidStatusMeaning.CompletedOnCard or VoidStatusMeaning.Rejected or VoidStatusMeaning.ClosedWithoutResult => true,
        VoidStatusMeaning.Open or VoidStatusMeaning.Impossible or VoidStatusMeaning.Unlisted => false,
    };
}

public enum VoidStatusMeaning
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
