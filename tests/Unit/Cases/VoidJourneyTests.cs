using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>Whole voids as the desk lives them, from the call to the last cent.</summary>
public sealed class VoidJourneyTests
{
    [Fact]
    public async Task Void_PaidFromTheDeposit_EndsRefunded()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, false, 2, desk.Partner.Voids(found.OrderNo)[0].VoidCode), (found.State, found.IsOpen, found.PartnerStatus, found.PartnerRef));
        Assert.Equal("opened quoted approval-asked approved sending accepted status status status", await desk.StoryAsync(number));
        Assert.Equal(AttemptState.Settled, (await desk.PermitAsync(number)).State);
        Assert.Equal((1, 1), (desk.Partner.Count("void.do", found.OrderNo), desk.Partner.AcceptedVoids(found.OrderNo)));
    }

    [Fact]
    public async Task Void_PaidByCard_EndsCompletedWithoutAnAmount()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.Vcc);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.CompletedOnCard, null, 5), (found.State, found.ActualBack, found.PartnerStatus));
    }

    [Fact]
    public async Task Void_WithinTheOwnLimit_NeedsNobodyElse()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(20_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new Money(20_000, "USD"));
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        (await desk.TryPermitAsync(agent, number)).Require();
        await desk.SendRoundAsync();

        var permit = await desk.PermitAsync(number);
        Assert.Equal((CaseState.Following, AttemptState.Accepted, null), (await desk.StateAsync(number), permit.State, permit.ApprovalId));
    }

    /// <summary>The partner's actual amount is the last word on the money, where it says one.</summary>
    [Fact]
    public async Task Void_WithAnActualAmount_KeepsIt()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { ActualRefundAmount = true };
        var number = await desk.SentAsync(Scenes.PlainDeposit);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        Assert.Equal(new Money(18_157, "USD"), (await desk.CaseAsync(number)).ActualBack);
    }

    [Fact]
    public async Task Void_RejectedLater_ClosesAndLetsTheNextCaseBegin()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var second = await desk.SentAsync(Scenes.RejectedLater);

        Assert.Equal(("Against the policy of the airline.", CaseState.Rejected), ((await desk.CaseAsync(number)).CancelReason, await desk.StateAsync(number)));
        Assert.Equal(CaseState.Following, await desk.StateAsync(second));
        Assert.Equal(2, desk.Partner.Count("void.do", Scenes.RejectedLater.OrderNo));
    }

    [Fact]
    public async Task Void_StuckAtTheAirline_IsAskedAboutForEver()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.StuckAtZero);

        desk.Pass(TimeSpan.FromDays(400));
        await desk.ReconcileAsync();

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, 0, desk.Clock.GetUtcNow().AddHours(6)), (found.State, found.PartnerStatus, found.NextAskAt));
    }

    [Fact]
    public async Task Void_ThatJumpsOverStatuses_IsTakenAsItComes()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.SkipsToRefunded);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(5));

        Assert.Equal((CaseState.Refunded, null), (await desk.StateAsync(number), (await desk.CaseAsync(number)).Flag));
    }

    /// <summary>An impossible jump is flagged, not swallowed and not believed; a person closes it, and the order is free again.</summary>
    [Fact]
    public async Task Void_WithAStatusThatCannotBe_IsFlaggedAndWaitsForAPerson()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 5);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(5));
        var flagged = await desk.CaseAsync(number);

        var closed = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, BackOffice.Core.Reconciliation.UnknownDecision.Close);

        Assert.Equal((CaseState.Following, "impossible-status", 5), (flagged.State, flagged.Flag, flagged.PartnerStatus));
        Assert.Single(flagged.Timeline, e => e.Kind == "status");
        Assert.Equal(CaseState.ClosedByHand, closed.Require());
        Assert.False((await desk.PermitAsync(number)).IsLive);
    }

    [Fact]
    public async Task Void_InYen_CountsWholeYen()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.PaidInYen);

        Assert.Equal("JPY 51770", (await desk.CaseAsync(number)).ExpectedBack?.ToString());
    }

    [Fact]
    public async Task Void_AsAVoucher_HasNoSumAndAsksSomebody()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(9_000_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new Money(9_000_000, "USD"));
        var number = await desk.QuotedAsync(agent, Scenes.Voucher);

        var permitted = await desk.TryPermitAsync(agent, number);
        var request = await desk.RequestAsync(await desk.AskAsync(agent, number));

        Assert.Equal(("case.approval-needed", null, 1), (permitted.Refusal?.Name, request.Amount, request.Needed));
    }

    [Theory]
    [InlineData("not-voidable-flag", "void.not-voidable", null)]
    [InlineData("not-voidable-window", "void.not-voidable", null)]
    [InlineData("not-voidable-code-808", "void.fare-not-voidable", "808")]
    [InlineData("not-covered-843", "void.airline-not-covered", "843")]
    [InlineData("payment-841", "void.payment-not-supported", "841")]
    [InlineData("window-closed-822", "void.window-closed", "822")]
    [InlineData("flown-820", "void.ticket-used", "820")]
    [InlineData("colleague-817", "void.refund-exists", "817")]
    [InlineData("colleague-818", "void.refund-claim-exists", "818")]
    [InlineData("ticketing", "void.ticket-unknown", "815")]
    public async Task Quote_ThatSaysNo_IsOnTheCaseByName(string scene, string refusal, string? code)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.Find(scene)!);

        var state = await desk.QuoteAsync(agent, number);
        var asked = await desk.TryAskAsync(agent, number);

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, refusal, code), (state, found.LastRefusal, found.LastRefusalCode));
        Assert.Equal("case.no-quote", asked.Refusal?.Name);
    }

    /// <summary>Somebody was faster in the partner's portal: their void is followed as ours, and nothing is sent.</summary>
    [Fact]
    public async Task Quote_WhenAColleagueVoidedInThePortal_FollowsTheirs()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.Colleague816);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, desk.Partner.Voids(found.OrderNo)[0].VoidCode, 0), (found.State, found.PartnerRef, desk.Partner.Count("void.do")));
    }

    /// <summary>Also while colleagues are asked: their yes would be about nothing any more.</summary>
    [Fact]
    public async Task Quote_WhenAColleagueVoidedWhileApprovalWaits_FollowsTheirsAndEndsTheRequest()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        desk.Partner.VoidInPortal(Scenes.PlainDeposit.OrderNo);

        var state = await desk.QuoteAsync(agent, number);

        Assert.Equal((CaseState.Following, "stale"), (state, BackOffice.Core.Approvals.ApprovalStates.TextOf((await desk.RequestAsync(request)).State)));
    }

    /// <summary>816 also speaks of refunds: an old void that came to nothing is not what stands in the way.</summary>
    [Fact]
    public async Task Quote_WhenTheOnlyVoidKnownCameToNothing_DoesNotFollowIt()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        desk.Partner.VoidInPortal(Scenes.PlainDeposit.OrderNo);
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 4, "Rejected.");
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(816));

        var state = await desk.QuoteAsync(agent, number);

        Assert.Equal((CaseState.Open, "void.already-submitted"), (state, (await desk.CaseAsync(number)).LastRefusal));
    }

    /// <summary>Found by the simulator: after a restore nobody can tell ours from a colleague's, and of the other one there was no trace.</summary>
    [Fact]
    public async Task Quote_WhenThePartnerShowsSeveralVoids_FollowsOneAndKeepsTheList()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = desk.Partner.VoidInPortal(Scenes.PlainDeposit.OrderNo);
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 4, "Rejected.");
        var second = desk.Partner.VoidInPortal(Scenes.PlainDeposit.OrderNo);
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        var found = await desk.CaseAsync(number);
        var line = found.Timeline.Single(t => t.Kind == "partner-found");
        Assert.Equal((CaseState.Following, second), (found.State, found.PartnerRef));
        Assert.Contains($"\"{first}\"", line.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quote_WhenThePartnerIsSilent_LeavesTheCaseAsItWas()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Garbled());

        var quoted = await desk.Use<BackOffice.Core.Quoting.QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);

        Assert.Equal(("orders.partner-silent", "opened"), (quoted.Refusal?.Name, await desk.StoryAsync(number)));
    }

    [Fact]
    public async Task Void_OfOneOrder_HasOneOpenCaseAtATime()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var first = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        var second = await desk.Use<OpenVoidCase>().ExecuteAsync(
            await desk.Staff.AgentAsync(), new OpenVoidCaseInput(Scenes.PlainDeposit.OrderNo, "Me too."), CancellationToken.None);

        Assert.Equal(("case.already-open", first), (second.Refusal?.Name, second.Refusal?.Arguments[0]));
    }
}
