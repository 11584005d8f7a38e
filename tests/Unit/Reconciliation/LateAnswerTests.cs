using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>Answers that were on their way while the case went on without them. The exhaustive exploration of the small scope found these.</summary>
public sealed class LateAnswerTests
{
    /// <summary>A person decided "not sent", colleagues are asked to approve another send, and only then an old question finds the void.</summary>
    [Fact]
    public async Task Found_AfterADecisionAndANewRequest_EndsTheRequest()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        desk.Pass(TimeSpan.FromHours(1));
        var question = Hold(desk, "queryVoidOrders.do");
        var round = desk.ReconcileAsync();
        await question.Reached.WithinAsync();
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        await desk.QuoteAsync(agent, number);
        var request = await desk.AskAsync(agent, number);
        desk.Partner.Options = desk.Partner.Options with { QueriesNameOffers = false };
        desk.Partner.VoidInPortal(Scenes.LostReplyBefore.OrderNo);

        question.Release();
        await round;

        Assert.Equal((CaseState.Following, ApprovalState.Stale), (await desk.StateAsync(number), (await desk.RequestAsync(request)).State));
    }

    /// <summary>A quote was asked for before the send and answers after it: what it finds is for the questions of the unknown send to settle.</summary>
    [Fact]
    public async Task Quote_WhileASendBecameUnknown_LeavesItAlone()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.LostReplyAfter);
        var quote = Hold(desk, "voidQuotation.do");
        var quoting = desk.Use<QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);
        await quote.Reached.WithinAsync();
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();

        quote.Release();
        var quoted = await quoting;

        Assert.Equal(("case.outcome-unknown", CaseState.OutcomeUnknown, AttemptState.Unknown), (quoted.Refusal?.Name, await desk.StateAsync(number), (await desk.PermitAsync(number)).State));
    }

    /// <summary>Two workers ask; the one that heard the older status writes last. The partner did not change its mind: no alarm on a closed case.</summary>
    [Fact]
    public async Task Status_OlderThanTheEnd_RaisesNoAlarm()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.StuckAtZero);
        desk.Pass(TimeSpan.FromMinutes(1));
        var question = Hold(desk, "queryVoidOrders.do", afterProcessing: true);
        var round = desk.ReconcileAsync();
        await question.Reached.WithinAsync();
        desk.Partner.SetOutcome(Scenes.StuckAtZero.OrderNo, 4, "Rejected.");
        await desk.StartProgram().GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
        var ended = await desk.CaseAsync(number);

        question.Release();
        await round;

        var after = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Rejected, null, ended.Version), (after.State, after.Flag, after.Version));
    }

    /// <summary>"Nothing there" about the first send is not evidence about the second.</summary>
    [Fact]
    public async Task Nothing_AboutAnEarlierSend_DoesNotCount()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        desk.Pass(TimeSpan.FromHours(1));
        var question = Hold(desk, "voidQuotation.do");
        var round = desk.ReconcileAsync();
        await question.Reached.WithinAsync();
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        desk.Partner.Faults.Next("void.do", new Fault.DropBefore());
        await desk.SendRoundAsync();

        question.Release();
        await round;

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.OutcomeUnknown, 0), (found.State, found.ClearNothings));
    }

    /// <summary>The sender was stopped in the middle of its call for an hour; meanwhile a person decided "not sent". The code it then holds is not lost.</summary>
    [Fact]
    public async Task Reply_AfterAPersonDecidedNotSent_IsFollowed()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var (number, call, round) = await HeldAndNotSentAsync(desk, supervisor);

        call.Release();
        await round;

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, desk.Partner.Voids(found.OrderNo)[0].VoidCode, AttemptState.Abandoned), (found.State, found.PartnerRef, (await desk.PermitAsync(number)).State));
        Assert.Equal("opened quoted approval-asked approved sending send-unknown", string.Join(' ', found.Timeline.Take(6).Select(e => e.Kind)));
        Assert.Equal("decided-not-sent partner-found", string.Join(' ', found.Timeline.TakeLast(2).Select(e => e.Kind)));
    }

    /// <summary>The next send has its approvals and waits for the sender when the code of the first comes: it is called off.</summary>
    [Fact]
    public async Task Reply_AfterAPersonDecidedNotSent_CallsOffTheNextSend()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var (number, call, round) = await HeldAndNotSentAsync(desk, supervisor);
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        Assert.Equal(CaseState.Queued, await desk.StateAsync(number));

        call.Release();
        await round;
        await desk.SendRoundAsync();

        var found = await desk.CaseAsync(number);
        var code = desk.Partner.Voids(found.OrderNo)[0].VoidCode;
        Assert.Equal((CaseState.Following, code, 1), (found.State, found.PartnerRef, desk.Partner.Count("void.do")));
        Assert.Equal([(AttemptState.Abandoned, code), (AttemptState.Cancelled, null)], (await desk.PermitsAsync(number)).Select(p => (p.State, p.PartnerRef)));
        Assert.EndsWith("stopped-before-sending partner-found", await desk.StoryAsync(number), StringComparison.Ordinal);
    }

    /// <summary>The void was taken for lost and withdrawn for a refund; only then it reaches Atlas, and its reply comes: what waits for the order is called off.</summary>
    [Fact]
    public async Task Accepted_AfterTheCaseWasWithdrawnForARefund_StopsTheRefund()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var (scene, call) = (Scenes.PlainDeposit, new Gate());
        var number = await desk.QueuedAsync(scene);
        desk.Partner.Faults.Next("void.do", new Fault.Hold(call), scene.OrderNo);
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromMinutes(2));
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "A refund will do."), CancellationToken.None)).Require();
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(agent, scene));

        call.Release();
        await round;
        await desk.SendRoundAsync();

        Assert.Equal((0, 1, CasesRefusals.EarlierSendFound.Name), (desk.Partner.Count("refund.do"), desk.Partner.AcceptedVoids(scene.OrderNo), (await desk.CaseAsync(refund)).LastRefusal));
        Assert.Equal((AttemptState.Cancelled, false), ((await desk.PermitAsync(refund)).State, (await desk.PermitAsync(number)).PartnerRef is null));
    }

    /// <summary>The sender stands in the middle of its call; its lease is over, and the supervisor has decided that nothing arrived.</summary>
    private static async Task<(string Number, Gate Call, Task Round)> HeldAndNotSentAsync(Desk desk, Actor supervisor)
    {
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var call = Hold(desk, "void.do");
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(90));
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(12));
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        return (number, call, round);
    }

    private static Gate Hold(Desk desk, string path, bool afterProcessing = false)
    {
        var gate = new Gate();
        desk.Partner.Faults.Next(path, new Fault.Hold(gate, afterProcessing));
        return gate;
    }
}
