using System.Globalization;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;

namespace Unit.Cases;

public sealed class LegRulesTests
{
    private static readonly Money Hundred = new(10_000, "USD");

    [Theory]
    [InlineData(CaseState.Following, null, LegsVerdict.Open)]
    [InlineData(CaseState.Refunded, null, LegsVerdict.SupplierOnly)]
    [InlineData(CaseState.CompletedOnCard, CaseState.Following, LegsVerdict.SupplierOnly)]
    [InlineData(CaseState.Refunded, CaseState.Refunded, LegsVerdict.BothClosed)]
    [InlineData(CaseState.CompletedOnCard, CaseState.Refunded, LegsVerdict.BothClosed)]
    [InlineData(CaseState.Following, CaseState.Refunded, LegsVerdict.CustomerOnly)]
    [InlineData(CaseState.Rejected, CaseState.Refunded, LegsVerdict.CustomerOnly)]
    [InlineData(CaseState.Refunded, CaseState.Rejected, LegsVerdict.Mismatch)]
    [InlineData(CaseState.Rejected, CaseState.Rejected, LegsVerdict.Mismatch)]
    [InlineData(CaseState.Rejected, null, LegsVerdict.Open)]
    public void Verdict_OfTwoLegs_NamesWhoIsOutOfPocket(CaseState supplier, CaseState? customer, LegsVerdict expected) =>
        Assert.Equal(expected, LegRules.Of(new SupplierLeg(supplier, Hundred, null), customer is { } state ? [Leg(state)] : []));

    /// <summary>A voucher, and what goes to the customer's own card, bring the agency nothing that it could give on.</summary>
    [Theory]
    [InlineData(RefundTarget.Voucher, CaseState.Refunded, null, LegsVerdict.NotToAgency)]
    [InlineData(RefundTarget.Voucher, CaseState.Refunded, CaseState.Following, LegsVerdict.NotToAgency)]
    [InlineData(RefundTarget.Voucher, CaseState.Refunded, CaseState.Refunded, LegsVerdict.CustomerOnly)]
    [InlineData(RefundTarget.Voucher, CaseState.Refunded, CaseState.Rejected, LegsVerdict.Mismatch)]
    [InlineData(RefundTarget.Voucher, CaseState.Following, null, LegsVerdict.Open)]
    [InlineData(RefundTarget.CustomerCard, CaseState.CompletedOnCard, null, LegsVerdict.NotToAgency)]
    [InlineData(RefundTarget.CustomerCard, CaseState.Refunded, CaseState.Refunded, LegsVerdict.CustomerOnly)]
    [InlineData(RefundTarget.CustomerCard, CaseState.Rejected, null, LegsVerdict.Open)]
    [InlineData(RefundTarget.AirlineAccount, CaseState.CompletedOnCard, null, LegsVerdict.SupplierOnly)]
    [InlineData(RefundTarget.Deposit, CaseState.Refunded, CaseState.Refunded, LegsVerdict.BothClosed)]
    public void Verdict_ByWhereTheMoneyGoes_NeverSaysPaidOfWhatTheAgencyDoesNotGet(RefundTarget to, CaseState supplier, CaseState? customer, LegsVerdict expected) =>
        Assert.Equal(expected, LegRules.Of(new SupplierLeg(supplier, Hundred, null, to), customer is { } state ? [Leg(state)] : []));

