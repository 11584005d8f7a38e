using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Payments;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

/// <summary>What is said of the two legs beside each other, and when the customer's can be prepared.</summary>
public sealed class LegsPresenterTests
{
    private const string TradeNo = "2026083011000000000001";

    private static readonly CardWish Card = new(TradeNo, new Money(20_000, "USD"), new DateOnly(2026, 8, 30), new Money(15_000, "USD"));

    [Theory]
    [InlineData(CaseState.Quoted, CustomerPaid.OnConfirmation, false, true)]
    [InlineData(CaseState.Quoted, CustomerPaid.ByHand, true, false)]
    [InlineData(CaseState.Following, CustomerPaid.OnConfirmation, true, true)]
    [InlineData(CaseState.Following, CustomerPaid.OnAcceptance, true, false)]
    [InlineData(CaseState.Withdrawn, CustomerPaid.ByHand, false, false)]
    public void MayPrepare_FromTheSuppliersCase_SaysWhetherItMustWait(CaseState state, CustomerPaid rule, bool may, bool waits)
    {
        var legs = Legs(ACase.View(state) with { Desk = new DeskSettings { CustomerPaid = rule } });

        Assert.Equal((may, waits), (legs.MayPrepare, legs.WhyNotYet is not null));
    }

    [Fact]
    public void MayPrepare_OfACardRefundOrByAnAuditor_IsNo()
    {
        Assert.False(Legs(ACase.View(CaseState.Following, Role.Auditor)).MayPrepare);
        var view = ACase.View(CaseState.Following);
        Assert.False(new LegsPresenter(view with { Row = view.Row with { Id = 2 } }, Legs(view).Legs).MayPrepare);
    }

    /// <summary>A voucher is a person's decision. What the customer's own card paid is not given back a second time.</summary>
    [Theory]
    [InlineData(PaymentMethod.MerchantOfRecord, RefundMethod.Cash, false, true)]
    [InlineData(PaymentMethod.MerchantOfRecord, RefundMethod.Voucher, false, true)]
    [InlineData(PaymentMethod.MerchantOfRecord, null, false, true)]
    [InlineData(PaymentMethod.Deposit, RefundMethod.Voucher, true, false)]
    [InlineData(PaymentMethod.OwnAirlineAccount, RefundMethod.Cash, true, false)]
    public void MayPrepare_ByWhoPaid_IsNoWhereTheCustomerDid(PaymentMethod payment, RefundMethod? method, bool may, bool saysWhyNot)
    {
        var legs = Legs(ACase.View(ACase.Row(CaseState.Following) with { Payment = payment, Method = method }));

        Assert.Equal((may, saysWhyNot), (legs.MayPrepare, legs.SaysWhyNoForm));
    }

    [Fact]
    public void WhyNoForm_BeforeAnythingLeftTheHouse_IsNotSaid() =>
        Assert.False(Legs(ACase.View(ACase.Row(CaseState.Quoted) with { Payment = PaymentMethod.MerchantOfRecord })).SaysWhyNoForm);

