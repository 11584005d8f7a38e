using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Cases;

/// <summary>From a void that cannot be to a refund, in one press.</summary>
public sealed class ContinueAsRefundTests
{
    [Fact]
    public async Task Continue_OfAnUnsentVoid_EndsItAndOpensTheRefundOfEverybodyForTheSameReason()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var ended = await desk.QuotedAsync(agent, Scenes.TwoPassengersAndBag);

        var number = (await ContinueAsync(desk, agent, ended)).Require();

        var (was, has) = (await desk.CaseAsync(ended), await desk.CaseAsync(number));
        Assert.Equal((CaseState.Withdrawn, null, "R-2026-000002"), (was.State, was.Holds, number));
        Assert.Equal(
            (CaseKind.Refund, CaseState.Open, was.Reason, was.OrderNo, RefundReason.Voluntary, null, 2),
            (has.Kind, has.State, has.Reason, has.Holds, has.Wish!.Reason, has.Wish.DisplayCurrency, has.PassengerCount));
        Assert.Equal(was.Order.Passengers.Select(p => (p.LastName, p.FirstName)), has.Wish.Passengers.Select(p => (p.LastName, p.FirstName)));
    }

    [Fact]
    public async Task Continue_OfAVoid_LinksBothStoriesAndStandsOnTheTrail()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var ended = await desk.OpenAsync(agent, Scenes.PlainDeposit);

        var number = (await ContinueAsync(desk, agent, ended)).Require();

        Assert.Equal(["–", number], (await desk.CaseAsync(ended)).Timeline[^1].Arguments);
        Assert.Equal([Scenes.PlainDeposit.OrderNo, ended], (await desk.CaseAsync(number)).Timeline[0].Arguments);
        await using var db = desk.Database.Open();
        var trail = await db.Set<AuditEntry>().Where(e => e.Subject == "case:" + ended || e.Subject == "case:" + number).OrderBy(e => e.Sequence).Select(e => e.Action + " " + e.Detail).ToListAsync();
        Assert.Contains($$"""case.withdrawn {"continuedAs":"{{number}}"}""", trail);
        Assert.Contains(trail, line => line.StartsWith("case.opened", StringComparison.Ordinal) && line.Contains(Scenes.PlainDeposit.OrderNo, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("waiting", "case.waiting-for-approval")]
    [InlineData("queued", "case.about-to-be-sent")]
    [InlineData("unknown", "case.outcome-unknown")]
    [InlineData("sent", "case.already-sent")]
    public async Task Continue_OfAVoidThatMayLeaveTheHouse_IsRefusedAndChangesNothing(string where, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = where switch
        {
            "queued" => await desk.QueuedAsync(Scenes.PlainDeposit),
            "unknown" => await desk.SentAsync(Scenes.LostReplyBefore),
            "sent" => await desk.SentAsync(Scenes.PlainDeposit),
            _ => await desk.QuotedAsync(agent, Scenes.PlainDeposit),
        };
        if (where == "waiting")
        {
            await desk.AskAsync(agent, number);
        }

        var before = await desk.StoryAsync(number);
        var continued = await ContinueAsync(desk, agent, number);

        Assert.Equal((refusal, before, 1), (continued.Refusal?.Name, await desk.StoryAsync(number), await CountAsync(desk)));
    }

    [Fact]
    public async Task Continue_OfARefund_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var refund = (await ContinueAsync(desk, agent, await desk.OpenAsync(agent, Scenes.PlainDeposit))).Require();

        Assert.Equal("case.not-a-void", (await ContinueAsync(desk, agent, refund)).Refusal?.Name);
    }

    [Fact]
    public async Task Continue_WithoutTheRight_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        Assert.Equal(AccessRefusals.NotAllowed.Name, (await ContinueAsync(desk, await desk.Staff.HireAsync([Role.Auditor]), number)).Refusal?.Name);
    }

    /// <summary>Nobody may say that nothing was ever sent while the partner is still being asked.</summary>
    [Fact]
    public async Task Continue_WhileARestoreIsInDoubt_IsRefused()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        desk.Restore(desk.BackUp());

        Assert.Equal(("recovery.in-doubt", 1), ((await ContinueAsync(desk, agent, number)).Refusal?.Name, await CountAsync(desk)));
    }

    [Fact]
    public async Task Continue_PressedTwiceAtOnce_OpensOneRefundAndNamesItToTheSecond()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, colleague) = (await desk.Staff.AgentAsync(), await desk.Staff.AgentAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);

        var pressed = await Task.WhenAll(Task.Run(() => ContinueAsync(desk, agent, number)), Task.Run(() => ContinueAsync(desk, colleague, number)));

        var opened = Assert.Single(pressed, p => p.Refusal is null).Require();
        var second = Assert.Single(pressed, p => p.Refusal is not null).Refusal!;
        Assert.Equal(("case.already-open", opened), (second.Name, second.Arguments[0]));
        Assert.Equal(2, await CountAsync(desk));
    }

    private static Task<Outcome<string>> ContinueAsync(Desk desk, Actor who, string number) =>
        desk.Use<ContinueAsRefund>().ExecuteAsync(who, new ContinueAsRefundInput(number), CancellationToken.None);

    private static async Task<int> CountAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<Case>().CountAsync();
    }
}
