using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Web.Features.Cases;

namespace Unit.Web.Cases;

public sealed class CaseWordsTests
{
    /// <summary>A list does not read how the airline gives back: there the word says no more than that it is done.</summary>
    [Theory]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Cash, "State.Refunded")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Voucher, "State.Voucher")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Other, "State.Refunded.Any")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, null, "State.Refunded.Any")]
    [InlineData(CaseState.Refunded, PaymentMethod.MerchantOfRecord, RefundMethod.Cash, "State.Refunded.Any")]
    [InlineData(CaseState.Refunded, PaymentMethod.OwnAirlineAccount, RefundMethod.Cash, "State.Refunded.Any")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.VirtualCard, RefundMethod.Cash, "State.CompletedOnCard")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.VirtualCard, RefundMethod.Voucher, "State.Voucher")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.MerchantOfRecord, RefundMethod.Cash, "State.CompletedOnCard.Any")]
    [InlineData(CaseState.Rejected, PaymentMethod.Deposit, RefundMethod.Voucher, "State.Rejected")]
    public void Word_OfADoneCase_SaysWhereTheMoneyWentOnlyWhereThatIsKnown(CaseState state, PaymentMethod payment, RefundMethod? method, string key) =>
        Assert.Equal(key, CaseWords.KeyOf(ACase.Row(state) with { Payment = payment, Method = method }));

    /// <summary>A status that cannot be with this payment borrows no words of another.</summary>
    [Theory]
    [InlineData(PaymentMethod.VirtualCard, 2, "State.Refunded.Any")]
    [InlineData(PaymentMethod.Deposit, 5, "State.CompletedOnCard.Any")]
    [InlineData(PaymentMethod.VirtualCard, 3, "Status.3")]
    [InlineData(PaymentMethod.Deposit, 9, "Status.Unlisted")]
    public void Word_OfAFollowedCase_IsThatOfItsPayment(PaymentMethod payment, int status, string key) =>
        Assert.Equal(key, CaseWords.KeyOf(ACase.Row(CaseState.Following) with { Payment = payment, PartnerStatus = status }));
}
