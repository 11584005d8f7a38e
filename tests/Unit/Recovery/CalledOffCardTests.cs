using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Recovery;

/// <summary>A card refund that was planned in a backup may have been sent since: AsiaBill cannot be asked, so that a restore leaves a doubt.</summary>
public sealed class CalledOffCardTests
{
    private static readonly string Payment = PaymentScenes.Plain.TradeNo;

    [Fact]
    public async Task Restore_OfAPermitForTheSender_LeavesADoubt()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(freeUpTo: CardLegs.Whole);
        var agent = await desk.Staff.AgentAsync(CardLegs.Whole);
        var number = await desk.CardQuotedAsync(agent, await desk.SupplierAsync(), Payment, CardLegs.Whole);
        (await desk.TryPermitAsync(agent, number)).Require();

        desk.Restore(desk.BackUp());
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        Assert.False(await desk.RecoverAsync());
        await desk.QuoteAsync(agent, number);
        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, (await desk.TryPermitAsync(agent, number)).Refusal?.Name);
        var earlier = Assert.Single((await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require().Attempts!.Earlier);
        Assert.Equal((PersonsWord.TakenBack, null, null, true), (earlier.EndedBy, earlier.EndedByName, earlier.SentAt, earlier.MayHaveLeft));
        Assert.Equal(0, desk.Cards.Count(AsiaBillStandIn.RefundPath));
    }

    /// <summary>It was sent after the backup, and AsiaBill tells of it under our own number: the case follows it.</summary>
    [Fact]
    public async Task Notice_OfWhatWasSentAfterTheBackup_IsAskedAboutAndFollowed()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var copy = desk.BackUp();
        await desk.SendRoundAsync();
        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));
        var restored = await desk.CaseAsync(number);

        await desk.TellAsync(Payment, number + "-1");
        await desk.ReconcileAsync();

        var there = Assert.Single(desk.Cards.RefundsOf(Payment)).BatchNo;
        Assert.Equal((CaseState.Open, null), (restored.State, restored.PartnerRef));
        Assert.Equal((there, there, 1), ((await desk.CaseAsync(number)).PartnerRef, (await desk.PermitAsync(number)).PartnerRef, desk.Cards.Count(AsiaBillStandIn.RefundPath)));
    }

    /// <summary>The first was proved while the next waited for a hand: called off, the next gives way to it.</summary>
    [Fact]
    public async Task Restore_WhereAnEarlierOneIsProved_FollowsThat()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var payment = PaymentScenes.LostReplyAfter.TradeNo;
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), new Money(24_000, "USD"));
        await desk.NotThereAsync(supervisor, number);
        desk.SwitchSendingOff();
        await desk.QueueAgainAsync(agent, supervisor, number);
        await desk.TellAsync(payment, number + "-1");
        await desk.ReconcileAsync();
        Assert.Equal(CaseState.Queued, await desk.StateAsync(number));

        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();

        var (found, there) = (await desk.CaseAsync(number), Assert.Single(desk.Cards.RefundsOf(payment)).BatchNo);
        Assert.Equal((there, null), (found.PartnerRef, found.LastRefusal));
        Assert.Equal([(AttemptState.Abandoned, there), (AttemptState.Abandoned, null)], (await desk.PermitsAsync(number)).Select(p => (p.State, p.PartnerRef)));
    }
}
