using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>A void was taken for lost, and its order went on as a refund that nobody has decided on yet; only then Atlas's yes to the void comes.</summary>
public sealed class LateProofOfAVoidTests
{
    [Fact]
    public async Task Accepted_WhileTheRefundWaitsForAYes_EndsTheRequest()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var (refund, call, round) = await GoneOnAsARefundAsync(desk, agent, supervisor);
        var request = await desk.AskAsync(agent, refund);

        call.Release();
        await round;
        var decided = await desk.TryDecideAsync(supervisor, request, isYes: true);
        await desk.SendRoundAsync();

        var found = await desk.CaseAsync(refund);
        Assert.Equal((CaseState.Open, CasesRefusals.EarlierSendFound.Name, ApprovalState.Stale), (found.State, found.LastRefusal, (await desk.RequestAsync(request)).State));
        Assert.Equal((CasesRefusals.ApprovalOver.Name, 0, 1), (decided.Refusal?.Name, desk.Partner.Count("refund.do"), desk.Partner.AcceptedVoids(found.OrderNo)));
    }

    [Fact]
    public async Task Accepted_WhileTheRefundIsOnlyQuoted_TakesTheQuoteOff()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var (refund, call, round) = await GoneOnAsARefundAsync(desk, agent, supervisor);

        call.Release();
        await round;

        var asked = await desk.TryAskAsync(agent, refund);
        Assert.Equal((CasesRefusals.NoQuote.Name, CasesRefusals.EarlierSendFound.Name), (asked.Refusal?.Name, (await desk.CaseAsync(refund)).LastRefusal));
    }

    /// <summary>The sender stands in the middle of its call; a supervisor has decided that nothing arrived, and the refund that the void became is quoted.</summary>
    private static async Task<(string Refund, Gate Call, Task Round)> GoneOnAsARefundAsync(Desk desk, Actor agent, Actor supervisor)
    {
        var (scene, call) = (Scenes.PlainDeposit, new Gate());
        var number = await desk.QueuedAsync(scene);
        desk.Partner.Faults.Next("void.do", new Fault.Hold(call), scene.OrderNo);
        var round = desk.SendRoundAsync();
        await call.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromMinutes(2));
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        var refund = (await desk.Use<ContinueAsRefund>().ExecuteAsync(agent, new ContinueAsRefundInput(number), CancellationToken.None)).Require();
        await desk.QuoteAsync(agent, refund);
        return (refund, call, round);
    }
}
