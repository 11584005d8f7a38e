using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>Card refunds of which nobody at the desk can tell whether AsiaBill made them, and what follows from that for the next.</summary>
public sealed class UnclearAttemptTests
{
    /// <summary>A permit that is taken back may have been carried out at AsiaBill: the next one is a supervisor's.</summary>
    [Fact]
    public async Task TakenBack_WhatAPersonWasToMake_LeavesADoubt()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        await desk.Staff.SetRuleAsync(freeUpTo: CardLegs.Whole);
        var agent = await desk.Staff.AgentAsync(CardLegs.Whole);
        var number = await desk.CardQuotedAsync(agent, await desk.SupplierAsync(), PaymentScenes.Plain.TradeNo, CardLegs.Whole);
        (await desk.TryPermitAsync(agent, number)).Require();

        (await desk.Use<WithdrawRequest>().ExecuteAsync(agent, new WithdrawRequestInput(number, "Not today."), CancellationToken.None)).Require();

        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, (await desk.TryPermitAsync(agent, number)).Refusal?.Name);
        var view = (await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require();
        var earlier = Assert.Single(view.Attempts!.Earlier);
        Assert.Equal((PersonsWord.TakenBack, agent.Name, "Not today."), (earlier.EndedBy, earlier.EndedByName, earlier.Reason));
    }

    /// <summary>So does one that a restore called off: it may have been carried out after the backup, and nobody spoke the word.</summary>
    [Fact]
    public async Task Restore_OfAPermitForAPersonsHand_LeavesADoubt()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        await desk.Staff.SetRuleAsync(freeUpTo: CardLegs.Whole);
        var agent = await desk.Staff.AgentAsync(CardLegs.Whole);
        var number = await desk.CardQuotedAsync(agent, await desk.SupplierAsync(), PaymentScenes.Plain.TradeNo, CardLegs.Whole);
        (await desk.TryPermitAsync(agent, number)).Require();

        desk.Restore(desk.BackUp());
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        Assert.False(await desk.RecoverAsync());
        await desk.QuoteAsync(agent, number);
        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, (await desk.TryPermitAsync(agent, number)).Refusal?.Name);
        var earlier = Assert.Single((await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require().Attempts!.Earlier);
        Assert.Equal((PersonsWord.TakenBack, null), (earlier.EndedBy, earlier.EndedByName));
    }

    /// <summary>The first was not there, the second was closed by hand: one amount is bound, not two.</summary>
    [Fact]
    public async Task ClosedByHand_AfterNotThere_BindsItsOwnAmountOnly()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyBefore, new Money(4_000, "USD"), new Money(9_620, "USD"));
        await desk.NotThereAsync(supervisor, number);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropBefore());
        await desk.SendAgainAsync(agent, supervisor, number);
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Close)).Require();

        var rest = await desk.TryPrepareCardAsync(agent, "V-2026-000001", PaymentScenes.LostReplyBefore.TradeNo, new Money(9_620, "USD"), new Money(5_620, "USD"));

        Assert.Null(rest.Refusal);
    }
}
