using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>The line, the list and the numbers in the frame.</summary>
public sealed class ListsTests
{
    [Fact]
    public async Task List_OverPages_ShowsEveryCaseOnce()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await FillAsync(desk, agent, 120);

        var first = await ListAsync(desk, agent, new CaseFilter());
        var second = await ListAsync(desk, agent, new CaseFilter(), first.Older);
        var third = await ListAsync(desk, agent, new CaseFilter(), second.Older);
        var back = await ListAsync(desk, agent, new CaseFilter(), third.Newer);

        Assert.Equal((50, 50, 20, 120), (first.Rows.Count, second.Rows.Count, third.Rows.Count, first.Total));
        Assert.Equal((null, null), (first.Newer, third.Older));
        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(n => CaseNumber.Of(CaseKind.Void, 2026, n)), [.. first.Rows.Select(r => r.Number), .. second.Rows.Select(r => r.Number), .. third.Rows.Select(r => r.Number)]);
        Assert.Equal(second.Rows.Select(r => r.Id), back.Rows.Select(r => r.Id));
    }

    [Theory]
    [InlineData("V-2026-000003", 1)]
    [InlineData("v-2026-00000", 4)]
    [InlineData(" DEMO0000000002 ", 1)]
    [InlineData("LOC3", 1)]
    [InlineData("%", 0)]
    [InlineData("V_2026", 0)]
    [InlineData("'; DROP TABLE Cases; --", 0)]
    [InlineData("", 4)]
    [InlineData(null, 4)]
    public async Task List_NarrowedByText_FindsStartsAndTakesNothingForAPattern(string? text, int expected)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await FillAsync(desk, agent, 4);

        Assert.Equal(expected, (await ListAsync(desk, agent, new CaseFilter { Text = text })).Total);
    }

    /// <summary>Whatever the partner writes: people search without looking at that.</summary>
    [Fact]
    public async Task List_OfWhatThePartnerWroteInSmallLetters_IsFoundAllTheSame()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await FillAsync(desk, agent, 2, isSmall: true);

        var byLocator = Assert.Single((await ListAsync(desk, agent, new CaseFilter { Text = "loc2" })).Rows);
        var byOrder = Assert.Single((await ListAsync(desk, agent, new CaseFilter { Text = "demo0000000002" })).Rows);

        Assert.Equal(("LOC2", "DEMO0000000002"), (byLocator.AirlinePnr, byLocator.OrderNo));
        Assert.Equal(byLocator.Number, byOrder.Number);
    }

    [Fact]
    public async Task List_NarrowedByEachPart_KeepsWhatFits()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, colleague) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        var mine = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        desk.Pass(TimeSpan.FromMinutes(1));
        var later = desk.Clock.GetUtcNow();
        var theirs = await desk.OpenAsync(colleague, Scenes.Vcc);
        (await desk.Use<WithdrawCase>().ExecuteAsync(colleague, new WithdrawCaseInput(theirs, "No."), CancellationToken.None)).Require();

        Assert.Equal([mine], await NumbersAsync(desk, agent, new CaseFilter { OnlyMine = true }));
        Assert.Equal([mine], await NumbersAsync(desk, agent, new CaseFilter { OnlyOpen = true }));
        Assert.Equal([mine], await NumbersAsync(desk, agent, new CaseFilter { States = [CaseState.Quoted, CaseState.Sending] }));
        Assert.Equal([theirs], await NumbersAsync(desk, agent, new CaseFilter { Airline = " f9" }));
        Assert.Equal([theirs], await NumbersAsync(desk, agent, new CaseFilter { OpenedFrom = later }));
        Assert.Equal([mine], await NumbersAsync(desk, agent, new CaseFilter { OpenedBefore = later }));
    }

    [Fact]
    public async Task Line_ByLastSafeMoment_PutsTheMostUrgentFirstAndSumsByCurrency()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var (today, urgent, unquoted) = (await desk.QuotedAsync(agent, Scenes.PlainDeposit), await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes), await desk.OpenAsync(agent, Scenes.DeadlineGiven));
        var unknown = await desk.SentAsync(Scenes.LostReplyBefore);

        var line = (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Team, CancellationToken.None)).Require();

        Assert.Equal(Enum.GetValues<LineBand>(), line.Bands.Select(b => b.Band));
        Assert.Equal([unknown, urgent], line.Bands[0].Rows.Select(r => r.Number));
        Assert.Equal([today], line.Bands.Single(b => b.Band == LineBand.Today).Rows.Select(r => r.Number));
        Assert.Equal([unquoted], line.Bands.Single(b => b.Band == LineBand.UnknownDeadline).Rows.Select(r => r.Number));
        Assert.Equal(["EUR"], line.Bands.Single(b => b.Band == LineBand.UnknownDeadline).Sums.Select(s => s.Currency));
        Assert.Equal(["USD"], line.Bands[0].Sums.Select(s => s.Currency));
    }

    [Fact]
    public async Task Line_OfMine_LeavesTheColleaguesOut()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, colleague) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        await desk.OpenAsync(agent, Scenes.PlainDeposit);
        await desk.OpenAsync(colleague, Scenes.Vcc);

        var mine = (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Mine, CancellationToken.None)).Require();
        var team = (await desk.Use<ReadLine>().ExecuteAsync(agent, LineScope.Team, CancellationToken.None)).Require();

        Assert.Equal((1, 2), (mine.Count, team.Count));
    }

    /// <summary>The number beside "approvals" is what this very person can act on.</summary>
    [Fact]
    public async Task Counts_InTheFrame_AreThoseOfThePerson()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor, small) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync(), await desk.Staff.SupervisorAsync(new Money(100, "USD")));
        await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        await desk.AskAsync(supervisor, await desk.QuotedAsync(supervisor, Scenes.ClosesInThreeMinutes));
        await desk.SentAsync(Scenes.LostReplyBefore);

        Assert.Equal([(0, 1, 1), (1, 1, 1), (0, 1, 1)], [await CountsAsync(desk, agent), await CountsAsync(desk, supervisor), await CountsAsync(desk, small)]);
    }

    [Fact]
    public async Task Queue_OfApprovals_PutsTheFirstToEndFirst()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var late = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var soon = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes));
        var ended = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.Vcc));
        var supervisor = await desk.Staff.SupervisorAsync();
        await desk.DeclineAsync(supervisor, ended);

        var queue = (await desk.Use<ReadApprovalQueue>().ExecuteAsync(supervisor, CancellationToken.None)).Require();
        var asAgent = (await desk.Use<ReadApprovalQueue>().ExecuteAsync(agent, CancellationToken.None)).Require();

        Assert.Equal([soon, late], queue.Waiting.Select(r => r.Request.Id));
        Assert.Equal([ended], queue.Recent.Select(r => r.Request.Id));
        Assert.Equal((null, "access.not-allowed"), (queue.Waiting[0].WhyNot, asAgent.Waiting[0].WhyNot?.Name));
    }

    /// <summary>Two that ended in one moment keep their places from one reading to the next.</summary>
    [Fact]
    public async Task Queue_OfWhatEnded_PutsTheLastFirst_AlsoOfOneMoment()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var first = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        var second = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.Vcc));
        await desk.DeclineAsync(supervisor, second);
        await desk.DeclineAsync(supervisor, first);

        var queue = (await desk.Use<ReadApprovalQueue>().ExecuteAsync(supervisor, CancellationToken.None)).Require();

        Assert.Equal([second, first], queue.Recent.Select(r => r.Request.Id));
    }

    [Fact]
    public async Task Approval_Read_ShowsTheFrozenQuoteBesideThePresentOne()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var same = await ApprovalAsync(desk, supervisor, request);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.UnknownEnums());
        await desk.QuoteAsync(agent, number);

        var moved = await ApprovalAsync(desk, supervisor, request);

        Assert.Equal((same.Frozen.Id, null), (same.Present.Id, same.WhyNot));
        Assert.Equal((same.Frozen.Id, RefundMethod.Other, "approval.over"), (moved.Frozen.Id, moved.Present.Content.Method, moved.WhyNot?.Name));
    }

    private static async Task<CasePage> ListAsync(Desk desk, Actor who, CaseFilter filter, long? olderThan = null) =>
        (await desk.Use<ListCases>().ExecuteAsync(who, filter, olderThan, CancellationToken.None)).Require();

    private static async Task<IEnumerable<string>> NumbersAsync(Desk desk, Actor who, CaseFilter filter) =>
        (await ListAsync(desk, who, filter)).Rows.Select(r => r.Number);

    private static async Task<(int ToApprove, int Unknown, int ClosingSoon)> CountsAsync(Desk desk, Actor who)
    {
        var counts = (await desk.Use<ReadCounts>().ExecuteAsync(who, CancellationToken.None)).Require();
        return (counts.ToApprove, counts.Unknown, counts.ClosingSoon);
    }

    private static async Task<ApprovalView> ApprovalAsync(Desk desk, Actor who, long id) =>
        (await desk.Use<ReadApproval>().ExecuteAsync(who, id, CancellationToken.None)).Require();

    private static async Task FillAsync(Desk desk, Actor who, int count, bool isSmall = false)
    {
        string Written(FormattableString text) => isSmall ? FormattableString.Invariant(text).ToLowerInvariant() : FormattableString.Invariant(text);
        await using var db = desk.Database.Open();
        db.AddRange(Enumerable.Range(1, count).Select(n => Case.Open(
            new OrderSnapshot
            {
                OrderNo = Written($"DEMO{n:D10}"), Stage = OrderStage.Ticketed, PaymentMethod = PaymentMethod.Deposit, ReadAt = Desk.Start,
                AirlineBookings = [new AirlineBooking("Y4", null, Written($"LOC{n}"))],
            },
            2026, n, "Wrong day.", who, Desk.Start)));
        await db.SaveChangesAsync();
    }
}
