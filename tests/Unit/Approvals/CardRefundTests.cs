using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Approvals;

/// <summary>The customer's leg: a card payment given back through the same approval, ledger and sender, judged by what AsiaBill received.</summary>
public sealed class CardRefundTests
{
    private static readonly Money Paid = new(20_000, "USD");

    [Fact]
    public async Task CardRefund_AfterAConfirmedVoid_IsPaidOnceAndEnds()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.Plain.TradeNo);
        await desk.SendRoundAsync();
        Assert.Equal(CaseState.Following, await desk.StateAsync(number));

        await desk.ReconcileForAsync(TimeSpan.FromHours(1));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, Paid, null), (found.State, found.ActualBack, found.Holds));
        Assert.Equal((1, 1), (Received(desk, PaymentScenes.Plain), desk.Cards.RecordedRefunds(PaymentScenes.Plain.TradeNo)));
    }

    [Fact]
    public async Task CardRefund_ThatFailsLater_IsRejectedAndLeavesTheMoneyFree()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.FailsLater.TradeNo, new Money(18_540, "USD"));
        await desk.SendRoundAsync();

        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        Assert.Equal(CaseState.Rejected, await desk.StateAsync(number));

        var supplier = await SupplierOfAsync(desk, number);
        (await desk.TryPrepareCardAsync(await desk.Staff.AgentAsync(), supplier, PaymentScenes.FailsLater.TradeNo, new Money(18_540, "USD"))).Require();
    }

    /// <summary>R1 across the two partners: whatever happened to the reply, one request per permit.</summary>
    [Fact]
    public async Task Reply_LostAfterItWasRecorded_IsUnknownAndNeverSentAgain()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.LostReplyAfter.TradeNo, new Money(24_000, "USD"));
        await desk.SendRoundAsync();
        await desk.SendRoundAsync();
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));

        Assert.Equal((CaseState.OutcomeUnknown, null), (await desk.StateAsync(number), (await desk.CaseAsync(number)).NextAskAt));
        Assert.Equal((1, 1), (Received(desk, PaymentScenes.LostReplyAfter), desk.Cards.RecordedRefunds(PaymentScenes.LostReplyAfter.TradeNo)));

        var batch = desk.Cards.RefundsOf(PaymentScenes.LostReplyAfter.TradeNo)[0].BatchNo;
        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, batch);

        Assert.Equal((CaseState.Refunded, batch), (decided.Require(), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>A number of somebody else's refund confirms nothing.</summary>
    [Fact]
    public async Task Number_OfAnotherPayment_IsNotTakenForOurs()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.LostReplyAfter.TradeNo, new Money(24_000, "USD"));
        await desk.SendRoundAsync();
        var other = desk.Cards.RefundInPortal(PaymentScenes.StaysPending.TradeNo, 10m)!;

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, other);

        Assert.Equal(("payments.batch-no-unconfirmed", CaseState.OutcomeUnknown), (decided.Refusal?.Name, await desk.StateAsync(number)));
    }

    [Fact]
    public async Task NotSent_BeforeTheQuietPeriodIsOver_IsNotForAPersonToSay()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.LostReplyBefore.TradeNo, new Money(9_620, "USD"));
        await desk.SendRoundAsync();
        var supervisor = await desk.Staff.SupervisorAsync();

        var early = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        desk.Pass(TimeSpan.FromMinutes(10));
        var late = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);

        Assert.Equal(("case.still-asking", CaseState.Open), (early.Refusal?.Name, late.Require()));
    }

    /// <summary>A second half may be given back; more than the payment may not, whatever AsiaBill would say.</summary>
    [Fact]
    public async Task Amount_AboveWhatOurBooksLeave_IsRefusedBeforeAnybodyIsAsked()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.Plain.TradeNo, Paid, new Money(15_000, "USD"));
        await desk.SendRoundAsync();
        var supplier = await SupplierOfAsync(desk, number);
        var agent = await desk.Staff.AgentAsync();

        var more = await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, Paid, new Money(5_001, "USD"));
        var otherTotal = await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, new Money(30_000, "USD"), new Money(5_001, "USD"));
        var rest = await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, Paid, new Money(5_000, "USD"));

        Assert.Equal(("payments.more-than-left", "payments.other-total", null), (more.Refusal?.Name, otherTotal.Refusal?.Name, rest.Refusal?.Name));
    }

    /// <summary>A total that was mistyped, and withdrawn before anything was permitted, is no truth about the payment.</summary>
    [Fact]
    public async Task Total_OfAWithdrawnCase_StandsInNobodysWay()
    {
        await using var desk = await Desk.StartAsync();
        var supplier = await desk.SentAsync(Scenes.PlainDeposit);
        var agent = await desk.Staff.AgentAsync();
        var mistyped = (await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, new Money(2_000, "USD"))).Require();
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(mistyped, "Mistyped."), CancellationToken.None)).Require();

        Assert.Null((await desk.TryPrepareCardAsync(agent, supplier, PaymentScenes.Plain.TradeNo, Paid)).Refusal);
    }

    /// <summary>A customer is paid for what was sent or may be: a leg of a leg, or of what never began, would be money for nothing.</summary>
    [Fact]
    public async Task Supplier_ThatIsACardRefundOrWithdrawn_IsNone()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var card = (await desk.TryPrepareCardAsync(agent, await desk.SentAsync(Scenes.PlainDeposit), PaymentScenes.Plain.TradeNo, Paid)).Require();
        var withdrawn = await desk.OpenAsync(agent, Scenes.TwoPassengersAndBag);
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(withdrawn, "Mistyped."), CancellationToken.None)).Require();

        var ofCard = await desk.TryPrepareCardAsync(agent, card, PaymentScenes.StaysPending.TradeNo, new Money(12_000, "USD"));
        var ofWithdrawn = await desk.TryPrepareCardAsync(agent, withdrawn, PaymentScenes.StaysPending.TradeNo, new Money(12_000, "USD"));

        Assert.Equal(("case.supplier-needed", "case.supplier-needed"), (ofCard.Refusal?.Name, ofWithdrawn.Refusal?.Name));
        await using var db = desk.Database.Open();
        Assert.Equal(1, await db.Set<Case>().CountAsync(c => c.Kind == CaseKind.CardRefund));
    }

    [Theory]
    [InlineData(CustomerPaid.OnConfirmation, "case.supplier-not-yet")]
    [InlineData(CustomerPaid.OnAcceptance, null)]
    [InlineData(CustomerPaid.ByHand, null)]
    public async Task Customer_IsPaidWhenTheOfficeSaysSo(CustomerPaid when, string? refusal)
    {
        await using var desk = await Desk.StartAsync();
        await desk.PayCustomersAsync(when);
        var supplier = await desk.SentAsync(Scenes.PlainDeposit);
        var number = await desk.CardQuotedAsync(await desk.Staff.AgentAsync(), supplier, PaymentScenes.Plain.TradeNo, Paid);
        var request = await desk.AskAsync(await desk.Staff.AgentAsync(), number);

        var approved = await desk.TryDecideAsync(await desk.Staff.SupervisorAsync(), request, isYes: true);

        Assert.Equal(refusal, approved.Refusal?.Name);
    }

    /// <summary>Sending is off: everything is prepared, nothing leaves, and the number that a person brings is confirmed.</summary>
    [Fact]
    public async Task Sending_Off_IsAPersonsWork()
    {
        await using var desk = await Desk.StartAsync();
        desk.SendsCards = false;
        desk.Restart();
        var number = await ReadyAsync(desk, PaymentScenes.Plain.TradeNo);
        await desk.SendRoundAsync();
        Assert.Equal((CaseState.Queued, true, 0), (await desk.StateAsync(number), (await desk.PermitAsync(number)).IsByHand, Received(desk, PaymentScenes.Plain)));

        var batch = desk.Cards.RefundInPortal(PaymentScenes.Plain.TradeNo, 200m)!;
        var other = desk.Cards.RefundInPortal(PaymentScenes.StaysPending.TradeNo, 10m)!;
        var agent = await desk.Staff.AgentAsync();
        var wrong = await desk.Use<RecordCardRefund>().ExecuteAsync(agent, new RecordCardRefundInput(number, other), CancellationToken.None);
        var right = await desk.Use<RecordCardRefund>().ExecuteAsync(agent, new RecordCardRefundInput(number, batch), CancellationToken.None);

        Assert.Equal("payments.batch-no-unconfirmed", wrong.Refusal?.Name);
        Assert.Equal((CaseState.Following, CaseState.Following), (right.Require(), await desk.StateAsync(number)));
        Assert.Equal((batch, 0), ((await desk.CaseAsync(number)).PartnerRef, Received(desk, PaymentScenes.Plain)));
    }

    /// <summary>What was permitted while sending was off stays a person's: the sender and the person must not both pay.</summary>
    [Fact]
    public async Task Permit_OfAPerson_IsNotSentWhenTheSwitchTurns()
    {
        await using var desk = await Desk.StartAsync();
        desk.SendsCards = false;
        desk.Restart();
        var number = await ReadyAsync(desk, PaymentScenes.Plain.TradeNo);

        desk.SendsCards = true;
        desk.Restart();
        await desk.SendRoundAsync();

        Assert.Equal((CaseState.Queued, 0), (await desk.StateAsync(number), Received(desk, PaymentScenes.Plain)));
    }

    /// <summary>The request's id is the permit's own: AsiaBill refuses a repeat of it for half an hour.</summary>
    [Fact]
    public async Task Request_CarriesTheStoredBodyAndThePermitsId()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ReadyAsync(desk, PaymentScenes.Plain.TradeNo);
        var permit = await desk.PermitAsync(number);
        await desk.SendRoundAsync();

        var call = Assert.Single(desk.Cards.Calls, c => c.Path == AsiaBillStandIn.RefundPath);

        Assert.Equal((permit.Body, permit.Id.ToString("D").ToUpperInvariant()), (call.Body, call.Headers["request-id"]));
        Assert.Contains($"\"merTrackNo\":\"{number}-1\"", call.Body, StringComparison.Ordinal);
        Assert.Contains("\"refundType\":\"1\"", call.Body, StringComparison.Ordinal);
    }

    private static int Received(Desk desk, PaymentScene scene) => desk.Cards.Count(AsiaBillStandIn.RefundPath, scene.TradeNo);

    /// <summary>A confirmed void, and its customer's leg approved: the sender's next.</summary>
    private static async Task<string> ReadyAsync(Desk desk, string tradeNo, Money? total = null, Money? amount = null)
    {
        var supplier = await desk.SentAsync(Scenes.PlainDeposit);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));
        return await desk.ApprovedAsync(await desk.CardQuotedAsync(await desk.Staff.AgentAsync(), supplier, tradeNo, total ?? Paid, amount));
    }

    private static async Task<string> SupplierOfAsync(Desk desk, string number)
    {
        await using var db = desk.Database.Open();
        var id = (await desk.CaseAsync(number)).SupplierCaseId;
        return await db.Set<Case>().Where(c => c.Id == id).Select(c => c.Number).SingleAsync();
    }
}