    [Theory]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Cash, "Stand.Supplier.Paid", "Verdict.SupplierOnly.Text")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Voucher, "Stand.Supplier.Voucher", "Verdict.NotToAgency.Voucher")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Other, "Stand.Supplier.Unknown", "Verdict.SupplierOnly.Text")]
    [InlineData(CaseState.Refunded, PaymentMethod.MerchantOfRecord, RefundMethod.Cash, "Stand.Supplier.CustomerCard", "Verdict.NotToAgency.Text")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.MerchantOfRecord, null, "Stand.Supplier.CustomerCard", "Verdict.NotToAgency.Text")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.OwnAirlineAccount, RefundMethod.Cash, "Stand.Supplier.AirlineAccount", "Verdict.SupplierOnly.Text")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.VirtualCard, RefundMethod.Cash, "Stand.Supplier.OnCard", "Verdict.SupplierOnly.Text")]
    public void Stand_OfADoneSupplier_SaysWhereTheMoneyWent(CaseState state, PaymentMethod payment, RefundMethod? method, string stand, string verdict)
    {
        var legs = Legs(ACase.View(ACase.Row(state) with { Payment = payment, Method = method }));

        Assert.Equal((stand, verdict), (legs.SupplierStandKey, legs.VerdictTextKey));
    }

    [Fact]
    public void Verdict_WhereTheAirlineAndTheAgencyPayTheSameCustomer_SaysSo()
    {
        var view = ACase.View(ACase.Row(CaseState.Refunded) with { Payment = PaymentMethod.MerchantOfRecord });
        var paid = Customer(Card) with { Row = ACase.Row(CaseState.Refunded) with { Id = 2 }, Paid = Card.Amount };

        Assert.Equal("Verdict.CustomerOnly.Twice", new LegsPresenter(view, CaseLegs.Of(Legs(view).Legs.Supplier, [paid])).VerdictTextKey);
    }

    /// <summary>A voucher's worth is no sum to begin with.</summary>
    [Fact]
    public void Draft_OfAVoucher_ProposesNoAmount() =>
        Assert.Null(Legs(ACase.View(ACase.Row(CaseState.Following) with { Method = RefundMethod.Voucher })).Draft.Amount);

    [Theory]
    [InlineData(CaseState.Following, PaymentMethod.VirtualCard, true)]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.VirtualCard, true)]
    [InlineData(CaseState.Quoted, PaymentMethod.VirtualCard, false)]
    [InlineData(CaseState.Following, PaymentMethod.Deposit, false)]
    public void SeenOnCard_CanBeSaid_WhereOnlyAPersonCanKnow(CaseState state, PaymentMethod payment, bool may) =>
        Assert.Equal(may, Legs(ACase.View(ACase.Row(state) with { Payment = payment })).MaySaySeen);

    /// <summary>In another currency nobody converts it for the person who types.</summary>
    [Fact]
    public void Draft_BeginsWithTheEarlierPayment_AndTheAmountInItsCurrencyOnly()
    {
        var view = ACase.View(CaseState.Following);
        var supplier = Legs(view).Legs.Supplier;
        var inYen = Card with { Total = new Money(30_000, "JPY"), Amount = new Money(10_000, "JPY") };

        Assert.Equal(new CardDraft("", null, null, new Money(8_274, "USD")), Legs(view).Draft);
        Assert.Equal(new CardDraft(TradeNo, Card.Total, Card.PaidOn, new Money(8_274, "USD")), new LegsPresenter(view, CaseLegs.Of(supplier, [Customer(Card)])).Draft);
        Assert.Null(new LegsPresenter(view, CaseLegs.Of(supplier, [Customer(inYen)])).Draft.Amount);
    }

    [Fact]
    public void Verdict_WhereOnlyTheCustomerIsPaid_IsBad()
    {
        Assert.Equal(Meaning.Bad, LegsPresenter.MeaningOf(LegsVerdict.CustomerOnly));
        Assert.Equal(Meaning.Good, LegsPresenter.MeaningOf(LegsVerdict.BothClosed));
        Assert.NotEqual(LegsPresenter.SupplierKeyOf(ACase.Row(CaseState.Refunded)), LegsPresenter.CustomerKeyOf(Customer(Card) with { Row = ACase.Row(CaseState.Refunded) }));
    }

    [Fact]
    public void Verdict_WhereTheCustomerHasHadAPart_SaysSo()
    {
        var view = ACase.View(ACase.Row(CaseState.Refunded));
        var legs = new CaseLegs(new SupplierLegView(view.Row, view.ExpectedBack, null, null, null, null), [Customer(Card)], LegsVerdict.SupplierOnly);

        Assert.Equal("Verdict.SupplierOnly.Text", new LegsPresenter(view, legs).VerdictTextKey);
        Assert.Equal("Verdict.SupplierOnly.Part", new LegsPresenter(view, legs with { Customer = [Customer(Card), Customer(Card) with { Paid = Card.Amount }] }).VerdictTextKey);
    }

    /// <summary>After a restore nobody knows that nothing was sent: of every leg while the partner is asked, and of the page's own case after that.</summary>
    [Theory]
    [InlineData(CaseState.Open, null, false, "Stand.NotSent", "Stand.NotSent")]
    [InlineData(CaseState.Open, "recovery.called-off", false, "Stand.InDoubt", "Stand.NotSent")]
    [InlineData(CaseState.Open, "case.figures-changed", false, "Stand.NotSent", "Stand.NotSent")]
    [InlineData(CaseState.Open, null, true, "Stand.InDoubt", "Stand.InDoubt")]
    [InlineData(CaseState.Following, null, true, "Stand.Followed", "Stand.InDoubt")]
    public void Stand_AfterARestore_SaysThatItMayHaveBeenSent(CaseState state, string? no, bool isRecovering, string supplier, string customer)
    {
        var view = ACase.View(state) with { LastRefusal = no };
        var legs = new LegsPresenter(view, CaseLegs.Of(Legs(view).Legs.Supplier, [Customer(Card)]), isRecovering);

        Assert.Equal((supplier, customer), (legs.SupplierStandKey, legs.StandKeyOf(legs.Legs.Customer[0])));
    }

    [Theory]
    [InlineData(TradeNo, "Booked the wrong day", null)]
    [InlineData("20260830", "Booked the wrong day", "payments.trade-no-invalid")]
    [InlineData(TradeNo, "A/B", "payments.text-characters")]
    [InlineData(TradeNo, "", "payments.text-missing")]
    public void WhyNot_OfWhatWasTyped_IsSaidBeforeAnythingIsAsked(string tradeNo, string reason, string? name) =>
        Assert.Equal(name, LegsPresenter.WhyNot(tradeNo, reason)?.Name);

    private static LegsPresenter Legs(CaseView view) =>
        new(view, CaseLegs.Of(new SupplierLegView(view.Row, view.ExpectedBack ?? new Money(8_274, "USD"), null, null, null, null), []));

    private static CustomerLegView Customer(CardWish card) => new(ACase.Row(CaseState.Open) with { Id = 2, Number = "C-2026-000002" }, card, null, null, null);
}
