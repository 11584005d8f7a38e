using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Cases;

public sealed class ActualSumsTests
{
    private static readonly OrderSnapshot Order = new()
    {
        OrderNo = "TESTA20260901093000111", Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.VirtualCard, ReadAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>What goes back to a card Atlas never sees: its zero there would stand where a person has to say what came.</summary>
    [Theory]
    [InlineData(0, PaymentMethod.Deposit, false)]
    [InlineData(2, PaymentMethod.Deposit, true)]
    [InlineData(4, PaymentMethod.Deposit, true)]
    [InlineData(4, PaymentMethod.VirtualCard, true)]
    [InlineData(5, PaymentMethod.VirtualCard, false)]
    [InlineData(5, PaymentMethod.MerchantOfRecord, false)]
    [InlineData(6, PaymentMethod.VirtualCard, true)]
    public void Zero_IsAnAmountOnlyAtAnEndThatAtlasKnowsOf(int status, PaymentMethod payment, bool isAmount) =>
        Assert.Equal(isAmount, Of(status, payment, 0) is not null);

    [Fact]
    public void Amount_ThatAtlasNamesOnACard_IsKept() => Assert.Equal(new Money(9_900, "USD"), Of(5, PaymentMethod.VirtualCard, 9_900));

    private static Money? Of(int status, PaymentMethod payment, long minor) => ActualSums.Of(
        new CaseSubject(CaseKind.Void, Order, null), payment, new PartnerProgress { PartnerRef = "202609-0001", Status = status, ActualBack = new Money(minor, "USD") });
}
