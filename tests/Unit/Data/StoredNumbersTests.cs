using BackOffice.Core.Orders;
using BackOffice.Core.Values;

namespace Unit.Data;

/// <summary>Quotes, orders and deadlines lie in the database with these numbers inside: another one would be read as another word.</summary>
public sealed class StoredNumbersTests
{
    [Fact]
    public void Members_KeepTheirNumbers()
    {
        Assert.Equal(["Cash", "Voucher", "Other"], Enum.GetNames<RefundMethod>());
        Assert.Equal(["Computed", "CannotQuote"], Enum.GetNames<QuoteSureness>());
        Assert.Equal(["Void", "Refund", "CardRefund"], Enum.GetNames<CaseKind>());
        Assert.Equal(["Unpaid", "Ticketing", "Ticketed", "Cancelled", "Other"], Enum.GetNames<OrderStage>());
        Assert.Equal(["Deposit", "VirtualCard", "OwnAirlineAccount", "MerchantOfRecord", "Other"], Enum.GetNames<PaymentMethod>());
        Assert.Equal(["Adult", "Child", "Infant", "Other"], Enum.GetNames<PassengerType>());
        Assert.Equal(["Voluntary", "Involuntary"], Enum.GetNames<RefundReason>());
        Assert.Equal(["PartnerDeadline", "AfterIssue", "BeforeDeparture", "SameDay", "None", "NoWindow"], Enum.GetNames<DeadlineLimit>());
        Assert.Equal(["Certain", "Estimated", "NotCertain"], Enum.GetNames<DeadlineCertainty>());
        Assert.All(
            [
                Numbers<RefundMethod>(), Numbers<QuoteSureness>(), Numbers<CaseKind>(), Numbers<OrderStage>(), Numbers<PaymentMethod>(), Numbers<PassengerType>(),
                Numbers<RefundReason>(), Numbers<DeadlineLimit>(), Numbers<DeadlineCertainty>(),
            ],
            numbers => Assert.Equal(Enumerable.Range(0, numbers.Count), numbers));
    }

    private static List<int> Numbers<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture))];
}
