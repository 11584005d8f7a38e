using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Cases;

public sealed class CaseChangesTests
{
    [Fact]
    public async Task Commit_ThatTouchedACase_TellsItsNumberAfterwards()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var told = new List<long>();
        using var subscription = desk.Use<CaseChanges>().Subscribe(told.AddRange);

        await desk.QuoteAsync(agent, number);

        Assert.Equal([(await desk.CaseAsync(number)).Id], told);
    }

    [Fact]
    public async Task Refusal_TellsNobody()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var told = new List<long>();
        using var subscription = desk.Use<CaseChanges>().Subscribe(told.AddRange);

        var permitted = await desk.TryPermitAsync(agent, number);

        Assert.Equal(("case.no-quote", 0), (permitted.Refusal?.Name, told.Count));
    }

    [Fact]
    public async Task Subscription_AfterItsEnd_IsToldNothing()
    {
        await using var desk = await Desk.StartAsync();
        var told = new List<long>();
        desk.Use<CaseChanges>().Subscribe(told.AddRange).Dispose();

        await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Empty(told);
    }

    /// <summary>A screen that breaks must neither undo a committed change, nor make it look failed, nor keep it from the others.</summary>
    [Fact]
    public async Task Subscriber_ThatThrows_HarmsNobodyElse()
    {
        await using var desk = await Desk.StartAsync();
        var told = new List<long>();
        using var broken = desk.Use<CaseChanges>().Subscribe(_ => throw new InvalidOperationException("A broken screen."));
        using var healthy = desk.Use<CaseChanges>().Subscribe(told.AddRange);

        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Equal((CaseState.Open, 1), (await desk.StateAsync(number), told.Count));
    }

    [Fact]
    public void Watchers_OfACase_AreTheOthersEachOnce()
    {
        var watchers = new CaseWatchers(new CaseChanges(Microsoft.Extensions.Logging.Abstractions.NullLogger<CaseChanges>.Instance));
        var (anna, bert) = (Guid.NewGuid(), Guid.NewGuid());
        using var mine = watchers.Enter(1, anna, "Anna");
        using var his = watchers.Enter(1, bert, "Bert");
        using var hisSecondTab = watchers.Enter(1, bert, "Bert");
        using var elsewhere = watchers.Enter(2, Guid.NewGuid(), "Cleo");

        var before = watchers.Others(1, anna);
        his.Dispose();
        hisSecondTab.Dispose();

        Assert.Equal(["Bert"], before);
        Assert.Empty(watchers.Others(1, anna));
    }
}
