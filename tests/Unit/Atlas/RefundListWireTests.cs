using BackOffice.Core.Orders;

namespace Unit.Atlas;

/// <summary>What <c>queryRefundOrders.do</c> says where it shows no refund.</summary>
public sealed class RefundListWireTests
{
    /// <summary>Of a code that was asked for too, 801 says that there is none of it.</summary>
    [Theory]
    [InlineData("""{"status":801,"refundOrders":null}""", "202609-0001")]
    [InlineData("""{"status":0,"refundOrders":[]}""", "202609-0001")]
    [InlineData("""{"status":0,"refundOrders":[]}""", null)]
    [InlineData("""{"status":0,"refundOrders":null}""", null)]
    public async Task Refunds_WhereThereAreNone_AreAnEmptyList(string body, string? refundCode) =>
        Assert.Empty(Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.Answered>(await AskAsync(body, refundCode)).Value);

    /// <summary>"Order not found for refund" is what the page says, and of no order that it has none.</summary>
    [Fact]
    public async Task Refunds_OfAnOrderThatIsNotFoundForRefund_AreRefused()
    {
        var refused = Assert.IsType<PartnerAnswer<IReadOnlyList<PartnerProgress>>.Refused>(await AskAsync("""{"status":801,"refundOrders":null}""", refundCode: null));

        Assert.Equal(("orders.unknown", 801), (refused.Refusal.Name, refused.Code));
    }

    private static async Task<PartnerAnswer<IReadOnlyList<PartnerProgress>>> AskAsync(string body, string? refundCode)
    {
        await using var partner = await PartnerListener.StartAsync();
        partner.Then(body);
        using var clients = new AtlasClients(partner.Address, TimeProvider.System);
        return await clients.Questions.QueryRefundsAsync(AtlasClients.OrderNo, refundCode, TestContext.Current.CancellationToken);
    }
}
