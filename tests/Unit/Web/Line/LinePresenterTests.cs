using BackOffice.Core.Approvals;
using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Line;
using Unit.Testing;
using Unit.Web.Cases;

namespace Unit.Web.Line;

public sealed class LinePresenterTests
{
    [Theory]
    [InlineData(CaseKind.Void, CaseState.Quoted, false, null)]
    [InlineData(CaseKind.CardRefund, CaseState.Queued, false, null)]
    [InlineData(CaseKind.CardRefund, CaseState.Queued, true, "Waits.Person")]
    [InlineData(CaseKind.CardRefund, CaseState.Following, false, "Waits.Card")]
    [InlineData(CaseKind.CardRefund, CaseState.OutcomeUnknown, false, "Waits.Person")]
    [InlineData(CaseKind.Refund, CaseState.OutcomeUnknown, false, "Waits")]
    [InlineData(CaseKind.Refund, CaseState.Following, false, "Waits")]
    public void Waits_OfACase_NamesWhomItWaitsFor(CaseKind kind, CaseState state, bool isByHand, string? key) =>
        Assert.Equal(key, LinePresenter.WaitsKeyOf(ACase.Row(state) with { Kind = kind, IsByHand = isByHand }));

    [Fact]
    public async Task Needs_OfASupervisor_HoldsTheRequestThatTheyMayDecide()
    {
        await using var desk = await Desk.StartAsync();
        var approval = await desk.AskAsync(await desk.Staff.AgentAsync(), await desk.QuotedAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit));

        var need = Assert.Single((await NeedsAsync(desk, await desk.Staff.SupervisorAsync())).Shown);

        Assert.Equal((NeedKind.Approval, $"/approvals/{approval}"), (need.Kind, need.Address));
    }

    [Fact]
    public async Task Needs_OfTheOneWhoAsked_HoldsNoRequest()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        await desk.AskAsync(supervisor, await desk.QuotedAsync(supervisor, Scenes.PlainDeposit));

        Assert.Equal(0, (await NeedsAsync(desk, supervisor)).Total);
    }

    [Fact]
    public async Task Needs_OfAnOwner_HoldsTheCaseThatClosesWithinTheHour()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes);
        await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        var need = Assert.Single((await NeedsAsync(desk, agent)).Shown);

        Assert.Equal((NeedKind.Closing, "/cases/" + number), (need.Kind, need.Address));
    }

    /// <summary>With the airline, where nothing closes: the promise alone brings it back, to its owner.</summary>
    [Fact]
    public async Task Needs_OfAnOwner_HoldsThePromiseWhoseDayHasPassed()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.PlainDeposit);
        var owner = new Actor((await desk.CaseAsync(number)).OwnerId, (await desk.CaseAsync(number)).OwnerName);
        (await desk.Use<PromiseCustomer>().ExecuteAsync(owner, new PromiseCustomerInput(number, new DateOnly(2026, 9, 1), null), CancellationToken.None)).Require();
        var onTheDay = (await NeedsAsync(desk, owner)).Total;

        desk.Pass(TimeSpan.FromDays(1));

        Assert.Equal((0, NeedKind.Promise, "/cases/" + number), (onTheDay, Assert.Single((await NeedsAsync(desk, owner)).Shown).Kind, (await NeedsAsync(desk, owner)).Shown[0].Address));
        Assert.Equal(0, (await NeedsAsync(desk, await desk.Staff.AgentAsync())).Total);
    }

    /// <summary>Nobody sends it: if its owner does not make it, nobody does.</summary>
    [Fact]
    public async Task Needs_OfAnOwner_HoldsTheCardRefundThatIsMadeByHand()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var number = await desk.CardQueuedAsync(PaymentScenes.Plain);
        var owner = new Actor((await desk.CaseAsync(number)).OwnerId, (await desk.CaseAsync(number)).OwnerName);

        var needs = await NeedsAsync(desk, owner);

        Assert.Equal((NeedKind.ByHand, "/cases/" + number), (Assert.Single(needs.Shown).Kind, needs.Shown[0].Address));
        Assert.Equal(0, (await NeedsAsync(desk, await desk.Staff.AgentAsync())).Total);
    }

    [Fact]
    public async Task Needs_WithAnUnknownOutcome_PutsItFirstForASupervisor()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.TwoPassengersAndBag));
        var number = await desk.SentAsync(Scenes.LostReplyBefore);

        var needs = await NeedsAsync(desk, await desk.Staff.SupervisorAsync());

        Assert.Equal([NeedKind.Unknown, NeedKind.Approval], needs.Shown.Select(n => n.Kind));
        Assert.Equal("/unknown#" + number, needs.Shown[0].Address);
    }

    [Fact]
    public async Task Sums_OfTheWholeLine_AddNothingAcrossCurrencies()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        await desk.QuotedAsync(agent, Scenes.PaidInYen);

        var sums = LinePresenter.SumsOf(await LineAsync(desk, agent));

        Assert.Equal(["JPY", "USD"], sums.Select(s => s.Currency));
    }

    [Fact]
    public async Task Rows_OfOneBand_LeaveTheOthersOut()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var urgent = await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes);
        await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        var rows = LinePresenter.Rows(await LineAsync(desk, agent), LineBand.Urgent);

        Assert.Equal([urgent], rows.Select(r => r.Value.Number));
    }

    private static async Task<LineView> LineAsync(Desk desk, Actor who) =>
        (await desk.Use<ReadLine>().ExecuteAsync(who, LineScope.Team, CancellationToken.None)).Require();

    private static async Task<Needs> NeedsAsync(Desk desk, Actor who) => LinePresenter.NeedsOf(
        who.Id, await LineAsync(desk, who),
        (await desk.Use<ReadApprovalQueue>().ExecuteAsync(who, CancellationToken.None)).Require(),
        (await desk.Use<ReadUnknown>().ExecuteAsync(who, CancellationToken.None)).Require());
}
