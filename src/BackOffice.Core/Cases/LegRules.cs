using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace BackOffice.Core.Cases;

/// <summary>How the two legs of the money stand to each other.</summary>
public enum LegsVerdict
{
    /// <summary>Neither has ended with money.</summary>
    Open,

    /// <summary>The supplier has paid, and the customer has all that was planned for them.</summary>
    BothClosed,

    /// <summary>The supplier has paid; the customer has nothing yet.</summary>
    SupplierOnly,

    /// <summary>The customer has been paid for what the supplier has not given back: the agency is out of pocket.</summary>
    CustomerOnly,

    /// <summary>Both have ended, and what came back is not what was expected, or a leg failed or was closed by hand.</summary>
    Mismatch,
}

/// <param name="State">Of the supplier's case.</param>
/// <param name="Expected">By the quote that was sent; null where none could be told.</param>
/// <param name="Actual">Confirmed, or seen on the card by a person; null where nobody can know.</param>
public sealed record SupplierLeg(CaseState State, Money? Expected, Money? Actual);

/// <param name="State">Of the card refund's case.</param>
public sealed record CustomerLeg(CaseState State, Money Amount);

/// <summary>The two legs of the money. Amounts of different currencies are never set against each other. Pure.</summary>
public static class LegRules
{
    /// <summary>Why the customer's leg may not be paid yet, or null.</summary>
    public static Refusal? WhyNotYet(CustomerPaid when, CaseState supplier) => when switch
    {
        CustomerPaid.ByHand => null,
        CustomerPaid.OnAcceptance => supplier == CaseState.Following || HasPaid(supplier) ? null : CasesRefusals.SupplierNotYet,
        CustomerPaid.OnConfirmation => HasPaid(supplier) ? null : CasesRefusals.SupplierNotYet,
    };

    public static LegsVerdict Of(SupplierLeg supplier, IReadOnlyCollection<CustomerLeg> customer)
    {
        var paid = customer.Any(l => l.State == CaseState.Refunded);
        var isPending = customer.Any(l => !CaseStates.IsFinal(l.State));
        var failed = customer.Any(l => l.State is CaseState.Rejected or CaseState.ClosedWithoutResult or CaseState.ClosedByHand);
        return (HasPaid(supplier.State), paid) switch
        {
            (true, true) when isPending => LegsVerdict.SupplierOnly,
            (true, true) => Differs(supplier) || failed ? LegsVerdict.Mismatch : LegsVerdict.BothClosed,
            (true, false) => failed && !isPending ? LegsVerdict.Mismatch : LegsVerdict.SupplierOnly,
            (false, true) => LegsVerdict.CustomerOnly,
            (false, false) => failed && !isPending && CaseStates.IsFinal(supplier.State) ? LegsVerdict.Mismatch : LegsVerdict.Open,
        };
    }

    /// <summary>Actual less expected; null where either is not known or the currencies differ.</summary>
    public static Money? Difference(SupplierLeg supplier) =>
        supplier is { Expected: { } expected, Actual: { } actual } && expected.Currency == actual.Currency ? actual - expected : null;

    /// <summary>The supplier's money is back, as far as the partner can know.</summary>
    public static bool HasPaid(CaseState supplier) => supplier is CaseState.Refunded or CaseState.CompletedOnCard;

    private static bool Differs(SupplierLeg supplier) => supplier is { Expected: { } expected, Actual: { } actual } && expected != actual;
}
