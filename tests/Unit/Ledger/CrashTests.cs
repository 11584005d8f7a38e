using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Ledger;

/// <summary>
/// The program dies at one point of a void's life, is started again on what the database holds, and goes on until nothing moves. Whatever the
/// point, the partner has received at most one request, and nothing hangs.
/// </summary>
public sealed class CrashTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    [Theory]
    [InlineData(Death.BeforeQuoteForSending, CaseState.Refunded, 1)]
    [InlineData(Death.AfterQuoteForSending, CaseState.Refunded, 1)]
    [InlineData(Death.ClaimNotCommitted, CaseState.Refunded, 1)]
    [InlineData(Death.ClaimCommitted, CaseState.OutcomeUnknown, 0)]
    [InlineData(Death.BeforeTheCall, CaseState.OutcomeUnknown, 0)]
    [InlineData(Death.AfterTheCall, CaseState.Refunded, 1)]
    [InlineData(Death.OutcomeNotCommitted, CaseState.Refunded, 1)]
    [InlineData(Death.OutcomeCommitted, CaseState.Refunded, 1)]
    [InlineData(Death.BeforeQuestion, CaseState.Refunded, 1)]
    [InlineData(Death.AfterQuestion, CaseState.Refunded, 1)]
    [InlineData(Death.EvidenceNotCommitted, CaseState.Refunded, 1)]
    [InlineData(Death.EvidenceCommitted, CaseState.Refunded, 1)]
    public async Task Sender_DyingAnywhere_SendsAtMostOnce(Death death, CaseState expected, int calls)
    {
        using var fate = new Fate();
        await using var desk = await Desk.StartAsync();
        desk.Restart(fate.Bind, fate.Stopping);
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        fate.DieAt(death);
        await LiveAsync(desk);
        Assert.True(fate.IsDead);

        desk.Restart();
        await LiveOnAsync(desk);

        Assert.Equal((expected, calls, calls), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order), desk.Partner.AcceptedVoids(Order)));
        Assert.DoesNotContain(await desk.PermitsAsync(number), p => p.State is AttemptState.Planned or AttemptState.Sending);
    }

    /// <summary>The same with a reply that never came: the partner has it, and only questions can tell.</summary>
    [Theory]
    [InlineData(Death.AfterTheCall)]
    [InlineData(Death.OutcomeNotCommitted)]
    [InlineData(Death.OutcomeCommitted)]
    [InlineData(Death.BeforeQuestion)]
    [InlineData(Death.AfterQuestion)]
    [InlineData(Death.EvidenceNotCommitted)]
    [InlineData(Death.EvidenceCommitted)]
    public async Task Sender_DyingOverALostReply_FindsTheVoidAfterwards(Death death)
    {
        using var fate = new Fate();
        await using var desk = await Desk.StartAsync();
        desk.Restart(fate.Bind, fate.Stopping);
        var number = await desk.QueuedAsync(Scenes.LostReplyAfter);
        fate.DieAt(death);
        await LiveAsync(desk);
        Assert.True(fate.IsDead);

        desk.Restart();
        await LiveOnAsync(desk);

        Assert.Equal(
            (CaseState.Refunded, 1, AttemptState.Settled),
            (await desk.StateAsync(number), desk.Partner.Count("void.do", Scenes.LostReplyAfter.OrderNo), (await desk.PermitAsync(number)).State));
    }

    /// <summary>A yes that was not committed is no yes; one that was is found by the sender.</summary>
    [Theory]
    [InlineData(Death.DecisionNotCommitted, CaseState.AwaitingApproval, 0)]
    [InlineData(Death.DecisionCommitted, CaseState.Refunded, 1)]
    public async Task Approval_DyingAroundItsCommit_IsWholeOrNotAtAll(Death death, CaseState expected, int calls)
    {
        using var fate = new Fate();
        await using var desk = await Desk.StartAsync();
        desk.Restart(fate.Bind, fate.Stopping);
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        fate.DieAt(death);
        await Assert.ThrowsAsync<DiedException>(() => desk.TryDecideAsync(supervisor, request, isYes: true));

        desk.Restart();
        await LiveOnAsync(desk);

        Assert.Equal((expected, calls), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
        Assert.Equal(calls == 0 ? ApprovalState.Waiting : ApprovalState.Approved, (await desk.RequestAsync(request)).State);
        Assert.Equal(calls, (await desk.PermitsAsync(number)).Count);
    }

    [Theory]
    [InlineData(Death.DecisionNotCommitted, 0)]
    [InlineData(Death.DecisionCommitted, 1)]
    public async Task Permit_DyingAroundItsCommit_IsWholeOrNotAtAll(Death death, int calls)
    {
        using var fate = new Fate();
        await using var desk = await Desk.StartAsync();
        desk.Restart(fate.Bind, fate.Stopping);
        await desk.Staff.SetRuleAsync(new BackOffice.Core.Values.Money(50_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new BackOffice.Core.Values.Money(50_000, "USD"));
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        fate.DieAt(death);
        await Assert.ThrowsAsync<DiedException>(() => desk.TryPermitAsync(agent, number));

        desk.Restart();
        await LiveOnAsync(desk);

        Assert.Equal((calls == 0 ? CaseState.Quoted : CaseState.Refunded, calls), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
    }

    /// <summary>Dead in the claim, dead again while asking, dead again while recording what was found.</summary>
    [Fact]
    public async Task Sender_DyingAgainAndAgain_StillSendsOnce()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        await DieAsync(desk, Death.ClaimNotCommitted);
        await DieAsync(desk, Death.AfterTheCall);
        await DieAsync(desk, Death.AfterQuestion);
        await DieAsync(desk, Death.EvidenceNotCommitted);

        desk.Restart();
        await LiveOnAsync(desk);

        Assert.Equal((CaseState.Refunded, 1), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
    }

    /// <summary>The lease is what tells a dead sender from a slow one: before it ends nobody touches the permit.</summary>
    [Fact]
    public async Task Restart_WithinTheLease_LeavesThePermitAlone()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        await DieAsync(desk, Death.AfterTheCall, live: desk.SendRoundAsync);
        desk.Restart();
        desk.Pass(TimeSpan.FromSeconds(89));

        await desk.ReconcileAsync();
        var within = await desk.StateAsync(number);
        desk.Pass(TimeSpan.FromSeconds(1));
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.Sending, CaseState.Following), (within, await desk.StateAsync(number)));
        Assert.Equal("lease", (await desk.PermitAsync(number)).OutcomeReason);
    }

    private static async Task DieAsync(Desk desk, Death death, Func<Task>? live = null)
    {
        using var fate = new Fate();
        fate.DieAt(death);
        desk.Restart(fate.Bind, fate.Stopping);
        await (live ?? (() => LiveAsync(desk)))();
        Assert.True(fate.IsDead);
    }

    /// <summary>What the workers would do in their first minutes.</summary>
    private static async Task LiveAsync(Desk desk)
    {
        await SwallowAsync(desk.SendRoundAsync);
        await SwallowAsync(desk.ReconcileAsync);
        desk.Pass(TimeSpan.FromSeconds(100));
        await SwallowAsync(desk.SendRoundAsync);
        await SwallowAsync(desk.ReconcileAsync);
        await SwallowAsync(desk.ReconcileAsync);
    }

    private static async Task LiveOnAsync(Desk desk)
    {
        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromSeconds(100));
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));
        await desk.SendRoundAsync();
    }

    /// <summary>A dead program throws wherever it is touched; its rounds end and so does it.</summary>
    private static async Task SwallowAsync(Func<Task> round)
    {
        try
        {
            await round();
        }
        catch (Exception end) when (end is DiedException or OperationCanceledException)
        {
            // As intended.
        }
    }
}
