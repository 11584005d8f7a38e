namespace BackOffice.Core.Settings;

/// <summary>When a customer's card payment may be given back, seen from the supplier's leg.</summary>
public enum CustomerPaid
{
    /// <summary>When the void or refund is confirmed as done. The default: nobody is out of pocket.</summary>
    OnConfirmation,

    /// <summary>As soon as the partner has accepted it: kind to the customer, the agency carries the risk of a rejection.</summary>
    OnAcceptance,

    /// <summary>Whenever a person decides.</summary>
    ByHand,
}