    [Fact]
    public void Verdict_WhereLessCameBackThanExpected_IsAMismatch() =>
        Assert.Equal(LegsVerdict.Mismatch, LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, new Money(9_000, "USD")), [Leg(CaseState.Refunded)]));

    /// <summary>What was closed by hand was dealt with elsewhere: nobody here knows that the customer has it all.</summary>
    [Fact]
    public void Verdict_WhereAPartWasClosedByHand_IsAMismatch() =>
        Assert.Equal(
            LegsVerdict.Mismatch,
            LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, null), [Leg(CaseState.Refunded), Leg(CaseState.ClosedByHand)]));

    /// <summary>Each later payment makes up for one that failed before it, of the same payment and no larger.</summary>
    [Theory]
    [InlineData("failed 100, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 120", LegsVerdict.BothClosed)]
    [InlineData("failed 100, failed 200, paid 200, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 100, failed 100, paid 100", LegsVerdict.BothClosed)]
    [InlineData("failed 100, paid 99", LegsVerdict.Mismatch)]
    [InlineData("paid 100, failed 100", LegsVerdict.Mismatch)]
    [InlineData("failed 100, failed 100, paid 200", LegsVerdict.Mismatch)]
    [InlineData("failed 100, failed 100, paid 100", LegsVerdict.Mismatch)]
    [InlineData("failed 100, other 100", LegsVerdict.Mismatch)]
    [InlineData("closed 100, paid 100", LegsVerdict.Mismatch)]
    public void Verdict_OfAFailedLeg_IsADifferenceUntilItIsMadeGood(string story, LegsVerdict expected) =>
        Assert.Equal(expected, LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, Hundred), [.. story.Split(", ").Select(Told)]));

    /// <summary>
    /// A failed one is not planned twice: neither once its place was taken, nor while another is on its way. Several of one amount that failed before it were
    /// tries of the same.
    /// </summary>
    [Theory]
    [InlineData("failed 100", 100)]
    [InlineData("failed 100, paid 100", 100)]
    [InlineData("failed 100, prepared 100", 100)]
    [InlineData("failed 100, failed 100, prepared 100", 100)]
    [InlineData("failed 100, failed 100, paid 100", 100)]
    [InlineData("failed 100, failed 100, failed 100, paid 120", 120)]
    [InlineData("failed 60, failed 100, failed 100, paid 100", 160)]
    [InlineData("failed 60, failed 100, failed 100, paid 100, paid 100", 200)]
    [InlineData("failed 100, paid 100, failed 100, paid 100", 200)]
    [InlineData("failed 100, other 100", 200)]
    [InlineData("failed 100, paid 60", 160)]
    [InlineData("paid 100, prepared 50", 150)]
    public void Planned_WithAFailedLeg_CountsItUntilAnotherTakesItsPlace(string story, long dollars) =>
        Assert.Equal(100 * dollars, LegRules.Planned([.. story.Split(", ").Select(Told)]).Sum(leg => leg.Amount.Minor));

    /// <summary>What came back from the supplier is a difference of its own.</summary>
    [Fact]
    public void Verdict_WhereTheSupplierPaidLess_StaysADifference() =>
        Assert.Equal(LegsVerdict.Mismatch, LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, new Money(1, "USD")), [Told("failed 100"), Told("paid 100")]));

    /// <summary>R7: amounts of different currencies are not set against each other.</summary>
    [Fact]
    public void Difference_OfTwoCurrencies_IsNone()
    {
        Assert.Null(LegRules.Difference(new SupplierLeg(CaseState.Refunded, Hundred, new Money(9_000, "EUR"))));
        Assert.Equal(new Money(-1_000, "USD"), LegRules.Difference(new SupplierLeg(CaseState.Refunded, Hundred, new Money(9_000, "USD"))));
    }

    [Theory]
    [InlineData(CustomerPaid.OnConfirmation, CaseState.Following, false)]
    [InlineData(CustomerPaid.OnConfirmation, CaseState.Refunded, true)]
    [InlineData(CustomerPaid.OnConfirmation, CaseState.CompletedOnCard, true)]
    [InlineData(CustomerPaid.OnAcceptance, CaseState.Following, true)]
    [InlineData(CustomerPaid.OnAcceptance, CaseState.OutcomeUnknown, false)]
    [InlineData(CustomerPaid.OnAcceptance, CaseState.Rejected, false)]
    [InlineData(CustomerPaid.ByHand, CaseState.Rejected, true)]
    public void Customer_MayBePaid_ByTheOfficesRule(CustomerPaid when, CaseState supplier, bool may) =>
        Assert.Equal(may, LegRules.WhyNotYet(when, supplier) is null);

    private static CustomerLeg Leg(CaseState state) => new(state, Hundred, "2026083011000000000001");

    /// <summary>A leg of a story: how it ended, and its dollars.</summary>
    private static CustomerLeg Told(string words) => new(
        words.Split(' ')[0] switch { "failed" => CaseState.Rejected, "closed" => CaseState.ClosedByHand, "prepared" => CaseState.Quoted, _ => CaseState.Refunded },
        new Money(100 * long.Parse(words.Split(' ')[1], CultureInfo.InvariantCulture), "USD"), words.StartsWith("other", StringComparison.Ordinal) ? "2026083011000000000002" : "2026083011000000000001");
}
