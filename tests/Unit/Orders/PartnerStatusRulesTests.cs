using BackOffice.Core.Orders;

namespace Unit.Orders;

public sealed class PartnerStatusRulesTests
{
    /// <summary>Rows: the raw status; columns: how the order was paid.</summary>
    [Theory]
    [InlineData(null, "Unlisted", "Unlisted", "Unlisted", "Unlisted", "Unlisted")]
    [InlineData(-1, "Unlisted", "Unlisted", "Unlisted", "Unlisted", "Unlisted")]
    [InlineData(0, "Open", "Open", "Open", "Open", "Open")]
    [InlineData(1, "Open", "Open", "Open", "Open", "Open")]
    [InlineData(2, "Refunded", "Impossible", "Refunded", "Refunded", "Refunded")]
    [InlineData(3, "Open", "Impossible", "Open", "Open", "Open")]
    [InlineData(4, "Rejected", "Rejected", "Rejected", "Rejected", "Rejected")]
    [InlineData(5, "Impossible", "CompletedOnCard", "CompletedOnCard", "CompletedOnCard", "CompletedOnCard")]
    [InlineData(6, "ClosedWithoutResult", "ClosedWithoutResult", "ClosedWithoutResult", "ClosedWithoutResult", "ClosedWithoutResult")]
    [InlineData(7, "Unlisted", "Unlisted", "Unlisted", "Unlisted", "Unlisted")]
    [InlineData(int.MaxValue, "Unlisted", "Unlisted", "Unlisted", "Unlisted", "Unlisted")]
    public void Meaning_OfAStatus_DependsOnThePayment(int? status, string deposit, string card, string ownAccount, string merchant, string other) =>
        Assert.Equal(
            [deposit, card, ownAccount, merchant, other],
            new[] { PaymentMethod.Deposit, PaymentMethod.VirtualCard, PaymentMethod.OwnAirlineAccount, PaymentMethod.MerchantOfRecord, PaymentMethod.Other }
                .Select(payment => PartnerStatusRules.MeaningOf(status, payment).ToString()));

    /// <summary>What cannot be is followed on: only the partner's real ends end a case.</summary>
    [Fact]
    public void Final_AreTheFourEnds() =>
        Assert.Equal(
            [PartnerStatusMeaning.Refunded, PartnerStatusMeaning.CompletedOnCard, PartnerStatusMeaning.Rejected, PartnerStatusMeaning.ClosedWithoutResult],
            Enum.GetValues<PartnerStatusMeaning>().Where(PartnerStatusRules.IsFinal));
}
