using BackOffice.Core.Access;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Health;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Health;

public sealed class ReadHealthTests
{
    [Fact]
    public async Task Health_OfAFreshDesk_KnowsItsDatabase_AndThatNothingWaits()
    {
        await using var desk = await OpenAsync();

        var view = await ReadAsync(desk);

        Assert.All(view.Backlogs, b => Assert.Equal((0, null, false), (b.Count, b.Oldest, b.IsLate)));
        Assert.Equal(Enum.GetValues<BacklogKind>(), view.Backlogs.Select(b => b.Kind));
        Assert.StartsWith("SQLite 3.", view.Database.Engine, StringComparison.Ordinal);
        Assert.Equal(("truncate", "full", 0), (view.Database.JournalMode, view.Database.Synchronous, view.Database.PendingMigrations));
        Assert.True(view.Database.Bytes > 0);
        Assert.NotNull(view.Database.LastMigration);
    }

    /// <summary>After a restart the process has to watch the quiet period itself: the time in the database alone would be too early.</summary>
    [Fact]
    public async Task Health_OfARecoveryAfterARestart_SaysWhenThisProcessMaySend()
    {
        await using var desk = await OpenAsync();
        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromMinutes(9));
        desk.Restart();
        await desk.RecoverAsync();

        Assert.Equal(desk.Clock.GetUtcNow().AddMinutes(10), (await ReadAsync(desk)).Recovery?.Earliest);
    }

    [Fact]
    public async Task Health_OfAPermitThatNobodySends_SaysSoAfterAMinute()
    {
        await using var desk = await OpenAsync();
        await desk.QueuedAsync(Scenes.PlainDeposit);

        var soon = await ReadAsync(desk);
        desk.Pass(TimeSpan.FromMinutes(2));
        var later = await ReadAsync(desk);

        Assert.Equal((1, false), (Of(soon, BacklogKind.PlannedPermits).Count, Of(soon, BacklogKind.PlannedPermits).IsLate));
        Assert.True(Of(later, BacklogKind.PlannedPermits).IsLate);
    }

    /// <summary>What a person is to make is no work of the sender's, however long it waits.</summary>
    [Fact]
    public async Task Health_OfWhatWaitsForAHand_IsNotTheSendersBacklog()
    {
        await using var desk = await OpenAsync();
        desk.SwitchSendingOff();
        await desk.CardSentAsync(PaymentScenes.Plain);
        desk.Pass(TimeSpan.FromHours(1));

        Assert.Equal(0, Of(await ReadAsync(desk), BacklogKind.PlannedPermits).Count);
    }

    [Fact]
    public async Task Health_OfAnUnknownOutcome_CountsIt_AndCallsItLateAfterTheQuietPeriod()
    {
        await using var desk = await OpenAsync();
        await desk.SentAsync(Scenes.LostReplyBefore);

        var soon = Of(await ReadAsync(desk), BacklogKind.UnknownOutcomes);
        desk.Pass(TimeSpan.FromMinutes(11));
        var later = Of(await ReadAsync(desk), BacklogKind.UnknownOutcomes);

        Assert.Equal((1, false, true), (soon.Count, soon.IsLate, later.IsLate));
    }

    [Fact]
    public async Task Health_OfWorkers_TellsRunningFromFailingFromStandingStill()
    {
        await using var desk = await OpenAsync();
        var pulse = desk.Use<WorkerPulse>();
        pulse.Beat(WorkerNames.Sender, failed: false);
        pulse.Beat(WorkerNames.Reconciler, failed: false);
        desk.Pass(TimeSpan.FromSeconds(5));
        pulse.Beat(WorkerNames.Reconciler, failed: true);

        var now = await ReadAsync(desk);
        desk.Pass(TimeSpan.FromMinutes(2));
        var later = await ReadAsync(desk);

        Assert.Equal([true, false, false], now.Workers.Select(w => w.IsWell));
        Assert.Equal([false, false, false], later.Workers.Select(w => w.IsWell));
        Assert.Null(now.Workers[2].LastAt);
    }

    [Fact]
    public async Task Health_OfThePartner_HearsAnswersAndSilences()
    {
        await using var desk = await OpenAsync();
        var atlas = desk.Use<IAtlasQuestions>();
        await atlas.QuoteVoidAsync(OrderNumber.Of(Scenes.PlainDeposit.OrderNo), CancellationToken.None);
        var answered = (await ReadAsync(desk)).Partner;
        desk.Use<PartnerPulse>().Silent("timeout");
        desk.Use<PartnerPulse>().Silent("http-503");
        var silent = (await ReadAsync(desk)).Partner;
        await atlas.FindByNumberAsync(OrderNumber.Of("TESTA20269999000000001"), CancellationToken.None);
        var refused = (await ReadAsync(desk)).Partner;

        Assert.Equal((Desk.Start, null, 0), (answered.AnsweredAt, answered.SilentAt, answered.SilentInARow));
        Assert.Equal((2, "http-503"), (silent.SilentInARow, silent.SilentReason));
        Assert.Equal(0, refused.SilentInARow);
    }

    [Fact]
    public async Task Health_ForASupervisor_IsRefused()
    {
        await using var desk = await OpenAsync();

        Assert.Equal(AccessRefusals.NotAllowed.Name, (await desk.Use<ReadHealth>().ExecuteAsync(await desk.Staff.SupervisorAsync(), CancellationToken.None)).Refusal?.Name);
    }

    private static async Task<Desk> OpenAsync()
    {
        var desk = await Desk.StartAsync();
        desk.Restart(services => services.AddDeskHealth());
        return desk;
    }

    private static Backlog Of(HealthView view, BacklogKind kind) => view.Backlogs.Single(b => b.Kind == kind);

    private static async Task<HealthView> ReadAsync(Desk desk) =>
        (await desk.Use<ReadHealth>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), CancellationToken.None)).Require();
}
