using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>Whole refunds as the desk lives them, judged by what Atlas received.</summary>
public sealed class RefundJourneyTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(7);

    [Fact]
    public async Task Refund_AfterTheWindow_EndsRefunded()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundAfterWindow));
        await desk.SendRoundAsync();

        await desk.ReconcileForAsync(Long);

        var found = await desk.CaseAsync(number);
        Assert.StartsWith("R-2026-", number, StringComparison.Ordinal);
        Assert.Equal((CaseState.Refunded, CaseKind.Refund, 2), (found.State, found.Kind, found.PartnerStatus));
        Assert.Equal("opened quoted approval-asked approved sending accepted status status status", await desk.StoryAsync(number));
        Assert.Equal(AttemptState.Settled, (await desk.PermitAsync(number)).State);
        Assert.Equal((1, 1, 0), (desk.Partner.Count("refund.do", found.OrderNo), desk.Partner.AcceptedRefunds(found.OrderNo), desk.Partner.Count("void.do", found.OrderNo)));
    }

    /// <summary>What is sent is what was decided on: the offer of the last quote, and nothing that the partner would compute anew.</summary>
    [Fact]
    public async Task Body_OfARefund_CarriesTheOfferAlone()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundAfterWindow));
        await desk.SendRoundAsync();

        var sent = Assert.Single(desk.Partner.Calls, c => c.Path == "refund.do");

        Assert.Equal((await desk.PermitAsync(number)).Body, sent.Body);
        Assert.Contains("\"refundRequestList\":null", sent.Body, StringComparison.Ordinal);
        Assert.NotNull(SendBody.OfferIdOf(sent.Body));
    }

    [Fact]
    public async Task Refund_OfOnePassenger_LeavesTheOthersFree()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        await desk.SendRoundAsync();

        var second = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "SONJA", "TIM"));
        await desk.SendRoundAsync();

        Assert.Equal((CaseState.Following, 1), (await desk.StateAsync(first), (await desk.CaseAsync(first)).PassengerCount));
        Assert.Equal(CaseState.Following, await desk.StateAsync(second));
        Assert.Equal(2, desk.Partner.AcceptedRefunds(Scenes.RefundChildStays.OrderNo));
    }

    [Fact]
    public async Task Refund_OfAPassengerInARunningRefund_IsNotOpenedAgain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        await desk.SendRoundAsync();

        var again = await desk.TryOpenRefundAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF", "SONJA", "TIM");

        Assert.Equal(("case.already-open", first), (again.Refusal?.Name, again.Refusal?.Arguments[0]));
    }

    /// <summary>While one is undecided nothing else of the order may be decided beside it: a void would take everything.</summary>
    [Fact]
    public async Task Order_WithAnUndecidedRefund_OpensNoVoid()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.RefundQuotedAsync(agent, Scenes.RefundAfterWindow);

        var opened = await desk.Use<OpenVoidCase>().ExecuteAsync(agent, new OpenVoidCaseInput(Scenes.RefundAfterWindow.OrderNo, "Wrong day."), CancellationToken.None);

        Assert.Equal("case.already-open", opened.Refusal?.Name);
    }

    /// <summary>The partner has it, so it holds nothing any more: a void would still take everything, of the refunded passenger as well.</summary>
    [Fact]
    public async Task Order_WithARefundUnderWay_OpensNoVoid()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        await desk.SendRoundAsync();

        var opened = await desk.Use<OpenVoidCase>().ExecuteAsync(agent, new OpenVoidCaseInput(Scenes.RefundChildStays.OrderNo, "Wrong day."), CancellationToken.None);

        Assert.Equal((CaseState.Following, "case.already-open", refund), (await desk.StateAsync(refund), opened.Refusal?.Name, opened.Refusal?.Arguments[0]));
    }

    [Fact]
    public async Task Passenger_WhoHasTheMoney_IsNotRefundedAgain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        await desk.SendRoundAsync();
        await desk.ReconcileForAsync(Long);

        var again = await desk.TryOpenRefundAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF", "SONJA", "TIM");
        var voided = await desk.Use<OpenVoidCase>().ExecuteAsync(agent, new OpenVoidCaseInput(Scenes.RefundChildStays.OrderNo, "Wrong day."), CancellationToken.None);
        var others = await desk.TryOpenRefundAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "SONJA", "TIM");

        Assert.Equal(CaseState.Refunded, await desk.StateAsync(first));
        Assert.Equal(("case.already-given-back", first), (again.Refusal?.Name, again.Refusal?.Arguments[0]));
        Assert.Equal(("case.already-given-back", first), (voided.Refusal?.Name, voided.Refusal?.Arguments[0]));
        Assert.Null(others.Refusal);
    }

    /// <summary>The worst partner would take both: our own books say no before it is asked.</summary>
    [Fact]
    public async Task Order_ThatWasVoided_IsNeitherVoidedNorRefundedAgain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = await desk.SentAsync(Scenes.PlainDeposit);
        await desk.ReconcileForAsync(Long);

        var again = await desk.Use<OpenVoidCase>().ExecuteAsync(agent, new OpenVoidCaseInput(Scenes.PlainDeposit.OrderNo, "Wrong day."), CancellationToken.None);
        var refund = await desk.TryOpenRefundAsync(agent, Scenes.PlainDeposit);

        Assert.Equal(CaseState.Refunded, await desk.StateAsync(first));
        Assert.Equal(("case.already-given-back", first), (again.Refusal?.Name, again.Refusal?.Arguments[0]));
        Assert.Equal(("case.already-given-back", first), (refund.Refusal?.Name, refund.Refusal?.Arguments[0]));
    }

    /// <summary>Found by the simulator: the code is the order's, and the refund is somebody else's.</summary>
    [Fact]
    public async Task DecidedSent_WithTheCodeOfOtherPassengers_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        desk.Partner.Faults.Next("refund.do", new Fault.DropBefore(), Scenes.RefundChildStays.OrderNo);
        await desk.SendRoundAsync();
        Assert.True(desk.Partner.RefundInPortal(Scenes.RefundChildStays.OrderNo));
        var everybody = Assert.Single(desk.Partner.Refunds(Scenes.RefundChildStays.OrderNo)).RefundCode;

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, everybody);

        Assert.Equal(("case.reference-unconfirmed", CaseState.OutcomeUnknown), (decided.Refusal?.Name, await desk.StateAsync(number)));
    }

    [Fact]
    public async Task Refund_ThatWouldLeaveAChildAlone_IsSaidBeforeAtlasIsAsked()
    {
        await using var desk = await Desk.StartAsync();

        var opened = await desk.TryOpenRefundAsync(await desk.Staff.AgentAsync(), Scenes.RefundChildStays, RefundReason.Voluntary, "RALF", "SONJA");

        Assert.Equal(("refund.child-alone", 0), (opened.Refusal?.Name, desk.Partner.Count("refundQuotation.do")));
    }

    /// <summary>An offer comes with a no as well; it is worth nothing and is never used.</summary>
    [Fact]
    public async Task Offer_OfARefusedQuote_IsNotKept()
    {
        await using var desk = await Desk.StartAsync();

        var number = await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundNotRefundable);

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, null, "refund.not-refundable"), (found.State, found.Fingerprint, found.LastRefusal));
    }

    /// <summary>An amount that is no quote is nothing that a person could have agreed to alone.</summary>
    [Theory]
    [InlineData(RefundReason.Voluntary)]
    [InlineData(RefundReason.Involuntary)]
    public async Task Quote_ThatIsNone_NeedsSomebody(RefundReason reason)
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(100_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new Money(100_000, "USD"));
        var number = await desk.RefundQuotedAsync(agent, Scenes.RefundCannotQuote, reason);

        var alone = await desk.TryPermitAsync(agent, number);

        Assert.Equal(("case.approval-needed", null), (alone.Refusal?.Name, (await desk.CaseAsync(number)).ExpectedBack));
    }

    [Fact]
    public async Task Refund_AsAVoucher_NeedsSomebodyAndIsSentOnce()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync(new Money(100_000, "USD"));
        var number = await desk.RefundQuotedAsync(agent, Scenes.RefundVoucher);

        Assert.Equal("case.approval-needed", (await desk.TryPermitAsync(agent, number)).Refusal?.Name);
        await desk.ApprovedAsync(number);
        await desk.SendRoundAsync();

        Assert.Equal((CaseState.Following, 1), (await desk.StateAsync(number), desk.Partner.Count("refund.do", Scenes.RefundVoucher.OrderNo)));
    }

    [Fact]
    public async Task Refund_PastItsLimit_StaysOpenWithItsRefusal()
    {
        await using var desk = await Desk.StartAsync();

        var number = await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundPastLimit);

        Assert.Equal(("refund.limit-passed", "821"), ((await desk.CaseAsync(number)).LastRefusal, (await desk.CaseAsync(number)).LastRefusalCode));
    }

    [Fact]
    public async Task Refund_PaidByCard_EndsWithoutAnAmountAndTakesWhatAPersonSaw()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, Scenes.RefundVcc));
        await desk.SendRoundAsync();
        await desk.ReconcileForAsync(Long);
        Assert.Equal((CaseState.CompletedOnCard, null), (await desk.StateAsync(number), (await desk.CaseAsync(number)).ActualBack));

        var belowZero = await desk.Use<RecordSeenAmount>().ExecuteAsync(agent, new RecordSeenAmountInput(number, new Money(-1, "USD")), CancellationToken.None);
        Assert.Equal(("case.amount-below-zero", null), (belowZero.Refusal?.Name, (await desk.CaseAsync(number)).SeenOnCard));
        var seen = await desk.Use<RecordSeenAmount>().ExecuteAsync(agent, new RecordSeenAmountInput(number, new Money(9_900, "USD")), CancellationToken.None);

        seen.Require();
        Assert.Equal((new Money(9_900, "USD"), CaseState.CompletedOnCard), ((await desk.CaseAsync(number)).SeenOnCard, await desk.StateAsync(number)));
    }

    [Fact]
    public async Task Reply_LostAfterAtlasTookTheRefund_IsFoundByItsOffer()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { RefundsListedByOrder = true };
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundLostReply));
        await desk.SendRoundAsync();
        Assert.Equal(CaseState.OutcomeUnknown, await desk.StateAsync(number));

        await desk.ReconcileAsync();

        Assert.Equal((CaseState.Following, 1, 1), (await desk.StateAsync(number), desk.Partner.Count("refund.do"), desk.Partner.AcceptedRefunds(Scenes.RefundLostReply.OrderNo)));
    }

    /// <summary>Where Atlas lists nothing without the code, its "there is one already" keeps people from deciding that nothing was sent.</summary>
    [Fact]
    public async Task Reply_LostWhereAtlasListsNothing_IsNotDecidedAsUnsent()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundLostReply));
        await desk.SendRoundAsync();
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));

        var notSent = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        var sent = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, desk.Partner.Refunds(Scenes.RefundLostReply.OrderNo)[0].RefundCode);

        Assert.Equal(("case.still-asking", CaseState.Following, 1), (notSent.Refusal?.Name, sent.Require(), desk.Partner.Count("refund.do")));
    }
}
