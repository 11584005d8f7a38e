using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class RefundTargetsTests
{
    [Theory]
    [InlineData(null, "Deposit AgencyCard AirlineAccount CustomerCard Unknown")]
    [InlineData(RefundMethod.Cash, "Deposit AgencyCard AirlineAccount CustomerCard Unknown")]
    [InlineData(RefundMethod.Voucher, "Voucher Voucher Voucher Voucher Voucher")]
    [InlineData(RefundMethod.Other, "Unknown Unknown Unknown CustomerCard Unknown")]
    public void Target_OfEachPayment_DependsOnTheMethod(RefundMethod? method, string expected) =>
        Assert.Equal(expected.Split(' '), Enum.GetValues<PaymentMethod>().Select(payment => RefundTargets.Of(payment, method).ToString()));
}
