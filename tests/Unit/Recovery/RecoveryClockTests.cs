using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Recovery;

/// <summary>Clocks that are wrong: of the machine that recovers, of the one that made the backup, of whoever opened its cases.</summary>
public sealed class RecoveryClockTests
{
    private static readonly Scene Scene = Scenes.PlainDeposit;

    /// <summary>
    /// Found by the simulator: the machine that began the recovery was hours behind, and to the next one its quiet period was long over; or hours
    /// ahead, and nothing could be sent for those hours. What shows late is found all the same, and the recovery ends in time.
    /// </summary>
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(2, -2, 2)]
    public async Task Recovery_BegunByAnotherClock_LastsTheWholeQuietPeriodAndNoLonger(int hoursAtFirst, int hoursThen, int beginnings)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scene);
        desk.Restore(desk.BackUp());
        desk.Pass(TimeSpan.FromHours(hoursAtFirst));
        await desk.RecoverAsync();
        desk.Restart();
        desk.Pass(TimeSpan.FromHours(hoursThen));

        await desk.WorkForAsync(TimeSpan.FromMinutes(9));
        var late = desk.Partner.VoidInPortal(Scene.OrderNo);
        await desk.WorkForAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(late, (await desk.CaseAsync(number)).PartnerRef);
        Assert.Equal([.. Enumerable.Repeat("recovery.started", beginnings), "recovery.ended"], await desk.RecoveryTrailAsync());
    }

    /// <summary>The clock stood days ahead when Atlas was silent: its return must not mean days of waiting.</summary>
    [Fact]
    public async Task Recovery_WhenTheClockGoesBack_AsksOnByTheNewTime()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromDays(2));
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled());
        await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromDays(-2));

        await desk.WorkForAsync(TimeSpan.FromMinutes(11));

        Assert.False(await desk.RecoverAsync());
    }

    /// <summary>By the clock of the machine that starts on it the backup's cases are not opened yet: they are asked about all the same.</summary>
    [Fact]
    public async Task Recovery_WhereTheClockIsBehindTheBackup_AsksAboutItsCases()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Restore(desk.BackUp());
        desk.Pass(TimeSpan.FromHours(-2));
        await desk.RecoverAsync();

        Assert.Equal(1, desk.Partner.Count("queryVoidOrders.do", Scene.OrderNo));
    }

    /// <summary>The clock that wrote the backup was days ahead: that must not mean days of waiting.</summary>
    [Fact]
    public async Task Recovery_OfABackupByAClockThatWasAhead_EndsAfterTheQuietPeriod()
    {
        await using var desk = await Desk.StartAsync();
        desk.Pass(TimeSpan.FromDays(2));
        var copy = desk.BackUp();
        desk.Pass(TimeSpan.FromDays(-2));
        desk.Restore(copy);

        await desk.WorkForAsync(TimeSpan.FromMinutes(11));

        Assert.False(await desk.RecoverAsync());
    }

    /// <summary>By its own time the case is not from before the restore, nor from before the end of the quiet period.</summary>
    [Fact]
    public async Task Recovery_OfACaseThatAClockAheadOpened_AsksAboutItAllTheSame()
    {
        await using var desk = await Desk.StartAsync();
        desk.Pass(TimeSpan.FromHours(2));
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Pass(TimeSpan.FromHours(-2));
        desk.Restore(desk.BackUp());
        var sent = desk.Partner.VoidInPortal(Scene.OrderNo);
        desk.Partner.SetOutcome(Scene.OrderNo, 4, "Rejected.");

        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Rejected, sent), (found.State, found.PartnerRef));
    }
}
