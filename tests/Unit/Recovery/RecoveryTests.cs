using BackOffice.Core.Approvals;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Ledger;
using BackOffice.Core.Orders;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Recovery;

/// <summary>The recovery itself: how it begins, what it holds up, what it survives and when it ends.</summary>
public sealed class RecoveryTests
{
    private static readonly Scene Scene = Scenes.PlainDeposit;
    private static readonly string Order = Scene.OrderNo;

    [Fact]
    public async Task Recovery_WhileItRuns_RefusesEveryWayToASend()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(50_000, "USD"));
        var (agent, supervisor) = (await desk.Staff.AgentAsync(new Money(50_000, "USD")), await desk.Staff.SupervisorAsync());
        desk.Restore(desk.BackUp());
        await desk.WorkAsync();

        var number = await desk.QuotedAsync(agent, Scene);
        var permitted = await desk.TryPermitAsync(agent, number);
        var request = await desk.AskAsync(agent, number);
        var approved = await desk.TryDecideAsync(supervisor, request, isYes: true);
        var declined = await desk.TryDecideAsync(supervisor, request, isYes: false);
        var withdrawn = await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "No longer wanted."), CancellationToken.None);

        Assert.Equal(("recovery.sending-held", "recovery.sending-held", "recovery.in-doubt"), (permitted.Refusal?.Name, approved.Refusal?.Name, withdrawn.Refusal?.Name));
        Assert.Equal(ApprovalState.Declined, declined.Require());
        Assert.Empty(await desk.PermitsAsync(number));
    }

    /// <summary>Even a permit that stands there claims nothing: the claim's own transaction asks.</summary>
    [Fact]
    public async Task Recovery_BeforeItsFirstRound_LetsNothingBeClaimed()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scene);
        desk.Restore(desk.BackUp());

        await desk.SendRoundAsync();
        var untouched = await desk.PermitAsync(number);
        await desk.Use<SendOnce>().ExecuteAsync(untouched.Id, CancellationToken.None);

        Assert.Equal(AttemptState.Planned, untouched.State);
        Assert.Equal((AttemptState.Cancelled, 0), ((await desk.PermitAsync(number)).State, desk.Partner.Count("void.do", Order)));
    }

    [Fact]
    public async Task Recovery_WithASilentPartner_GoesOnUntilItAnswers()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Restore(desk.BackUp());
        await desk.WorkAsync();
        desk.Pass(TimeSpan.FromMinutes(10));
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled(), times: 1000);
        await desk.WorkForAsync(TimeSpan.FromMinutes(30));
        var view = desk.Use<RecoveryWatch>().Now;
        Assert.Equal((1, 1, true), (view?.Waiting, view?.Silent, view?.IsRunning));

        desk.Partner.Faults.Clear();
        await desk.WorkForAsync(TimeSpan.FromMinutes(3));

        Assert.Null(desk.Use<RecoveryWatch>().Now);
        Assert.Equal(CaseState.Quoted, await desk.StateAsync(number));
    }

    /// <summary>Wrong keys are an answer about our account, not about an order.</summary>
    [Fact]
    public async Task Recovery_WithAnAccountThatIsRefused_GoesOn()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Restore(desk.BackUp());
        desk.Partner.Faults.Next("*", new Fault.Code(401), times: 10_000);

        await desk.WorkForAsync(TimeSpan.FromMinutes(30));

        Assert.Equal(1, desk.Use<RecoveryWatch>().Now?.Silent);
    }

    [Fact]
    public async Task Recovery_WithoutAnyCase_EndsWithTheQuietPeriodAndStandsOnTheTrail()
    {
        await using var desk = await Desk.StartAsync();
        desk.Restore(desk.BackUp());
        var first = await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        var early = await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromSeconds(1));
        var late = await desk.RecoverAsync();

        Assert.Equal((true, true, false), (first, early, late));
        Assert.Equal(["recovery.started", "recovery.ended"], await desk.RecoveryTrailAsync());
    }

    /// <summary>The times stay; but the new process has to watch the quiet period itself, and says until when.</summary>
    [Fact]
    public async Task Recovery_AcrossARestart_KeepsItsTimesAndWatchesOnceMore()
    {
        await using var desk = await Desk.StartAsync();
        desk.Restore(desk.BackUp());
        desk.Pass(TimeSpan.FromHours(3));
        await desk.RecoverAsync();
        var until = desk.Use<RecoveryWatch>().Now?.QuietUntil;
        desk.Pass(TimeSpan.FromMinutes(9));
        desk.Restart();
        await desk.RecoverAsync();

        Assert.Equal((Desk.Start.AddHours(3).AddMinutes(10), until), (until, desk.Use<RecoveryWatch>().Now?.QuietUntil));
        Assert.Equal(Desk.Start.AddHours(3).AddMinutes(19), desk.Use<RecoveryWatch>().Now?.Earliest);
    }

    /// <summary>No command at all: somebody stopped the program and copied the backup over the file.</summary>
    [Fact]
    public async Task Backup_CopiedIntoPlaceByHand_IsInRestoreModeAllTheSame()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await desk.BackedUpAsync(Scene, "planned");

        desk.Database.LetGo();
        File.Copy(copy, desk.Database.File, overwrite: true);
        desk.Restart();
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((1, desk.Partner.Voids(Order)[0].VoidCode), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    [Fact]
    public async Task Snapshot_MarkedInPlace_IsRecoveredFrom()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scene);
        desk.Database.LetGo();
        var snapshot = desk.Database.File + ".snapshot";
        File.Copy(desk.Database.File, snapshot);
        await desk.SendRoundAsync();
        desk.Database.LetGo();
        File.Copy(snapshot, desk.Database.File, overwrite: true);

        var marked = DatabaseRestore.MarkInPlace(desk.Database.File, desk.Clock);
        desk.Restart();
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((true, Desk.Start), (marked.Verdict.IsGood, marked.TakenAt));
        Assert.Equal((1, desk.Partner.Voids(Order)[0].VoidCode), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>A copy of a database that was itself being recovered: the new recovery stands for both.</summary>
    [Fact]
    public async Task Backup_OfARecoveringDatabase_BeginsAnew()
    {
        await using var desk = await Desk.StartAsync();
        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromMinutes(9));
        File.Delete(desk.Database.File + ".backup");
        desk.Restore(desk.BackUp());
        await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromMinutes(9));
        var after18 = await desk.RecoverAsync();
        desk.Pass(TimeSpan.FromMinutes(1));
        var after19 = await desk.RecoverAsync();

        await using var db = desk.Database.Open();
        Assert.Equal((true, false), (after18, after19));
        Assert.Equal([true, true], await db.Set<RestoreMark>().Select(m => m.EndedAt != null).ToListAsync());
    }
}
