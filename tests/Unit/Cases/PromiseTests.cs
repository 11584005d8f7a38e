using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>What the customer was told is kept, and comes back when its day has passed. The desk's clock stands at 1 September 2026, 03:00 UTC.</summary>
public sealed class PromiseTests
{
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Fact]
    public async Task Promise_Kept_IsOnTheCase_InItsStory_AndOnTheTrailWithoutTheWords()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        Assert.Null(await PromiseAsync(desk, agent, number, Today.AddDays(9), "  Money by then, I said. "));

        var promise = (await desk.Use<ReadCase>().ExecuteAsync(agent, number, CancellationToken.None)).Require().Promise;
        Assert.Equal(new CasePromise(Today.AddDays(9), "Money by then, I said.", agent.Name, Desk.Start), promise);
        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Quoted, "promised", "2026-09-10|Money by then, I said."), (found.State, found.Timeline[^1].Kind, string.Join('|', found.Timeline[^1].Arguments)));
        await using var db = desk.Database.Open();
        Assert.Equal("""{"on":"2026-09-10"}""", (await db.Set<AuditEntry>().SingleAsync(e => e.Action == "case.promised" && e.Subject == "case:" + number)).Detail);
    }

    [Fact]
    public async Task Promise_MadeAnew_TakesThePlaceOfTheFormer()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await PromiseAsync(desk, agent, number, Today, "Today.");

        Assert.Null(await PromiseAsync(desk, supervisor, number, Today.AddDays(3), null));

        var found = await desk.CaseAsync(number);
        Assert.Equal((Today.AddDays(3), null, supervisor.Name, CaseState.Following), (found.PromisedOn, found.Promise?.Words, found.Promise?.ByName, found.State));
    }

    [Theory]
    [InlineData(null, 0, "case.promise-day-missing")]
    [InlineData(-1, 0, "case.promise-day-out-of-range")]
    [InlineData(732, 0, "case.promise-day-out-of-range")]
    [InlineData(0, 201, "case.promise-too-long")]
    [InlineData(0, 200, null)]
    [InlineData(731, 0, null)]
    public async Task Promise_ThatCannotBe_IsRefusedByName(int? daysAway, int letters, string? refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        Assert.Equal(refusal, await PromiseAsync(desk, agent, number, daysAway is { } days ? Today.AddDays(days) : null, new string('x', letters)));
        Assert.Equal(refusal is null, (await desk.CaseAsync(number)).PromisedOn is not null);
    }

    [Fact]
    public async Task Promise_OnAClosedCase_OrByAnAuditor_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var (open, closed) = (await desk.OpenAsync(agent, Scenes.PlainDeposit), await desk.OpenAsync(agent, Scenes.Vcc));
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(closed, "No."), CancellationToken.None)).Require();

        Assert.Equal(
            ("case.closed", "access.not-allowed", "case.unknown"),
            (await PromiseAsync(desk, agent, closed, Today, null), await PromiseAsync(desk, await desk.Staff.HireAsync([Role.Auditor]), open, Today, null),
                await PromiseAsync(desk, agent, "V-2026-000404", Today, null)));
    }

    /// <summary>With the airline, so without this nothing of it would rise above "later"; at midnight UTC the day has passed, not before.</summary>
    [Fact]
    public async Task Line_AfterTheDay_BringsTheCaseBack()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        await PromiseAsync(desk, agent, number, Today, null);
        var midnight = new DateTimeOffset(2026, 9, 2, 0, 0, 0, TimeSpan.Zero);

        var (before, waits) = (await BandAsync(desk, agent, number), (await LineAsync(desk, agent)).NextTurn);
        desk.Pass(midnight - Desk.Start);
        var after = await BandAsync(desk, agent, number);

        Assert.Equal((LineBand.Later, midnight, LineBand.Today), (before, waits, after));
    }

    [Fact]
    public async Task Counts_OfTheFrame_HoldTheBrokenPromisesOfOpenCases()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var (broken, kept, closed) = (await desk.SentAsync(Scenes.PlainDeposit), await desk.SentAsync(Scenes.Vcc), await desk.OpenAsync(agent, Scenes.TwoPassengersAndBag));
        await PromiseAsync(desk, agent, broken, Today, null);
        await PromiseAsync(desk, agent, kept, Today.AddDays(1), null);
        await PromiseAsync(desk, agent, closed, Today, null);
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(closed, "No."), CancellationToken.None)).Require();

        var before = await CountsAsync(desk, agent);
        desk.Pass(TimeSpan.FromDays(1));
        var after = await CountsAsync(desk, agent);

        Assert.Equal((0, 1), (before.PromisesPast, after.PromisesPast));
        Assert.Equal(new DateTimeOffset(2026, 9, 3, 0, 0, 0, TimeSpan.Zero), after.NextTurn);
    }

    [Theory]
    [InlineData(CaseState.Following, null, false, LineBand.Today)]
    [InlineData(CaseState.Following, null, true, LineBand.Urgent)]
    [InlineData(CaseState.Open, null, false, LineBand.Today)]
    [InlineData(CaseState.Quoted, 10, false, LineBand.Urgent)]
    [InlineData(CaseState.Quoted, 5000, false, LineBand.Today)]
    [InlineData(CaseState.Refunded, null, false, LineBand.Later)]
    public void Band_WithAPromisePast_IsTodayAtLeast(CaseState state, int? minutesLeft, bool hasFlag, LineBand expected) =>
        Assert.Equal(expected, LineBands.Of(state, minutesLeft is { } m ? Desk.Start.AddMinutes(m) : null, hasFlag, Desk.Start, TimeSpan.FromMinutes(2), promisedOn: Today.AddDays(-1)));

    private static async Task<string?> PromiseAsync(Desk desk, Actor who, string number, DateOnly? on, string? words) =>
        (await desk.Use<PromiseCustomer>().ExecuteAsync(who, new PromiseCustomerInput(number, on, words), CancellationToken.None)).Refusal?.Name;

    private static async Task<LineView> LineAsync(Desk desk, Actor who) => (await desk.Use<ReadLine>().ExecuteAsync(who, LineScope.Team, CancellationToken.None)).Require();

    private static async Task<LineBand> BandAsync(Desk desk, Actor who, string number) =>
        (await LineAsync(desk, who)).Bands.Single(b => b.Rows.Any(r => r.Number == number)).Band;

    private static async Task<DeskCounts> CountsAsync(Desk desk, Actor who) => (await desk.Use<ReadCounts>().ExecuteAsync(who, CancellationToken.None)).Require();
}
