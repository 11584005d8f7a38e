using BackOffice.Core.Cases;
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
        Assert.Equal(expected, LegRules.Of(new SupplierLeg(supplier, Hundred, null), customer is { } state ? [new CustomerLeg(state, Hundred)] : []));

    [Fact]
    public void Verdict_WhereLessCameBackThanExpected_IsAMismatch() =>
        Assert.Equal(LegsVerdict.Mismatch, LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, new Money(9_000, "USD")), [new CustomerLeg(CaseState.Refunded, Hundred)]));

    /// <summary>What was closed by hand was dealt with elsewhere: nobody here knows that the customer has it all.</summary>
    [Fact]
    public void Verdict_WhereAPartWasClosedByHand_IsAMismatch() =>
        Assert.Equal(
            LegsVerdict.Mismatch,
            LegRules.Of(new SupplierLeg(CaseState.Refunded, Hundred, null), [new CustomerLeg(CaseState.Refunded, Hundred), new CustomerLeg(CaseState.ClosedByHand, Hundred)]));

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
}
