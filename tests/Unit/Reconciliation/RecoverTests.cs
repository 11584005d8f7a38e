using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Unit.Ledger;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>What a start makes of calls that an earlier run left behind.</summary>
public sealed class RecoverTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;
    private static readonly Claimant First = Claimant.Of("desk-1", 1, Desk.Start);
    private static readonly Claimant Second = Claimant.Of("desk-1", 1, Desk.Start.AddMinutes(1));

    /// <summary>In a container every run has the same process id. The partner has the void: it is found without waiting for the lease.</summary>
    [Fact]
    public async Task Start_AfterTheProcessDiedInACall_AsksAtOnce()
    {
        await using var desk = await Desk.StartAsync();
        var number = await DieInACallAsync(desk);

        desk.Restart(Run(Second));
        await desk.Use<RecoverRound>().ExecuteAsync(CancellationToken.None);
        var unknown = await desk.CaseAsync(number);
        await desk.ReconcileAsync();

        Assert.Equal((CaseState.OutcomeUnknown, "process-died", desk.Clock.GetUtcNow()), (unknown.State, unknown.UnknownReason, unknown.NextAskAt));
        Assert.Equal((CaseState.Following, AttemptState.Accepted, 1), (await desk.StateAsync(number), (await desk.PermitAsync(number)).State, desk.Partner.Count("void.do", Order)));
    }

    /// <summary>Two runs on one machine: the one that starts leaves the other's calls to it.</summary>
    [Fact]
    public async Task Start_BesideARunThatIsSending_LeavesItsCallAlone()
    {
        var other = Claimant.Of("desk-1", 2, Desk.Start);
        await using var desk = await Desk.StartAsync();
        var gate = new Gate();
        var (number, sending) = await HoldACallAsync(desk, gate, Run(other));

        desk.Restart(Run(First, other));
        await desk.Use<RecoverRound>().ExecuteAsync(CancellationToken.None);
        var state = await desk.StateAsync(number);
        gate.Release();
        await sending;

        Assert.Equal((CaseState.Sending, CaseState.Following), (state, await desk.StateAsync(number)));
    }

    /// <summary>A living run taken for a dead one: its call becomes unknown, is not repeated, and the reply is recorded when it comes.</summary>
    [Fact]
    public async Task Start_ThatTakesALivingRunForADeadOne_DoesNoHarm()
    {
        await using var desk = await Desk.StartAsync();
        var gate = new Gate();
        var (number, sending) = await HoldACallAsync(desk, gate, Run(First));

        desk.Restart(Run(Second));
        await desk.Use<RecoverRound>().ExecuteAsync(CancellationToken.None);
        await desk.SendRoundAsync();
        var unknown = await desk.StateAsync(number);
        gate.Release();
        await sending;

        Assert.Equal((CaseState.OutcomeUnknown, CaseState.Following), (unknown, await desk.StateAsync(number)));
        Assert.Equal((AttemptState.Accepted, 1), ((await desk.PermitAsync(number)).State, desk.Partner.Count("void.do", Order)));
    }

    /// <summary>The process that runs these tests is alive, and it is named by its id and its start.</summary>
    [Fact]
    public void Processes_OfThisMachine_KnowThemselvesAndNotTheDead()
    {
        var processes = RunningProcesses.OfThisMachine();

        Assert.Equal((Environment.ProcessId, true), (processes.Self.ProcessId, processes.StartOf(Environment.ProcessId) is { } started && processes.Self.CanHaveStarted(started)));
        Assert.Null(processes.StartOf(int.MaxValue));
    }

    private static async Task<string> DieInACallAsync(Desk desk)
    {
        using var fate = new Fate();
        fate.DieAt(Death.AfterTheCall);
        desk.Restart(services =>
        {
            Run(First)(services);
            fate.Bind(services);
        });
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        await desk.SendRoundAsync();
        Assert.Equal((true, First.ToString()), (fate.IsDead, (await desk.PermitAsync(number)).ClaimedBy));
        return number;
    }

    private static async Task<(string Number, Task Sending)> HoldACallAsync(Desk desk, Gate gate, Action<IServiceCollection> run)
    {
        desk.Restart(run);
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true), Order);
        var sending = desk.SendRoundAsync();
        await gate.Reached.WithinAsync();
        return (number, sending);
    }

    /// <summary>The program as this run, beside <paramref name="others"/>.</summary>
    private static Action<IServiceCollection> Run(Claimant self, params Claimant[] others) => services => services.AddSingleton(new RunningProcesses(
        self, id => others.Append(self).SingleOrDefault(r => r.ProcessId == id) is { StartedAt: { } started } ? DateTimeOffset.FromUnixTimeMilliseconds(started) : null));
}
