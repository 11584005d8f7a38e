using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Recovery;

/// <summary>A refund that waited for its approval in the backup and was sent since, and an Atlas that answers 801 to the question for the order's refunds.</summary>
public sealed class RestoredRefundTests
{
    private static readonly string Order = Scenes.RefundChildStays.OrderNo;

    /// <summary>"Order not found for refund" is no word that none was sent: the old request ends, and a person is told to look.</summary>
    [Fact]
    public async Task Restore_WhereTheOrderIsNotFoundForRefund_TellsAPersonToLook()
    {
        await using var desk = await Desk.StartAsync();
        var (number, request, copy) = await SentAfterTheBackupAsync(desk);
        desk.Partner.Faults.Next("queryRefundOrders.do", new Fault.Code(801), Order, times: 200);
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Code(820), Order, times: 200);

        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.False(await desk.RecoverAsync());
        Assert.Equal((CaseState.Open, "recovery.refund-maybe-sent", ApprovalState.Stale), (found.State, found.LastRefusal, (await desk.RequestAsync(request)).State));
        Assert.Equal(1, desk.Partner.Count("refund.do", Order));
    }

    /// <summary>The quotation speaks of one: whatever the list said in its place, the next list may show it. Found by the simulator for a list that was refused.</summary>
    [Theory]
    [InlineData(801)]
    [InlineData(803)]
    [InlineData(814)]
    public async Task Restore_WhereOnlyTheQuotationSpeaksOfARefund_AsksAgainAndFindsIt(int code)
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { RefundsListedByOrder = true };
        var (number, _, copy) = await SentAfterTheBackupAsync(desk);
        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(9));
        desk.Partner.Faults.Next("queryRefundOrders.do", new Fault.Code(code), Order, times: 2);

        await desk.WorkForAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(Assert.Single(desk.Partner.Refunds(Order)).RefundCode, (await desk.CaseAsync(number)).PartnerRef);
        Assert.False(await desk.RecoverAsync());
    }

    private static async Task<(string Number, long Request, string Copy)> SentAfterTheBackupAsync(Desk desk)
    {
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF");
        var request = await desk.AskAsync(agent, number);
        var copy = desk.BackUp();
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), request);
        await desk.SendRoundAsync();
        return (number, request, copy);
    }
}
