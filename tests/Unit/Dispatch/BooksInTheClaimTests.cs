using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>What our own books say of a card payment is asked again in the claim: what held when it was approved may be over.</summary>
public sealed class BooksInTheClaimTests
{
    /// <summary>Approved as soon as Atlas had taken the void, as the office wants it; then the airline rejects the void.</summary>
    [Fact]
    public async Task CardRefund_WhoseSuppliersLegIsRejectedAfterTheApproval_DoesNotLeave()
    {
        await using var desk = await Desk.StartAsync();
        await desk.PayCustomersAsync(CustomerPaid.OnAcceptance);
        var supplier = await desk.SentAsync(Scenes.PlainDeposit);
        var number = await desk.ApprovedAsync(await desk.CardQuotedAsync(await desk.Staff.AgentAsync(), supplier, PaymentScenes.Plain.TradeNo, CardLegs.Whole));
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 4, "Rejected.");
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(1));
        Assert.Equal((CaseState.Rejected, CaseState.Queued), (await desk.StateAsync(supplier), await desk.StateAsync(number)));

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CasesRefusals.SupplierNotYet);
        Assert.Equal(0, desk.Cards.Count(AsiaBillStandIn.RefundPath));
    }

    /// <summary>The second waits for the sender when AsiaBill tells of the first: until it has been asked, nothing more of the payment goes out.</summary>
    [Fact]
    public async Task CardRefund_WhenANoticeNamesTheFirstAfterTheApproval_DoesNotLeave()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), new Money(24_000, "USD"));
        await desk.NotThereAsync(supervisor, number);
        await desk.QueueAgainAsync(agent, supervisor, number);
        await desk.TellAsync(PaymentScenes.LostReplyAfter.TradeNo, number + "-1");

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CasesRefusals.NumberNamed);
        Assert.Equal(1, desk.Cards.Count(AsiaBillStandIn.RefundPath));
    }

    private static async Task AssertStoppedAsync(Desk desk, string number, Refusal refusal)
    {
        var (found, permits) = (await desk.CaseAsync(number), await desk.PermitsAsync(number));
        Assert.Equal((CaseState.Quoted, refusal.Name), (found.State, found.LastRefusal));
        Assert.Equal((AttemptState.Cancelled, refusal.Name), (permits[^1].State, permits[^1].OutcomeReason));
    }
}
