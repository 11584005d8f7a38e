using BackOffice.Core.Approvals;
using BackOffice.Core.Audit;
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

/// <summary>A backup is put back after the original went on: what it does not know has happened all the same, and must not happen twice.</summary>
public sealed class RestoreTests
{
    private static readonly Scene Scene = Scenes.PlainDeposit;
    private static readonly string Order = Scene.OrderNo;

    /// <summary>However far the case was in the backup, the original sent it afterwards.</summary>
    [Theory]
    [InlineData("open")]
    [InlineData("quoted")]
    [InlineData("awaiting approval")]
    [InlineData("planned")]
    [InlineData("sending")]
    public async Task Restore_OfACaseThatWasSentAfterwards_FindsItAndSendsNoSecond(string stage)
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await BackedUpAsync(desk, stage);
        Assert.Equal(1, desk.Partner.AcceptedVoids(Order));

        desk.Restore(copy);
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, found.PartnerRef);
        Assert.Contains("partner-found", await desk.StoryAsync(number), StringComparison.Ordinal);
        Assert.Equal(1, desk.Partner.Count("void.do", Order));
        Assert.False(await desk.RecoverAsync());
        Assert.DoesNotContain(await desk.PermitsAsync(number), p => p.State is AttemptState.Planned or AttemptState.Sending);
    }

    /// <summary>AsiaBill cannot be asked about what has no number: an approved refund of the backup is a person's question, and holds up nothing.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Restore_OfACardRefundThatWasPaidAfterwards_PaysNoSecond(bool isLost)
    {
        await using var desk = await Desk.StartAsync();
        var scene = isLost ? PaymentScenes.LostReplyAfter : PaymentScenes.Plain;
        var total = new Money(isLost ? 24_000 : 20_000, "USD");
        var supplier = await desk.SentAsync(Scene);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));
        var number = await desk.ApprovedAsync(await desk.CardQuotedAsync(await desk.Staff.AgentAsync(), supplier, scene.TradeNo, total));
        var copy = isLost ? "" : desk.BackUp();
        await desk.SendRoundAsync();
        copy = isLost ? desk.BackUp() : copy;

        desk.Restore(copy);
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.False(await desk.RecoverAsync());
        Assert.Equal(isLost ? (CaseState.OutcomeUnknown, null) : (CaseState.Open, "recovery.card-maybe-paid"), (found.State, found.LastRefusal));
        Assert.Equal((1, 1), (desk.Cards.Count(AsiaBillStandIn.RefundPath, scene.TradeNo), desk.Cards.RecordedRefunds(scene.TradeNo)));
    }

    /// <summary>
    /// Found by the simulator: Atlas shows a refund by its code alone, and the code came after the backup. Nobody can find it, so a person is told
    /// to look before the next one is decided on.
    /// </summary>
    [Fact]
    public async Task Restore_OfARefundThatWasSentAfterwards_TellsAPersonToLook()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        var copy = desk.BackUp();
        await desk.SendRoundAsync();
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Code(809), Scenes.RefundChildStays.OrderNo, times: 200);

        desk.Restore(copy);
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.False(await desk.RecoverAsync());
        Assert.Equal((CaseState.Open, "recovery.refund-maybe-sent"), (found.State, found.LastRefusal));
        Assert.Equal(1, desk.Partner.Count("refund.do", Scenes.RefundChildStays.OrderNo));
    }

    /// <summary>A no to the list, beside a word that there is a void, is no answer: the list comes later, and with it the code.</summary>
    [Fact]
    public async Task Restore_WhereTheListIsRefusedForAWhile_StaysUntilTheVoidIsFound()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await BackedUpAsync(desk, "quoted");
        desk.Restore(copy);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Code(814), Order, times: 12);

        await WorkForAsync(desk, TimeSpan.FromMinutes(40));

        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
    }

    /// <summary>The request left just before the restore and becomes visible late: an early "nothing here" is not believed.</summary>
    [Fact]
    public async Task Restore_WhileTheRequestIsStillOnItsWay_WaitsForTheQuietPeriod()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QueuedAsync(Scene);
        desk.Restore(desk.BackUp());

        await WorkForAsync(desk, TimeSpan.FromMinutes(9));
        var early = await desk.StateAsync(number);
        await desk.QuoteAsync(agent, number);
        var decided = await desk.TryDecideAsync(supervisor, await desk.AskAsync(agent, number), isYes: true);
        var late = desk.Partner.VoidInPortal(Order);
        await WorkForAsync(desk, TimeSpan.FromMinutes(2));

        Assert.Equal((CaseState.Open, "recovery.sending-held"), (early, decided.Refusal?.Name));
        Assert.Equal((0, late), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    [Fact]
    public async Task Restore_WithAPlannedPermit_CallsItOffAndSaysSo()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scene);

        desk.Restore(desk.BackUp());
        await desk.WorkAsync();

        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((CaseState.Open, "recovery.called-off", null), (found.State, found.LastRefusal, found.Fingerprint));
        Assert.Equal((AttemptState.Cancelled, "recovery.called-off"), (permit.State, permit.OutcomeReason));
        Assert.Equal(0, desk.Partner.Count("void.do", Order));
    }

    [Fact]
    public async Task Restore_WithASendUnderWay_CallsItUnknownAndFindsIt()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await BackedUpAsync(desk, "sending");

        desk.Restore(copy);
        await desk.RecoverAsync();

        Assert.Equal("opened quoted approval-asked approved sending send-unknown partner-found", await desk.StoryAsync(number));
        Assert.Equal((CaseState.Following, "restored", 1), (await desk.StateAsync(number), (await desk.PermitAsync(number)).OutcomeReason, desk.Partner.Count("void.do", Order)));
    }

    /// <summary>Nothing was sent by anybody: the desk says so after the quiet period, and the case is sent by a fresh decision.</summary>
    [Fact]
    public async Task Restore_OfACaseThatWasNeverSent_LetsItBeDecidedAnew()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QueuedAsync(Scene);
        desk.Restore(desk.BackUp());
        await WorkForAsync(desk, TimeSpan.FromMinutes(11));

        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.WorkAsync();

        Assert.Equal((CaseState.Following, 1), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
    }

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
        await WorkForAsync(desk, TimeSpan.FromMinutes(30));
        var view = desk.Use<RecoveryWatch>().Now;
        Assert.Equal((1, 1, true), (view?.Waiting, view?.Silent, view?.IsRunning));

        desk.Partner.Faults.Clear();
        await WorkForAsync(desk, TimeSpan.FromMinutes(3));

        Assert.Null(desk.Use<RecoveryWatch>().Now);
        Assert.Equal(CaseState.Quoted, await desk.StateAsync(number));
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

        await WorkForAsync(desk, TimeSpan.FromMinutes(11));

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
        desk.Pass(TimeSpan.FromHours(2));

        Assert.True(await desk.RecoverAsync());
    }

    /// <summary>The partner only says that there is a submission, and its list does not show it: the old quote and the request on it end.</summary>
    [Fact]
    public async Task Restore_WhereThePartnerOnlyHintsAtASubmission_TakesTheQuoteOffTheCase()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scene);
        var request = await desk.AskAsync(agent, number);
        desk.Restore(desk.BackUp());
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(816), Order, times: 1000);

        await WorkForAsync(desk, TimeSpan.FromMinutes(11));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, "void.already-submitted", ApprovalState.Stale), (found.State, found.LastRefusal, (await desk.RequestAsync(request)).State));
        Assert.Single(found.Timeline, e => e.Kind == "quote-refused");
        Assert.False(await desk.RecoverAsync());
    }

    /// <summary>Wrong keys are an answer about our account, not about an order.</summary>
    [Fact]
    public async Task Recovery_WithAnAccountThatIsRefused_GoesOn()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scene);
        desk.Restore(desk.BackUp());
        desk.Partner.Faults.Next("*", new Fault.Code(401), times: 10_000);

        await WorkForAsync(desk, TimeSpan.FromMinutes(30));

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
        Assert.Equal(["recovery.started", "recovery.ended"], await TrailAsync(desk));
    }

    /// <summary>The quiet period begins with the first start, and a restart does not begin it again.</summary>
    [Fact]
    public async Task Recovery_AcrossARestart_KeepsItsTimes()
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
    }

    /// <summary>No command at all: somebody stopped the program and copied the backup over the file.</summary>
    [Fact]
    public async Task Backup_CopiedIntoPlaceByHand_IsInRestoreModeAllTheSame()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await BackedUpAsync(desk, "planned");

        desk.Database.LetGo();
        File.Copy(copy, desk.Database.File, overwrite: true);
        desk.Restart();
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

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
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        Assert.Equal((true, Desk.Start), (marked.Verdict.IsGood, marked.TakenAt));
        Assert.Equal((1, desk.Partner.Voids(Order)[0].VoidCode), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>The void was sent and came to nothing after the backup: the case has ended so, and is not sent again by an old approval.</summary>
    [Fact]
    public async Task Restore_OfACaseWhoseVoidWasRejectedAfterwards_EndsItAsRejected()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.RejectedLater);
        var copy = desk.BackUp();
        await desk.SendRoundAsync();
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        desk.Restore(copy);
        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        Assert.Equal((CaseState.Rejected, 1), (await desk.StateAsync(number), desk.Partner.Count("void.do", Scenes.RejectedLater.OrderNo)));
    }

    /// <summary>A case that began after the backup is lost here, and its order may be opened again: its void is found, not repeated.</summary>
    [Fact]
    public async Task Case_OpenedAgainAfterItsFirstWasLost_FollowsTheVoidOfTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        var copy = desk.BackUp();
        await desk.SentAsync(Scene);
        desk.Restore(copy);
        await desk.WorkAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scene);

        await WorkForAsync(desk, TimeSpan.FromMinutes(12));

        Assert.Equal((1, desk.Partner.Voids(Order)[0].VoidCode), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>A notice about an order that has an unsent case here is no sign of a lost one.</summary>
    [Fact]
    public async Task Notices_AboutCasesThatWereLost_AreCounted()
    {
        await using var desk = await Desk.StartAsync();
        await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.RejectedLater);
        desk.Restore(desk.BackUp());
        desk.Pass(TimeSpan.FromMinutes(1));
        await desk.ReceiveAsync(Desk.VoidNotice(Order, "VC-LOST-1", 1));
        await desk.ReceiveAsync(Desk.VoidNotice(Scenes.RejectedLater.OrderNo, "VC-LOST-2", 1));

        await desk.WorkAsync();

        Assert.Equal(1, desk.Use<RecoveryWatch>().Now?.StrayNotices);
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

    private static async Task<(string Number, string Copy)> BackedUpAsync(Desk desk, string stage)
    {
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.OpenAsync(agent, Scene);
        var copy = stage == "open" ? desk.BackUp() : null;
        await desk.QuoteAsync(agent, number);
        copy ??= stage == "quoted" ? desk.BackUp() : null;
        var request = await desk.AskAsync(agent, number);
        copy ??= stage == "awaiting approval" ? desk.BackUp() : null;
        await desk.ApproveAsync(supervisor, request);
        copy ??= stage == "planned" ? desk.BackUp() : null;
        if (copy is not null)
        {
            await desk.SendRoundAsync();
            return (number, copy);
        }

        var gate = new Gate();
        desk.Partner.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true), Order);
        var sending = desk.SendRoundAsync();
        await gate.Reached;
        copy = desk.BackUp();
        gate.Release();
        await sending;
        return (number, copy);
    }

    /// <summary>Rounds every minute of the desk's time.</summary>
    private static async Task WorkForAsync(Desk desk, TimeSpan time)
    {
        var until = desk.Clock.GetUtcNow() + time;
        await desk.WorkAsync();
        while (desk.Clock.GetUtcNow() < until)
        {
            desk.Pass(TimeSpan.FromMinutes(1));
            await desk.WorkAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> TrailAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<AuditEntry>().Where(e => e.Subject.StartsWith("recovery:")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    }
}
