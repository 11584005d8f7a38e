using BackOffice.Core.Access;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Orders;

/// <summary>The search by name: what it ends in, and who sees whose names in the list.</summary>
public sealed class FindOrdersTests
{
    [Fact]
    public async Task Search_ThatFindsMany_ByAnAgent_MasksEveryName()
    {
        await using var desk = await Desk.StartAsync();

        var many = await ManyAsync(desk, await desk.Staff.AgentAsync(), "SAMPLE");

        Assert.Equal((20, 20, true), (many.Orders.Count, many.Orders.DistinctBy(o => o.OrderNo).Count(), many.Total > 20));
        Assert.All(many.Orders, order => Assert.NotEmpty(order.PassengerNames));
        Assert.All(many.Orders.SelectMany(o => o.PassengerNames), name => Assert.Matches("^SAMPLE [A-Z]…$", name));
    }

    [Fact]
    public async Task Search_ThatFindsMany_ByASupervisor_ShowsWholeNames()
    {
        await using var desk = await Desk.StartAsync();

        var many = await ManyAsync(desk, await desk.Staff.SupervisorAsync(), "SAMPLE");

        Assert.All(many.Orders.SelectMany(o => o.PassengerNames), name => Assert.Matches("^SAMPLE/[A-Z]{2,}$", name));
    }

    /// <summary>It cannot be told which is the last name, so both spellings are asked for; here they find the same orders.</summary>
    [Fact]
    public async Task Search_WhoseSpellingsFindTheSame_ListsEachOrderOnce()
    {
        await using var desk = await Desk.StartAsync();

        var many = await ManyAsync(desk, await desk.Staff.AgentAsync(), "E E");

        Assert.Equal(2, desk.Partner.Count("orderList.do"));
        Assert.Equal(
            new[] { Scenes.NinePassengers.OrderNo, Scenes.RefundQuotationFails.OrderNo }.Order(StringComparer.Ordinal),
            many.Orders.Select(o => o.OrderNo).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Search_ThatFindsOne_LeadsToIt()
    {
        await using var desk = await Desk.StartAsync();

        var found = (await FindAsync(desk, await desk.Staff.AgentAsync(), "XIAOMING WANG")).Require();

        Assert.Equal(new FoundOrders.One(Scenes.ChineseName.OrderNo), found);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_SaysSo()
    {
        await using var desk = await Desk.StartAsync();

        var found = await FindAsync(desk, await desk.Staff.AgentAsync(), "NOBODY ATALL");

        Assert.Equal((2, "orders.nothing-found"), (desk.Partner.Count("orderList.do"), found.Refusal?.Name));
    }

    [Fact]
    public async Task Search_WithoutAnAnswer_SaysSo()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Faults.Next("orderList.do", new Fault.Garbled());

        var found = await FindAsync(desk, await desk.Staff.AgentAsync(), "SAMPLE");

        Assert.Equal((1, "orders.partner-silent"), (desk.Partner.Count("orderList.do"), found.Refusal?.Name));
    }

    /// <summary>What one spelling found is not the whole answer where nobody knows what the other would.</summary>
    [Fact]
    public async Task Search_WithSilenceAboutTheSecondSpelling_SaysSo()
    {
        await using var desk = await Desk.StartAsync();
        desk.Partner.Faults.Next("orderList.do", new Fault.StatusAsText());
        desk.Partner.Faults.Next("orderList.do", new Fault.Garbled());

        var found = await FindAsync(desk, await desk.Staff.AgentAsync(), "WANG XIAOMING");

        Assert.Equal((2, "orders.partner-silent"), (desk.Partner.Count("orderList.do"), found.Refusal?.Name));
    }

    private static Task<Outcome<FoundOrders>> FindAsync(Desk desk, Actor who, string typed) => desk.Use<FindOrders>().ExecuteAsync(who, typed, CancellationToken.None);

    private static async Task<FoundOrders.Many> ManyAsync(Desk desk, Actor who, string typed) =>
        Assert.IsType<FoundOrders.Many>((await FindAsync(desk, who, typed)).Require());
}
