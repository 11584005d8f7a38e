using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>A clock that is ahead, and comes back, plans questions far too late.</summary>
public sealed class ClockAheadTests
{
    [Fact]
    public async Task Question_PlannedByAClockThatWasAhead_IsAskedNow()
    {
        await using var desk = await Desk.StartAsync();
        var lost = await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Pass(TimeSpan.FromHours(2));
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled());
        await desk.ReconcileAsync();
        Assert.Equal(CaseState.OutcomeUnknown, await desk.StateAsync(lost));
        desk.Pass(TimeSpan.FromHours(-2));

        await desk.ReconcileAsync();

        Assert.Equal(CaseState.Refunded, await desk.StateAsync(lost));
    }

    /// <summary>Clocks of two programs are never quite the same: that alone is no reason to ask again.</summary>
    [Fact]
    public async Task Question_PlannedByAClockThatIsALittleAhead_WaitsForItsTime()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Pass(TimeSpan.FromMinutes(5));
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled());
        await desk.ReconcileAsync();
        var asked = desk.Partner.Count("queryVoidOrders.do");
        desk.Pass(TimeSpan.FromSeconds(-50));

        await desk.ReconcileAsync();

        Assert.Equal(asked, desk.Partner.Count("queryVoidOrders.do"));
    }
}
