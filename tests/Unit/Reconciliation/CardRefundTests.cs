using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Payments;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>Card refunds that a person ends: made by hand while sending is off, or of an outcome that nobody can ask about.</summary>
public sealed class CardRefundTests
{
    private static readonly Money Paid = new(24_000, "USD");

    [Fact]
    public async Task ByHand_ThenRecorded_IsFollowedAndNeverSent()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        Assert.Equal((CaseState.Queued, true), ((await desk.CaseAsync(number)).State, (await desk.CaseAsync(number)).IsByHand));
        var batchNo = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 200m)!;

        var state = (await desk.Use<RecordCardRefund>().ExecuteAsync(await desk.Staff.AgentAsync(), new RecordCardRefundInput(number, batchNo), CancellationToken.None)).Require();

        Assert.Equal((CaseState.Following, batchNo), (state, (await desk.CaseAsync(number)).PartnerRef));
        Assert.Equal(0, desk.Cards.Count(AsiaBillStandIn.RefundPath));
    }

    [Fact]
    public async Task ByHand_WithAStrangersNumber_IsNotRecorded()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        var strange = desk.Cards.RefundInPortal(PaymentScenes.StaysPending.TradeNo, 1m)!;

        var outcome = await desk.Use<RecordCardRefund>().ExecuteAsync(await desk.Staff.AgentAsync(), new RecordCardRefundInput(number, strange), CancellationToken.None);

        Assert.Equal(PaymentsRefusals.BatchNoUnconfirmed.Name, outcome.Refusal?.Name);
        Assert.Equal(CaseState.Queued, await desk.StateAsync(number));
    }

    /// <summary>Nobody here can tell whether it was paid: the amount stays bound.</summary>
    [Fact]
    public async Task ByHand_Closed_GivesThePermitUpAndKeepsTheAmountBound()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        var supervisor = await desk.Staff.SupervisorAsync();

        Assert.Equal(CaseState.ClosedByHand, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Close)).Require());

        Assert.Equal((AttemptState.Abandoned, false), ((await desk.PermitAsync(number)).State, (await desk.PermitAsync(number)).IsLive));
        var again = await desk.TryPrepareAsync(supervisor, "V-2026-000001", PaymentScenes.Plain.TradeNo, CardLegs.Whole);
        Assert.Equal(PaymentsRefusals.NothingLeft.Name, again.Refusal?.Name);
    }

    [Fact]
    public async Task ByHand_ClosedByAnAgent_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var number = await desk.CardSentAsync(PaymentScenes.Plain);

        Assert.Equal("access.not-allowed", (await desk.TryDecideUnknownAsync(await desk.Staff.AgentAsync(), number, UnknownDecision.Close)).Refusal?.Name);
        Assert.Equal(CaseState.Queued, await desk.StateAsync(number));
    }

    /// <summary>What waits for the sender is the sender's: nobody closes it over its head.</summary>
    [Fact]
    public async Task Queued_ToBeSent_CannotBeClosed()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);

        Assert.Equal(CasesRefusals.NotSentYet.Name, (await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Close)).Refusal?.Name);
    }

    [Fact]
    public async Task Unknown_WithoutANumber_CannotBeAskedAbout()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Paid, Paid);

        var asked = await desk.Use<AskPartnerNow>().ExecuteAsync(await desk.Staff.AgentAsync(), number, CancellationToken.None);

        Assert.Equal(CasesRefusals.NoNumberYet.Name, asked.Refusal?.Name);
        Assert.Null((await desk.CaseAsync(number)).NextAskAt);
    }

    [Fact]
    public async Task Unknown_FoundByASupervisor_IsConfirmedByTheLookUp()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, Paid, Paid);
        var supervisor = await desk.Staff.SupervisorAsync();
        var strange = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 1m)!;
        var ours = Assert.Single(desk.Cards.RefundsOf(PaymentScenes.LostReplyAfter.TradeNo)).BatchNo;

        Assert.Equal(PaymentsRefusals.BatchNoInvalid.Name, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, "没有")).Refusal?.Name);
        Assert.Equal(PaymentsRefusals.BatchNoUnconfirmed.Name, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, strange)).Refusal?.Name);
        Assert.Equal(CaseState.Following, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, ours)).Require());
        Assert.Equal(AttemptState.Accepted, (await desk.PermitAsync(number)).State);
    }

    [Fact]
    public async Task Unknown_DecidedNotSent_WaitsForTheQuietPeriodOnly()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyBefore, Paid, Paid);
        var supervisor = await desk.Staff.SupervisorAsync();

        Assert.Equal(CasesRefusals.StillAsking.Name, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Refusal?.Name);
        desk.Pass(TimeSpan.FromMinutes(10));

        Assert.Equal(CaseState.Open, (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require());
    }
}
