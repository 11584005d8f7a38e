using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Ledger;

/// <summary>Two at once, in one program or in two on the same database. Where the order matters, the partner holds a call until it is told.</summary>
public sealed class RaceTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    /// <summary>Both have read the permit as planned and hold a fresh quote: one claims.</summary>
    [Fact]
    public async Task Senders_WithTheSamePermit_SendOnce()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var permit = (await desk.PermitAsync(number)).Id;
        var (one, other) = (Hold(desk, "voidQuotation.do"), Hold(desk, "voidQuotation.do"));
        var here = desk.Use<SendOnce>().ExecuteAsync(permit, CancellationToken.None);
        var there = desk.StartProgram().GetRequiredService<SendOnce>().ExecuteAsync(permit, CancellationToken.None);
        await Task.WhenAll(one.Reached, other.Reached).WithinAsync();

        one.Release();
        other.Release();
        await Task.WhenAll(here, there);

        Assert.Equal((1, 1), (desk.Partner.Count("void.do", Order), desk.Partner.AcceptedVoids(Order)));
        Assert.Equal((CaseState.Following, AttemptState.Accepted), (await desk.StateAsync(number), (await desk.PermitAsync(number)).State));
        Assert.Equal("opened quoted approval-asked approved sending accepted", await desk.StoryAsync(number));
    }

    /// <summary>The second sender's fresh quote comes after the first one's void: what it hears of that must not stop a call under way.</summary>
    [Fact]
    public async Task Senders_OneLate_LeavesTheFirstOnesCallAlone()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var permit = (await desk.PermitAsync(number)).Id;
        var late = Hold(desk, "voidQuotation.do");
        var there = desk.StartProgram().GetRequiredService<SendOnce>().ExecuteAsync(permit, CancellationToken.None);
        await late.Reached.WithinAsync();
        var call = Hold(desk, "void.do", afterProcessing: true);
        var here = desk.SendRoundAsync();
        await call.Reached.WithinAsync();

        late.Release();
        await there;
        var during = await desk.StateAsync(number);
        call.Release();
        await here;

        Assert.Equal((CaseState.Sending, CaseState.Following, 1), (during, await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
    }

    [Fact]
    public async Task Senders_OfTwoPrograms_ShareTheWorkWithoutDoublingIt()
    {
        await using var desk = await Desk.StartAsync();
        Scene[] scenes = [Scenes.PlainDeposit, Scenes.Vcc, Scenes.DeadlineGiven, Scenes.TwoPassengersAndBag];
        foreach (var scene in scenes)
        {
            await desk.QueuedAsync(scene);
        }

        var other = desk.StartProgram().GetRequiredService<DispatchRound>();
        await Task.WhenAll(desk.SendRoundAsync(), other.ExecuteAsync(CancellationToken.None), desk.SendRoundAsync());

        Assert.Equal([1, 1, 1, 1], scenes.Select(s => desk.Partner.Count("void.do", s.OrderNo)));
    }

    /// <summary>Taken back while the sender still asks: it finds nothing to claim.</summary>
    [Fact]
    public async Task Withdraw_BeforeTheClaim_Wins()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var quote = Hold(desk, "voidQuotation.do");
        var round = desk.SendRoundAsync();
        await quote.Reached.WithinAsync();

        var withdrawn = await WithdrawAsync(desk, number);
        quote.Release();
        await round;

        Assert.Null(withdrawn.Refusal);
        Assert.Equal((0, CaseState.Quoted, AttemptState.Cancelled), (desk.Partner.Count("void.do"), await desk.StateAsync(number), (await desk.PermitAsync(number)).State));
    }

    [Fact]
    public async Task Withdraw_AfterTheClaim_IsTooLate()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var call = Hold(desk, "void.do");
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();

        var withdrawn = await WithdrawAsync(desk, number);
        call.Release();
        await round;

        Assert.Equal(("case.being-sent", CaseState.Following), (withdrawn.Refusal?.Name, await desk.StateAsync(number)));
    }

    /// <summary>Taken back and permitted anew while an old sender is still on its way: two permits, and only the new one leaves.</summary>
    [Fact]
    public async Task Withdraw_AndPermitAgain_SendsForTheNewPermitOnly()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var quote = Hold(desk, "voidQuotation.do");
        var old = desk.SendRoundAsync();
        await quote.Reached.WithinAsync();
        (await WithdrawAsync(desk, number)).Require();
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();

        quote.Release();
        await old;

        Assert.Equal([AttemptState.Cancelled, AttemptState.Accepted], (await desk.PermitsAsync(number)).Select(p => p.State));
        Assert.Equal((1, CaseState.Following), (desk.Partner.Count("void.do", Order), await desk.StateAsync(number)));
    }

    /// <summary>The reply is late, the lease ends, another program finds the void: the late reply changes nothing any more.</summary>
    [Fact]
    public async Task Reply_AfterTheLeaseAndTheAnswer_IsTakenForWhatItIs()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var call = Hold(desk, "void.do", afterProcessing: true);
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(90));
        await desk.StartProgram().GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
        var before = await desk.CaseAsync(number);

        call.Release();
        await round;

        var after = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, before.Version, before.PartnerRef), (after.State, after.Version, after.PartnerRef));
        Assert.Equal(1, desk.Partner.Count("void.do", Order));
    }

    /// <summary>The lease ends while the partner has not yet looked at the call; its answer is still the best evidence.</summary>
    [Fact]
    public async Task Reply_AfterTheLease_SettlesTheUnknown()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var call = Hold(desk, "void.do");
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(90));
        await desk.ReconcileAsync();
        var during = await desk.StateAsync(number);

        call.Release();
        await round;

        Assert.Equal((CaseState.OutcomeUnknown, CaseState.Following), (during, await desk.StateAsync(number)));
        Assert.Equal("opened quoted approval-asked approved sending send-unknown nothing-found accepted", await desk.StoryAsync(number));
        Assert.Equal((AttemptState.Accepted, 1), ((await desk.PermitAsync(number)).State, desk.Partner.Count("void.do", Order)));
    }

    [Fact]
    public async Task Approvers_AtOnce_GiveOnePermit()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.RequestAsync(await desk.AskAsync(agent, number));
        var yes = new DecideInput(request.Id, true, request.Fingerprint, null);
        var (first, second) = (await desk.Staff.SupervisorAsync(), await desk.Staff.SupervisorAsync());
        var elsewhere = desk.StartProgram().GetRequiredService<Decide>();

        var decided = await AtOnceAsync(
            () => desk.Use<Decide>().ExecuteAsync(first, yes, CancellationToken.None),
            () => elsewhere.ExecuteAsync(second, yes, CancellationToken.None));

        Assert.Equal(["approval.over", null], decided.Select(d => d.Refusal?.Name).OrderDescending(StringComparer.Ordinal));
        Assert.Equal((CaseState.Queued, 1), (await desk.StateAsync(number), (await desk.PermitsAsync(number)).Count));
    }

    [Fact]
    public async Task Approver_PressingTwice_VotesOnce()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(0, "USD"), new Money(100, "USD"));
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);

        var decided = await AtOnceAsync(() => desk.TryDecideAsync(supervisor, request, true), () => desk.TryDecideAsync(supervisor, request, true));

        Assert.Equal(["approval.already-decided", null], decided.Select(d => d.Refusal?.Name).OrderDescending(StringComparer.Ordinal));
        Assert.Equal((CaseState.AwaitingApproval, 1), (await desk.StateAsync(number), (await desk.RequestAsync(request)).Votes.Count));
    }

    [Fact]
    public async Task YesAndNo_AtOnce_LeaveOneOfThem()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var (first, second) = (await desk.Staff.SupervisorAsync(), await desk.Staff.SupervisorAsync());

        var decided = await AtOnceAsync(() => desk.TryDecideAsync(first, request, true), () => desk.TryDecideAsync(second, request, false));

        var (state, ended) = (await desk.StateAsync(number), (await desk.RequestAsync(request)).State);
        Assert.Single(decided, d => d.Refusal is null);
        Assert.Contains((state, ended), new[] { (CaseState.Queued, ApprovalState.Approved), (CaseState.Quoted, ApprovalState.Declined) });
        Assert.Equal(state == CaseState.Queued ? 1 : 0, (await desk.PermitsAsync(number)).Count);
    }

    [Fact]
    public async Task Sender_PressingTwice_PermitsOnce()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(50_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new Money(50_000, "USD"));
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        var permitted = await AtOnceAsync(() => desk.TryPermitAsync(agent, number), () => desk.TryPermitAsync(agent, number));

        Assert.Single(permitted, p => p.Refusal is null);
        Assert.Single(await desk.PermitsAsync(number));
    }

    [Fact]
    public async Task Openers_OfTheSameOrder_OpenOneCase()
    {
        await using var desk = await Desk.StartAsync();
        var (one, other) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        var (first, second) = (Hold(desk, "queryOrderDetails.do"), Hold(desk, "queryOrderDetails.do"));
        var elsewhere = desk.StartProgram().GetRequiredService<OpenVoidCase>();
        var input = new OpenVoidCaseInput(Order, "Wrong day.");
        var opening = Task.WhenAll(
            desk.Use<OpenVoidCase>().ExecuteAsync(one, input, CancellationToken.None), elsewhere.ExecuteAsync(other, input, CancellationToken.None));
        await Task.WhenAll(first.Reached, second.Reached).WithinAsync();
        first.Release();
        second.Release();

        var opened = await opening;

        Assert.Equal(["case.already-open", null], opened.Select(o => o.Refusal?.Name).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Openers_OfManyOrders_CountWithoutAGap()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        Scene[] scenes = [Scenes.PlainDeposit, Scenes.Vcc, Scenes.DeadlineGiven, Scenes.TwoPassengersAndBag, Scenes.Voucher, Scenes.PaidInYen];

        var numbers = await Task.WhenAll(scenes.Select(scene => Task.Run(() => desk.OpenAsync(agent, scene))));

        Assert.Equal(Enumerable.Range(1, 6).Select(n => CaseNumber.Of(CaseKind.Void, 2026, n)), numbers.Order(StringComparer.Ordinal));
    }

    /// <summary>The answer was given before the change that the notice tells of: the question must be put again at once, not hours later.</summary>
    [Fact]
    public async Task Notice_WhileTheQuestionIsUnderWay_AsksAgain()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.StuckAtZero);
        desk.Pass(TimeSpan.FromHours(25));
        await desk.ReconcileAsync();
        desk.Pass(TimeSpan.FromHours(7));
        var question = Hold(desk, "queryVoidOrders.do", afterProcessing: true);
        var round = desk.ReconcileAsync();
        await question.Reached.WithinAsync();
        desk.Partner.SetOutcome(Scenes.StuckAtZero.OrderNo, 4, "Rejected.");
        await desk.ReceiveAsync(Desk.VoidNotice(Scenes.StuckAtZero.OrderNo, (await desk.CaseAsync(number)).PartnerRef!, 4));
        await desk.ReadNoticesAsync();

        question.Release();
        await round;
        var between = await desk.StateAsync(number);
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.Following, CaseState.Rejected), (between, await desk.StateAsync(number)));
    }

    /// <summary>Both heard the same end: it is written once.</summary>
    [Fact]
    public async Task Reconcilers_WithTheSameAnswer_WriteItOnce()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        var (one, other) = (Hold(desk, "queryVoidOrders.do", afterProcessing: true), Hold(desk, "queryVoidOrders.do", afterProcessing: true));
        var here = desk.ReconcileAsync();
        var there = desk.StartProgram().GetRequiredService<ReconcileRound>().ExecuteAsync(CancellationToken.None);
        await Task.WhenAll(one.Reached, other.Reached).WithinAsync();

        one.Release();
        other.Release();
        await Task.WhenAll(here, there);

        Assert.Equal("opened quoted approval-asked approved sending send-unknown partner-found", await desk.StoryAsync(number));
    }

    /// <summary>A person decides while the question is under way: whichever commits first stands, the other is told no.</summary>
    [Fact]
    public async Task Decision_WhileTheQuestionIsUnderWay_IsNotOverwritten()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        desk.Pass(TimeSpan.FromHours(1));
        var question = Hold(desk, "queryVoidOrders.do", afterProcessing: true);
        var round = desk.ReconcileAsync();
        await question.Reached.WithinAsync();

        var decided = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        question.Release();
        await round;

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, CaseState.Open, null), (decided.Require(), found.State, found.NextAskAt));
        Assert.Equal("decided-not-sent", found.Timeline[^1].Kind);
    }

    /// <summary>The same trail from many hands at once has neither gap nor fork.</summary>
    [Fact]
    public async Task Trail_WrittenByMany_IsOneChain()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var elsewhere = desk.StartProgram().GetRequiredService<AddNote>();

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() =>
            (i % 2 == 0 ? desk.Use<AddNote>() : elsewhere).ExecuteAsync(agent, new AddNoteInput(number, "A note."), CancellationToken.None))));

        await using var db = desk.Database.Open();
        var lines = db.Set<BackOffice.Core.Audit.AuditEntry>().OrderBy(e => e.Sequence).ToList();
        Assert.Equal((13, null), (lines.Count, BackOffice.Core.Audit.AuditChain.FirstBreak(BackOffice.Core.Audit.AuditChain.Start, 0, lines)));
    }

    private static Gate Hold(Desk desk, string path, bool afterProcessing = false)
    {
        var gate = new Gate();
        desk.Partner.Faults.Next(path, new Fault.Hold(gate, afterProcessing));
        return gate;
    }

    private static Task<T[]> AtOnceAsync<T>(Func<Task<T>> one, Func<Task<T>> other) => Task.WhenAll(Task.Run(one), Task.Run(other));

    private static async Task<Outcome<Done>> WithdrawAsync(Desk desk, string number) =>
        await desk.Use<WithdrawRequest>().ExecuteAsync(await desk.Staff.AgentAsync(), new WithdrawRequestInput(number, "Not needed."), CancellationToken.None);
}
