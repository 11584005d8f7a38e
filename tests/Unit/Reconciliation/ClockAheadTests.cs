using BackOffice.Core.Cases;
using BackOffice.Core.Values;
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

    [Fact]
    public async Task FirstQuestion_PlannedByAClockThatWasAhead_IsAskedNow()
    {
        await using var desk = await Desk.StartAsync();
        desk.Pass(TimeSpan.FromHours(2));
        var lost = await desk.SentAsync(Scenes.LostReplyAfter);
        Assert.Equal(CaseState.OutcomeUnknown, await desk.StateAsync(lost));
        desk.Pass(TimeSpan.FromHours(-2));

        await desk.ReconcileAsync();

        Assert.NotNull((await desk.CaseAsync(lost)).PartnerRef);
    }

    [Fact]
    public async Task Number_NamedByAClockThatWasAhead_IsAskedAboutNow()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), new Money(24_000, "USD"));
        desk.Pass(TimeSpan.FromHours(2));
        await desk.TellAsync(PaymentScenes.LostReplyAfter.TradeNo, number + "-1");
        desk.Pass(TimeSpan.FromHours(-2));

        await desk.ReconcileAsync();

        Assert.NotNull((await desk.CaseAsync(number)).PartnerRef);
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
