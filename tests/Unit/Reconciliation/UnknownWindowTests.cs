using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>While nobody knows whether a void arrived, its window runs on: what closes first is seen first.</summary>
public sealed class UnknownWindowTests
{
    [Fact]
    public async Task Unknown_WhileWindowsAreOpen_BeginsWithTheOneThatClosesFirst()
    {
        await using var desk = await Desk.StartAsync();
        var (refund, later, soon) = await LostAsync(desk);

        var view = await ReadAsync(desk);

        Assert.Equal([soon, later, refund], view.Rows.Select(r => r.Case.Number));
        Assert.Equal([(await desk.CaseAsync(soon)).DeadlineAt, (await desk.CaseAsync(later)).DeadlineAt, null], view.Rows.Select(r => r.Window?.At));
        Assert.Equal(TimeSpan.FromMinutes(2), view.Margin);
    }

    /// <summary>A window that has closed hurries nobody any more: the case stands where its age puts it.</summary>
    [Fact]
    public async Task Unknown_AfterAWindowClosed_StandsByItsAge()
    {
        await using var desk = await Desk.StartAsync();
        var (refund, later, soon) = await LostAsync(desk);
        desk.Pass(TimeSpan.FromMinutes(4));

        var view = await ReadAsync(desk);

        Assert.Equal([later, refund, soon], view.Rows.Select(r => r.Case.Number));
        Assert.Equal([true, false, false], view.Rows.Select(r => r.Window is not null));
    }

    /// <summary>What does not fit was sent and has arrived; its window counts no more.</summary>
    [Fact]
    public async Task Flagged_WhileItsWindowIsOpen_HasNone()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.PlainDeposit);
        desk.Partner.SetOutcome(Scenes.PlainDeposit.OrderNo, 5);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(2));

        Assert.Null(Assert.Single((await ReadAsync(desk)).Rows).Window);
    }

    /// <summary>Three outcomes that nobody knows, the one that closes first last.</summary>
    private static async Task<(string Refund, string Later, string Soon)> LostAsync(Desk desk)
    {
        var refund = await desk.ApprovedAsync(await desk.RefundQuotedAsync(await desk.Staff.AgentAsync(), Scenes.RefundLostReply));
        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromSeconds(10));
        var later = await desk.SentAsync(Scenes.LostReplyBefore);
        desk.Pass(TimeSpan.FromSeconds(10));
        desk.Partner.Faults.Next("void.do", new Fault.DropBefore(), Scenes.ClosesInThreeMinutes.OrderNo);
        return (refund, later, await desk.SentAsync(Scenes.ClosesInThreeMinutes));
    }

    private static async Task<UnknownView> ReadAsync(Desk desk) =>
        (await desk.Use<ReadUnknown>().ExecuteAsync(await desk.Staff.SupervisorAsync(), CancellationToken.None)).Require();
}
