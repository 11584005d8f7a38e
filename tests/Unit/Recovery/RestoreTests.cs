using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
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
        var (number, copy) = await desk.BackedUpAsync(Scene, stage);
        Assert.Equal(1, desk.Partner.AcceptedVoids(Order));

        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

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
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

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
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.False(await desk.RecoverAsync());
        Assert.Equal((CaseState.Open, "recovery.refund-maybe-sent"), (found.State, found.LastRefusal));
        Assert.Equal(1, desk.Partner.Count("refund.do", Scenes.RefundChildStays.OrderNo));
    }

    /// <summary>The list shows a refund and not whose it is: it may be this case's, sent after the backup. That is no "nothing there".</summary>
    [Fact]
    public async Task Restore_WhereTheListOfRefundsNamesNobody_TellsAPersonToLook()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { RefundsListedByOrder = true, QueriesNameTickets = false };
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.RefundQuotedAsync(agent, Scenes.RefundChildStays, RefundReason.Voluntary, "RALF");
        var request = await desk.AskAsync(agent, number);
        var (copy, order) = (desk.BackUp(), Scenes.RefundChildStays.OrderNo);
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), request);
        await desk.SendRoundAsync();
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Code(820), order, times: 200);

        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        var found = await desk.CaseAsync(number);
        Assert.False(await desk.RecoverAsync());
        Assert.Equal((CaseState.Open, "recovery.refund-maybe-sent", ApprovalState.Stale), (found.State, found.LastRefusal, (await desk.RequestAsync(request)).State));
        Assert.Equal(1, desk.Partner.Count("refund.do", order));
    }

    /// <summary>Found by the simulator: the list was refused once, by a mishap, and the recovery ended without the refund that the next one shows.</summary>
    [Fact]
    public async Task Restore_WhereTheListOfRefundsIsRefusedOnce_AsksAgainAndFindsTheRefund()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { RefundsListedByOrder = true };
        var number = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundChildStays, RefundReason.Voluntary, "RALF"));
        var order = Scenes.RefundChildStays.OrderNo;
        var copy = desk.BackUp();
        await desk.SendRoundAsync();
        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(9));
        desk.Partner.Faults.Next("queryRefundOrders.do", new Fault.Code(814), order);
        desk.Partner.Faults.Next("refundQuotation.do", new Fault.Code(809), order);

        await desk.WorkForAsync(TimeSpan.FromMinutes(3));

        var found = await desk.CaseAsync(number);
        Assert.Contains("recovery.refund-maybe-sent", found.Timeline.Last(e => e.Kind == "quote-refused").Arguments);
        Assert.Contains("partner-found", await desk.StoryAsync(number), StringComparison.Ordinal);
        Assert.False(await desk.RecoverAsync());
    }

    /// <summary>A no to the list, beside a word that there is a void, is no answer: the list comes later, and with it the code.</summary>
    [Fact]
    public async Task Restore_WhereTheListIsRefusedForAWhile_StaysUntilTheVoidIsFound()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await desk.BackedUpAsync(Scene, "quoted");
        desk.Restore(copy);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Code(814), Order, times: 12);

        await desk.WorkForAsync(TimeSpan.FromMinutes(40));

        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
    }

    /// <summary>Found by the simulator: a list out of date showed none, beside a quotation that spoke of one, and the recovery ended without it.</summary>
    [Fact]
    public async Task Restore_WhereTheListIsOutOfDate_AsksAgainAndFindsTheVoid()
    {
        await using var desk = await Desk.StartAsync();
        var (number, copy) = await desk.BackedUpAsync(Scene, "quoted");
        desk.Restore(copy);
        await desk.WorkForAsync(TimeSpan.FromMinutes(9));
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Code(801), Order, times: 2);

        await desk.WorkForAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
        Assert.False(await desk.RecoverAsync());
    }

    /// <summary>The request left just before the restore and becomes visible late: an early "nothing here" is not believed.</summary>
    [Fact]
    public async Task Restore_WhileTheRequestIsStillOnItsWay_WaitsForTheQuietPeriod()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QueuedAsync(Scene);
        desk.Restore(desk.BackUp());

        await desk.WorkForAsync(TimeSpan.FromMinutes(9));
        var early = await desk.StateAsync(number);
        await desk.QuoteAsync(agent, number);
        var decided = await desk.TryDecideAsync(supervisor, await desk.AskAsync(agent, number), isYes: true);
        var late = desk.Partner.VoidInPortal(Order);
        await desk.WorkForAsync(TimeSpan.FromMinutes(2));

        Assert.Equal((CaseState.Open, "recovery.sending-held"), (early, decided.Refusal?.Name));
        Assert.Equal((0, late), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>Found by the simulator: a colleague's void showed before ours did, was followed to its end, and of ours there was no trace.</summary>
    [Fact]
    public async Task Restore_WhereAColleaguesVoidShowsFirst_WaitsUntilOursHasHadTheTime()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scene);
        desk.Restore(desk.BackUp());
        var theirs = desk.Partner.VoidInPortal(Order);
        await desk.WorkForAsync(TimeSpan.FromMinutes(4));
        await desk.Use<BackOffice.Core.Quoting.QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);
        var early = await desk.CaseAsync(number);
        desk.Partner.SetOutcome(Order, 4, "Rejected.");
        var ours = desk.Partner.VoidInPortal(Order);

        await desk.WorkForAsync(TimeSpan.FromMinutes(7));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, null, "recovery.seen-early"), (early.State, early.PartnerRef, early.LastRefusal));
        Assert.Equal(ours, found.PartnerRef);
        Assert.Contains($"\"{theirs}\"", found.Timeline.Single(e => e.Kind == "partner-found").Detail, StringComparison.Ordinal);
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
        var (number, copy) = await desk.BackedUpAsync(Scene, "sending");

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
        await desk.WorkForAsync(TimeSpan.FromMinutes(11));

        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.WorkAsync();

        Assert.Equal((CaseState.Following, 1), (await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
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

        await desk.WorkForAsync(TimeSpan.FromMinutes(11));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Open, "void.already-submitted", ApprovalState.Stale), (found.State, found.LastRefusal, (await desk.RequestAsync(request)).State));
        Assert.Single(found.Timeline, e => e.Kind == "quote-refused");
        Assert.False(await desk.RecoverAsync());
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
        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

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

        await desk.WorkForAsync(TimeSpan.FromMinutes(12));

        Assert.Equal((1, desk.Partner.Voids(Order)[0].VoidCode), (desk.Partner.Count("void.do", Order), (await desk.CaseAsync(number)).PartnerRef));
    }

    /// <summary>The quiet period is over, and the recovery waits for another case: what is opened now is asked about as well before it ends.</summary>
    [Fact]
    public async Task Case_OpenedAgainWhileTheRecoveryWaitsForAnother_FollowsTheVoidOfTheFirst()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.QuotedAsync(agent, Scenes.Vcc);
        var copy = desk.BackUp();
        await desk.SentAsync(Scene);
        desk.Restore(copy);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled(), Scenes.Vcc.OrderNo, times: 10_000);
        await desk.WorkForAsync(TimeSpan.FromMinutes(11));
        var number = await desk.OpenAsync(agent, Scene);

        var quoted = await desk.Use<BackOffice.Core.Quoting.QuoteCase>().ExecuteAsync(agent, number, CancellationToken.None);
        await desk.WorkAsync();

        Assert.True(await desk.RecoverAsync());
        Assert.Equal("recovery.seen-early", quoted.Refusal?.Name);
        Assert.Equal(desk.Partner.Voids(Order)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
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
}
