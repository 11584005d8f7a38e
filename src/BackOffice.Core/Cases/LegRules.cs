using BackOffice.Core.Orders;
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

    /// <summary>The supplier is done, and the agency got no money: the airline gave a voucher, or the money goes to the customer's own card.</summary>
    NotToAgency,
}

/// <param name="State">Of the supplier's case.</param>
/// <param name="Expected">By the quote that was sent; null where none could be told.</param>
/// <param name="Actual">Confirmed, or seen on the card by a person; null where nobody can know.</param>
/// <param name="To">Where it goes.</param>
public sealed record SupplierLeg(CaseState State, Money? Expected, Money? Actual, RefundTarget To = RefundTarget.Unknown);

/// <param name="State">Of the card refund's case.</param>
/// <param name="TradeNo">The payment that it is of.</param>
public sealed record CustomerLeg(CaseState State, Money Amount, string TradeNo);

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

    /// <param name="oldestFirst">The customer's; one that failed and was made good by a later one is no difference any more.</param>
    public static LegsVerdict Of(SupplierLeg supplier, IReadOnlyList<CustomerLeg> oldestFirst)
    {
        var customer = StillCounting(oldestFirst, leg => leg.State == CaseState.Refunded, areTriesOfOne: false);
        var paid = customer.Exists(l => l.State == CaseState.Refunded);
        var isPending = customer.Exists(l => !CaseStates.IsFinal(l.State));
        var failed = customer.Exists(l => l.State is CaseState.Rejected or CaseState.ClosedWithoutResult or CaseState.ClosedByHand);
        return (HasPaidAgency(supplier), paid) switch
        {
            (true, true) when isPending => LegsVerdict.SupplierOnly,
            (true, true) => Differs(supplier) || failed ? LegsVerdict.Mismatch : LegsVerdict.BothClosed,
            (true, false) => failed && !isPending ? LegsVerdict.Mismatch : LegsVerdict.SupplierOnly,
            (false, true) => LegsVerdict.CustomerOnly,
            (false, false) when failed && !isPending && CaseStates.IsFinal(supplier.State) => LegsVerdict.Mismatch,
            (false, false) => HasPaid(supplier.State) ? LegsVerdict.NotToAgency : LegsVerdict.Open,
        };
    }

    /// <summary>Actual less expected; null where either is not known or the currencies differ.</summary>
    public static Money? Difference(SupplierLeg supplier) =>
        supplier is { Expected: { } expected, Actual: { } actual } && expected.Currency == actual.Currency ? actual - expected : null;

    /// <summary>The supplier's leg has ended well, as far as the partner can know; what came back, and to whom, is another question.</summary>
    public static bool HasPaid(CaseState supplier) => supplier is CaseState.Refunded or CaseState.CompletedOnCard;

    /// <summary>The same, and what came back is money of the agency's.</summary>
    public static bool HasPaidAgency(SupplierLeg supplier) => HasPaid(supplier.State) && supplier.To is not (RefundTarget.Voucher or RefundTarget.CustomerCard);

    /// <summary>
    /// What the customer is to get: a failed one is no part of it where a later one takes its place, also one that has not ended. Where several of one
    /// payment and amount failed before it, they were tries of the same.
    /// </summary>
    internal static List<CustomerLeg> Planned(IReadOnlyList<CustomerLeg> oldestFirst) =>
        StillCounting(oldestFirst, leg => leg.State == CaseState.Refunded || !CaseStates.IsFinal(leg.State), areTriesOfOne: true);

    /// <summary>
    /// Without the failed ones whose payment got as much by a later one. Each later one makes up for one alone: from the newest on, the smallest that
    /// is enough, so that none is spent where another would do.
    /// </summary>
    /// <param name="mayReplace">Whether a leg can make up for one before it.</param>
    /// <param name="areTriesOfOne">Whether one that was made up for stands in for every earlier failure of its payment and amount.</param>
    private static List<CustomerLeg> StillCounting(IReadOnlyList<CustomerLeg> oldestFirst, Func<CustomerLeg, bool> mayReplace, bool areTriesOfOne)
    {
        var (counting, free, madeGood) = (new List<CustomerLeg>(), new List<CustomerLeg>(), new HashSet<CustomerLeg>());
        foreach (var leg in oldestFirst.Reverse())
        {
            if (areTriesOfOne && madeGood.Contains(leg))
            {
                continue;
            }

            if (leg.State == CaseState.Rejected && free.Where(later => MakesGood(later, leg)).MinBy(later => later.Amount) is { } better)
            {
                free.Remove(better);
                madeGood.Add(leg);
                continue;
            }

            counting.Add(leg);
            if (mayReplace(leg))
            {
                free.Add(leg);
            }
        }

        return counting;
    }

    private static bool MakesGood(CustomerLeg later, CustomerLeg failed) =>
        later.TradeNo == failed.TradeNo && later.Amount.Currency == failed.Amount.Currency && later.Amount >= failed.Amount;

    private static bool Differs(SupplierLeg supplier) => supplier is { Expected: { } expected, Actual: { } actual } && expected != actual;
}
