using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Approvals;

/// <summary>Sending within one's own limit: the same gate as for an approval, and nobody else.</summary>
public sealed class PermitSendTests
{
    [Fact]
    public async Task Permit_WithinBothLimits_StoresTheIntent()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await QuotedAsync(desk, Scenes.PlainDeposit, new Money(18_157, "USD"));

        (await desk.TryPermitAsync(agent, number)).Require();

        var permit = await desk.PermitAsync(number);
        Assert.Equal((AttemptState.Planned, null, agent.Id, new Money(18_157, "USD")), (permit.State, permit.ApprovalId, permit.RequestedById, permit.Amount));
    }

    [Fact]
    public async Task Permit_ACentAboveTheRule_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await QuotedAsync(desk, Scenes.PlainDeposit, new Money(18_156, "USD"));

        await AssertRefusedAsync(desk, number, "case.approval-needed", await desk.TryPermitAsync(agent, number));
    }

    [Fact]
    public async Task Permit_HavingSeenOtherFigures_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await QuotedAsync(desk, Scenes.PlainDeposit, new Money(50_000, "USD"));

        var permitted = await desk.Use<PermitSend>().ExecuteAsync(agent, new PermitSendInput(number, new string('0', 64), "Wrong day."), CancellationToken.None);

        await AssertRefusedAsync(desk, number, "case.figures-changed", permitted);
    }

    [Fact]
    public async Task Permit_OnAnOldQuote_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await QuotedAsync(desk, Scenes.PlainDeposit, new Money(50_000, "USD"));
        desk.Pass(TimeSpan.FromMinutes(11));

        await AssertRefusedAsync(desk, number, "case.quote-too-old", await desk.TryPermitAsync(agent, number));
    }

    [Fact]
    public async Task Permit_AtTheLastSafeMoment_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await QuotedAsync(desk, Scenes.ClosesInThreeMinutes, new Money(50_000, "USD"));
        desk.Pass(TimeSpan.FromMinutes(1));

        await AssertRefusedAsync(desk, number, "case.too-late", await desk.TryPermitAsync(agent, number));
    }

    /// <summary>A refused permit leaves no word on the timeline: nothing happened.</summary>
    private static async Task AssertRefusedAsync(Desk desk, string number, string refusal, Outcome<Done> permitted)
    {
        Assert.Equal((refusal, CaseState.Quoted, "opened quoted"), (permitted.Refusal?.Name, await desk.StateAsync(number), await desk.StoryAsync(number)));
        Assert.Empty(await desk.PermitsAsync(number));
    }

    private static async Task<(Actor Agent, string Number)> QuotedAsync(Desk desk, Scene scene, Money freeUpTo)
    {
        await desk.Staff.SetRuleAsync(freeUpTo);
        var agent = await desk.Staff.AgentAsync(new Money(50_000, "USD"));
        return (agent, await desk.QuotedAsync(agent, scene));
    }
}
