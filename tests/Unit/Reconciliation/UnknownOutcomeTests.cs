using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>Sent or perhaps sent: from not knowing to an ending, with one request on the wire.</summary>
public sealed class UnknownOutcomeTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    /// <summary>Every way in which nobody can know, and whether the partner had taken it.</summary>
    public static TheoryData<Fault, string, bool> Doubts { get; } = new()
    {
        { new Fault.DropAfter(), "connection", true },
        { new Fault.DropBefore(), "connection", false },
        { new Fault.Html(502, AfterProcessing: true), "http-502", true },
        { new Fault.Html(500), "http-500", false },
        { new Fault.Html(404), "http-404", false },
        { new Fault.Html(200), "unreadable", false },
        { new Fault.Garbled(), "unreadable", true },
        { new Fault.Truncated(), "unreadable", true },
        { new Fault.Without("voidCode"), "no-code", true },
        { new Fault.Without("status"), "unreadable", true },
        { new Fault.RateLimited(1), "throttled", false },
        { new Fault.RateLimited(2), "throttled", false },
        { new Fault.RateLimited(3), "throttled", false },
        { new Fault.Code(-1, AfterProcessing: true), "status--1", true },
        { new Fault.Code(9999, AfterProcessing: true), "status-9999", true },
        { new Fault.Code(803), "status-803", false },
        { new Fault.Code(814), "status-814", false },
        { new Fault.Code(816), "status-816", false },
        { new Fault.Code(817), "status-817", false },
        { new Fault.Code(818), "status-818", false },
        { new Fault.Code(12345, AfterProcessing: true), "status-12345", true },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public async Task Send_WithoutAClearAnswer_IsUnknownAndIsNeverRepeated(Fault fault, string reason, bool taken)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("void.do", fault, Order);
        await desk.SendRoundAsync();
        var unknown = await desk.CaseAsync(number);

        await desk.SendRoundAsync();
        await desk.ReconcileAsync();
        await desk.SendRoundAsync();

        Assert.Equal((CaseState.OutcomeUnknown, reason, desk.Clock.GetUtcNow()), (unknown.State, unknown.UnknownReason, unknown.NextAskAt));
        Assert.Equal(taken ? CaseState.Following : CaseState.OutcomeUnknown, await desk.StateAsync(number));
        Assert.Equal((1, taken ? 1 : 0), (desk.Partner.Count("void.do", Order), desk.Partner.AcceptedVoids(Order)));
    }

    [Fact]
    public async Task Unknown_WhenTheQueryFindsIt_IsFollowedToTheEnd()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(20));

        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal("opened quoted approval-asked approved sending send-unknown partner-found status status status", await desk.StoryAsync(number));
        Assert.Equal((CaseState.Refunded, AttemptState.Settled, found.PartnerRef, "connection"), (found.State, permit.State, permit.PartnerRef, permit.OutcomeReason));
        Assert.Equal(1, desk.Partner.Count("void.do", Scenes.LostReplyAfter.OrderNo));
    }

    /// <summary>The connection broke before the partner read a byte. Nobody can prove that: a person decides, in time and on the trail.</summary>
    [Fact]
    public async Task Unknown_WhenNothingIsEverFound_IsDecidedByASupervisorAndSentAnew()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileAsync();
        var atOnce = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(11));
        var sending = await desk.TryPermitAsync(agent, number);
        var decided = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();

        Assert.Equal(("case.still-asking", "case.outcome-unknown", CaseState.Open), (atOnce.Refusal?.Name, sending.Refusal?.Name, decided.Require()));
        Assert.Equal([AttemptState.Abandoned, AttemptState.Accepted], (await desk.PermitsAsync(number)).Select(p => p.State));
        Assert.Equal((2, 1), (desk.Partner.Count("void.do", Scenes.LostReplyBefore.OrderNo), desk.Partner.AcceptedVoids(Scenes.LostReplyBefore.OrderNo)));
    }

    /// <summary>Silence is no evidence: after any time a person may only decide once the partner has answered clearly three times.</summary>
    [Fact]
    public async Task Unknown_WhileThePartnerIsSilent_CannotBeDecidedNotSent()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled(), times: 1000);

        await desk.ReconcileForAsync(TimeSpan.FromHours(2));

        var decided = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);
        Assert.Equal(("case.still-asking", 0), (decided.Refusal?.Name, (await desk.CaseAsync(number)).ClearNothings));
    }

    /// <summary>A quote that speaks of a running or finished submission is no "nothing here", whatever the query says.</summary>
    [Theory]
    [InlineData(803)]
    [InlineData(814)]
    [InlineData(816)]
    [InlineData(817)]
    [InlineData(818)]
    public async Task Unknown_WhenTheQuoteSpeaksOfAnExistingOne_IsNotAClearNothing(int code)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(code), times: 1000);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(11));

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.OutcomeUnknown, 0), (found.State, found.ClearNothings));
        Assert.InRange(found.Asks, 7, 9);
    }

    /// <summary>Three times there was nothing, and now there is something: what was said before is no ground for "not sent" any more.</summary>
    [Fact]
    public async Task Unknown_WhenTheNewestAnswerSpeaksOfASubmission_CountsAnew()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(9));
        var before = (await desk.CaseAsync(number)).ClearNothings;
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(814), times: 1000);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(6));

        var decided = await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent);

        Assert.InRange(before, 3, 9);
        Assert.Equal(("case.still-asking", 0), (decided.Refusal?.Name, (await desk.CaseAsync(number)).ClearNothings));
    }

    [Theory]
    [InlineData(NoVoidAnswer.Code801)]
    [InlineData(NoVoidAnswer.EmptyList)]
    public async Task Unknown_WithEitherWayOfSayingNone_CountsIt(NoVoidAnswer none)
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { NoVoidAnswer = none };
        var number = await desk.SentAsync(Scenes.LostReplyBefore);

        await desk.ReconcileForAsync(TimeSpan.FromSeconds(16));

        Assert.Equal(2, (await desk.CaseAsync(number)).ClearNothings);
    }

    [Fact]
    public async Task Unknown_AskedAboutByPlan_WidensItsQuestions()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        var sent = desk.Clock.GetUtcNow();

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(
            [0, 15, 45, 105, 225, 345, 585],
            (await desk.CaseAsync(number)).Timeline.Where(e => e.Kind == "nothing-found").Select(e => (int)(e.At - sent).TotalSeconds));
    }

    /// <summary>Decided "not sent", and yet it had arrived late: the next quote says so, and nothing is sent a second time.</summary>
    [Fact]
    public async Task DecidedNotSent_WhenTheVoidShowsUpLater_IsFollowedAtTheNextQuote()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(11));
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.NotSent)).Require();
        desk.Partner.VoidInPortal(Scenes.LostReplyBefore.OrderNo);

        var state = await desk.QuoteAsync(agent, number);

        Assert.Equal((CaseState.Following, 1), (state, desk.Partner.Count("void.do", Scenes.LostReplyBefore.OrderNo)));
    }

    /// <summary>A colleague's void shows first, ours later, and the partner names no offers: whoever followed the first would lose ours.</summary>
    [Fact]
    public async Task Unknown_WhileOnlyAVoidWithoutAnOfferShows_IsFollowedAfterTheQuietPeriod()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Options = desk.Partner.Options with { QueriesNameOffers = false };
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        desk.Partner.VoidInPortal(Scenes.LostReplyBefore.OrderNo);

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(9));
        var before = await desk.CaseAsync(number);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(6));

        Assert.Equal((CaseState.OutcomeUnknown, 0), (before.State, before.ClearNothings));
        Assert.Equal(desk.Partner.Voids(Scenes.LostReplyBefore.OrderNo)[0].VoidCode, (await desk.CaseAsync(number)).PartnerRef);
    }

    /// <summary>Found with its end: the permit ends too, or the order could never be voided again.</summary>
    [Fact]
    public async Task Unknown_FoundAlreadyRejected_FreesTheOrder()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Partner.SetOutcome(Scenes.LostReplyAfter.OrderNo, 4, "Rejected.");

        await desk.ReconcileAsync();
        var second = await desk.SentAsync(Scenes.LostReplyAfter);

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Rejected, null, AttemptState.Settled), (found.State, found.NextAskAt, (await desk.PermitAsync(number)).State));
        Assert.Equal(CaseState.Following, await desk.StateAsync(second));
    }

    [Fact]
    public async Task DecidedSent_WithACodeThatThePartnerConfirms_IsFollowed()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        var code = desk.Partner.Voids(Scenes.LostReplyAfter.OrderNo)[0].VoidCode;

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, " " + code + " ");

        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((CaseState.Following, code, AttemptState.Accepted, code), (decided.Require(), found.PartnerRef, permit.State, permit.PartnerRef));
        Assert.Equal(desk.Clock.GetUtcNow(), found.NextAskAt);
    }

    [Fact]
    public async Task DecidedSent_OfOneThatHasEnded_FreesTheOrder()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        var code = desk.Partner.Voids(Scenes.LostReplyAfter.OrderNo)[0].VoidCode;
        desk.Partner.SetOutcome(Scenes.LostReplyAfter.OrderNo, 4, "Rejected.");

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, code);

        Assert.Equal((CaseState.Rejected, AttemptState.Settled), (decided.Require(), (await desk.PermitAsync(number)).State));
    }

    [Theory]
    [InlineData("202609-9999", "case.reference-unconfirmed")]
    [InlineData("", "case.reference-invalid")]
    [InlineData(null, "case.reference-invalid")]
    [InlineData("12345678901234567890123456789012345678901", "case.reference-invalid")]
    public async Task DecidedSent_WithoutAConfirmation_IsRefused(string? code, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, code);

        Assert.Equal((refusal, CaseState.OutcomeUnknown), (decided.Refusal?.Name, await desk.StateAsync(number)));
    }

    [Fact]
    public async Task DecidedSent_WithTheCodeOfAnotherCase_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        var first = await desk.SentAsync(Scenes.RejectedLater);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(10));
        var second = await desk.QueuedAsync(Scenes.RejectedLater);
        desk.Partner.Faults.Next("void.do", new Fault.DropBefore(), Scenes.RejectedLater.OrderNo);
        await desk.SendRoundAsync();

        var decided = await desk.TryDecideUnknownAsync(supervisor, second, UnknownDecision.Sent, (await desk.CaseAsync(first)).PartnerRef);
        await desk.ReconcileAsync();

        Assert.Equal(("case.reference-taken", CaseState.OutcomeUnknown), (decided.Refusal?.Name, await desk.StateAsync(second)));
    }

    [Fact]
    public async Task DecidedSent_WhileThePartnerIsSilent_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyAfter);
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Garbled());

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Sent, "202609-0001");

        Assert.Equal("orders.partner-silent", decided.Refusal?.Name);
    }

    [Fact]
    public async Task Closed_OutsideTheProgram_EndsThePermitToo()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.Close);

        Assert.Equal((CaseState.ClosedByHand, AttemptState.Abandoned), (decided.Require(), (await desk.PermitAsync(number)).State));
    }

    [Fact]
    public async Task Decision_OnACaseWhoseOutcomeIsKnown_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);

        var decided = await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.NotSent);

        Assert.Equal("case.outcome-known", decided.Refusal?.Name);
    }

    [Fact]
    public async Task Screen_OfUnknownOutcomes_ShowsWhatWasTriedAndWhoMayDecide()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(11));

        var seen = (await desk.Use<ReadUnknown>().ExecuteAsync(await desk.Staff.AgentAsync(), CancellationToken.None)).Require();
        var decider = (await desk.Use<ReadUnknown>().ExecuteAsync(await desk.Staff.SupervisorAsync(), CancellationToken.None)).Require();

        var row = Assert.Single(seen.Rows);
        Assert.Equal((number, null, false, true), (row.Case.Number, row.WhyNotNotSent, seen.MayDecide, decider.MayDecide));
        Assert.Equal(["nothing-found", "send-unknown", "sending"], row.Tried.Select(t => t.Kind).Distinct());
    }
}
