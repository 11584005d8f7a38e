using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Approvals;

/// <summary>Asking, deciding and taking back, on the figures that were seen.</summary>
public sealed class DecideTests
{
    [Fact]
    public async Task Approve_ByAnother_StoresTheIntentInTheSameStroke()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);

        var state = await desk.ApproveAsync(supervisor, request);

        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((ApprovalState.Approved, CaseState.Queued), (state, found.State));
        Assert.Equal((AttemptState.Planned, request, agent.Id, found.Fingerprint, found.ExpectedBack), (permit.State, permit.ApprovalId, permit.RequestedById, permit.Fingerprint, permit.Amount));
    }

    [Fact]
    public async Task Approve_OnesOwnRequest_IsRefusedEvenForASupervisor()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var request = await desk.AskAsync(supervisor, await desk.QuotedAsync(supervisor, Scenes.PlainDeposit));

        Assert.Equal("approval.own-request", (await desk.TryDecideAsync(supervisor, request, isYes: true)).Refusal?.Name);
    }

    [Fact]
    public async Task Approve_AboveTheOwnLimit_IsRefusedWithTheLimit()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync(new Money(18_156, "USD")));
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));

        var decided = await desk.TryDecideAsync(supervisor, request, isYes: true);

        Assert.Equal(("approval.above-limit", "USD 181.56"), (decided.Refusal?.Name, decided.Refusal?.Arguments[0]));
    }

    [Fact]
    public async Task Approve_WhereTwoAreNeeded_WaitsForTheSecondPerson()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(0, "USD"), new Money(10_000, "USD"));
        var (agent, first, second) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);

        var one = await desk.ApproveAsync(first, request);
        var again = await desk.TryDecideAsync(first, request, isYes: true);
        var between = await desk.PermitsAsync(number);
        var two = await desk.ApproveAsync(second, request);

        Assert.Equal((ApprovalState.Waiting, "approval.already-decided", 0, ApprovalState.Approved), (one, again.Refusal?.Name, between.Count, two));
        await desk.SendRoundAsync();
        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
    }

    [Fact]
    public async Task Decline_ByOneOfTwo_EndsTheRequest()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(0, "USD"), new Money(10_000, "USD"));
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), request);

        var state = await desk.DeclineAsync(await desk.Staff.SupervisorAsync(), request);
        var after = await desk.TryDecideAsync(await desk.Staff.SupervisorAsync(), request, isYes: true);

        Assert.Equal((ApprovalState.Declined, "approval.over", CaseState.Quoted, 0), (state, after.Refusal?.Name, await desk.StateAsync(number), (await desk.PermitsAsync(number)).Count));
    }

    [Fact]
    public async Task Approve_HavingSeenOtherFigures_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));

        var decided = await desk.Use<Decide>().ExecuteAsync(
            await desk.Staff.SupervisorAsync(), new DecideInput(request, true, new string('0', 64), null), CancellationToken.None);

        Assert.Equal("case.figures-changed", decided.Refusal?.Name);
    }

    /// <summary>A fresh quote with other figures ends the request; the same figures leave it waiting.</summary>
    [Fact]
    public async Task Request_WhenAFreshQuoteDiffers_IsStale()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var same = await desk.QuoteAsync(agent, number);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.UnknownEnums());

        var other = await desk.QuoteAsync(agent, number);
        var decided = await desk.TryDecideAsync(await desk.Staff.SupervisorAsync(), request, isYes: true);

        Assert.Equal((CaseState.AwaitingApproval, CaseState.Quoted, "approval.over", "stale"), (same, other, decided.Refusal?.Name, decided.Refusal?.Arguments[0]));
    }

    [Fact]
    public async Task Request_WhenAFreshQuoteSaysNo_IsStale()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(822));

        var state = await desk.QuoteAsync(agent, number);

        Assert.Equal((CaseState.Open, ApprovalState.Stale), (state, (await desk.RequestAsync(request)).State));
    }

    /// <summary>It ends at the last safe moment, whether a round has noticed that or not.</summary>
    [Fact]
    public async Task Request_WhenTheWindowCloses_Expires()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes);
        var request = await desk.AskAsync(agent, number);
        desk.Pass(TimeSpan.FromSeconds(60));

        var late = await desk.TryDecideAsync(await desk.Staff.SupervisorAsync(), request, isYes: true);
        await desk.ReconcileAsync();
        var after = await desk.TryDecideAsync(await desk.Staff.SupervisorAsync(), request, isYes: true);
        var again = await desk.TryAskAsync(agent, number);

        Assert.Equal(("case.too-late", "approval.over", "case.too-late"), (late.Refusal?.Name, after.Refusal?.Name, again.Refusal?.Name));
        Assert.Equal((ApprovalState.Expired, CaseState.Quoted), ((await desk.RequestAsync(request)).State, await desk.StateAsync(number)));
    }

    /// <summary>A no is never too late: it only clears the table.</summary>
    [Fact]
    public async Task Decline_AfterTheLastSafeMoment_IsTaken()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes));
        desk.Pass(TimeSpan.FromSeconds(61));

        Assert.Equal(ApprovalState.Declined, await desk.DeclineAsync(await desk.Staff.SupervisorAsync(), request));
    }

    [Fact]
    public async Task Ask_OnAnOldQuote_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        desk.Pass(TimeSpan.FromMinutes(10) + TimeSpan.FromMilliseconds(1));

        Assert.Equal("case.quote-too-old", (await desk.TryAskAsync(agent, number)).Refusal?.Name);
    }

    [Theory]
    [InlineData(null, "case.reason-missing")]
    [InlineData("  ", "case.reason-missing")]
    [InlineData("long", "case.reason-too-long")]
    public async Task Decline_WithoutAUsableReason_IsRefused(string? reason, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.RequestAsync(await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit)));

        var decided = await desk.Use<Decide>().ExecuteAsync(
            await desk.Staff.SupervisorAsync(), new DecideInput(request.Id, false, request.Fingerprint, reason == "long" ? new string('x', 501) : reason), CancellationToken.None);

        Assert.Equal(refusal, decided.Refusal?.Name);
    }

    /// <summary>What somebody typed is kept whole or refused, never cut in silence.</summary>
    [Fact]
    public async Task Approve_WithALongReason_KeepsItOrSaysNo()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var request = await desk.RequestAsync(await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit)));
        Task<Outcome<ApprovalState>> ApproveAsync(int length) => desk.Use<Decide>().ExecuteAsync(
            supervisor, new DecideInput(request.Id, true, request.Fingerprint, new string('x', length)), CancellationToken.None);

        var tooLong = await ApproveAsync(501);
        var whole = await ApproveAsync(500);

        Assert.Equal(("case.reason-too-long", ApprovalState.Approved), (tooLong.Refusal?.Name, whole.Require()));
        Assert.Equal(500, Assert.Single((await desk.RequestAsync(request.Id)).Votes).Reason?.Length);
    }

    [Fact]
    public async Task Withdraw_OfAWaitingRequest_LeavesTheQuote()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);

        (await WithdrawAsync(desk, agent, number)).Require();

        Assert.Equal((ApprovalState.Withdrawn, CaseState.Quoted), ((await desk.RequestAsync(request)).State, await desk.StateAsync(number)));
    }

    [Fact]
    public async Task Withdraw_OfAPermit_StopsTheSender()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);

        (await WithdrawAsync(desk, await desk.Staff.AgentAsync(), number)).Require();
        await desk.SendRoundAsync();

        Assert.Equal((AttemptState.Cancelled, CaseState.Quoted, 0), ((await desk.PermitAsync(number)).State, await desk.StateAsync(number), desk.Partner.Count("void.do")));
    }

    [Fact]
    public async Task Withdraw_OfWhatWasSent_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);

        Assert.Equal("case.already-sent", (await WithdrawAsync(desk, await desk.Staff.AgentAsync(), number)).Refusal?.Name);
    }

    [Fact]
    public async Task Case_FromWhichNothingWasSent_CanBeWithdrawnAndOpenedAnew()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "Customer keeps it."), CancellationToken.None)).Require();
        var second = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        Assert.Equal((CaseState.Withdrawn, "V-2026-000002"), (await desk.StateAsync(number), second));
    }

    [Fact]
    public async Task Case_ThatWaitsForApproval_CannotBeWithdrawnWithoutItsRequest()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        await desk.AskAsync(agent, number);

        var withdrawn = await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "Customer keeps it."), CancellationToken.None);

        Assert.Equal("case.waiting-for-approval", withdrawn.Refusal?.Name);
    }

    [Fact]
    public async Task Request_OfAnUnknownNumber_IsRefused()
    {
        await using var desk = await Desk.StartAsync();

        var decided = await desk.Use<Decide>().ExecuteAsync(await desk.Staff.SupervisorAsync(), new DecideInput(404, true, "", null), CancellationToken.None);

        Assert.Equal("approval.unknown", decided.Refusal?.Name);
    }

    private static Task<Outcome<Done>> WithdrawAsync(Desk desk, Actor who, string number) =>
        desk.Use<WithdrawRequest>().ExecuteAsync(who, new WithdrawRequestInput(number, "Not needed."), CancellationToken.None);
}
