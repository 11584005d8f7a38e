using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using BackOffice.Sandbox;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Webhooks;

/// <summary>A genuine notice under our own number of a card refund, with another number of AsiaBill's than the one on file.</summary>
public sealed class OtherNumberTests
{
    /// <summary>
    /// AsiaBill has both attempts, and a supervisor took the first one's number for the second's: the notice about the first asks, the one about the second
    /// is a person's to look at.
    /// </summary>
    [Fact]
    public async Task Notice_WithAnotherNumberThanOurBooks_IsAPersonsToLookAt()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var scene = PaymentScenes.StaysPending;
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropAfter(), times: 2);
        var number = await desk.CardSentAsync(scene, new Money(4_000, "USD"), new Money(12_000, "USD"));
        await desk.NotThereAsync(supervisor, number);
        await desk.SendAgainAsync(agent, supervisor, number);
        var (second, first) = (desk.Cards.RefundsOf(scene.TradeNo)[0].BatchNo, desk.Cards.RefundsOf(scene.TradeNo)[1].BatchNo);
        (await desk.TryDecideUnknownAsync(supervisor, number, UnknownDecision.Sent, first)).Require();

        await desk.TellOfAsync(first, number + "-1");
        await desk.TellOfAsync(second, number + "-2");

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Following, first, "other-number", null), (found.State, found.PartnerRef, found.Flag, found.HintedRef));
        Assert.Equal(["asked", "other-number"], await ResultsAsync(desk));
        Assert.Equal(number, Assert.Single((await desk.Use<ReadUnknown>().ExecuteAsync(supervisor, CancellationToken.None)).Require().Rows).Case.Number);
        await using var db = desk.Database.Open();
        Assert.Contains(second, (await db.Set<AuditEntry>().SingleAsync(e => e.Action == "card.other-number")).Detail, StringComparison.Ordinal);
    }

    /// <summary>Two numbers come for one call before AsiaBill was asked about either: the newest is asked about, and both are a person's to look at.</summary>
    [Fact]
    public async Task Notices_OfTwoNumbersForOneCall_AreAPersonsToLookAt()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyAfter, new Money(4_000, "USD"), new Money(24_000, "USD"));

        await desk.TellOfAsync("99999999", number + "-1");
        await desk.TellAsync(PaymentScenes.LostReplyAfter.TradeNo, number + "-1");

        var found = await desk.CaseAsync(number);
        Assert.Equal((CaseState.OutcomeUnknown, "other-number", Assert.Single(desk.Cards.RefundsOf(PaymentScenes.LostReplyAfter.TradeNo)).BatchNo), (found.State, found.Flag, found.HintedRef));
        await using var db = desk.Database.Open();
        Assert.Contains("99999999", (await db.Set<AuditEntry>().SingleAsync(e => e.Action == "card.other-number")).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_WithTheNumberOfOurBooks_AsksSooner()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.StaysPending, new Money(4_000, "USD"), new Money(12_000, "USD"));

        await desk.TellAsync(PaymentScenes.StaysPending.TradeNo, number + "-1");

        var found = await desk.CaseAsync(number);
        Assert.Equal((desk.Clock.GetUtcNow(), null), (found.NextAskAt, found.Flag));
        Assert.Equal(["asked"], await ResultsAsync(desk));
    }

    /// <summary>Nobody looks at a closed case: the word on the notice and the trail are all there is.</summary>
    [Fact]
    public async Task Notice_WithAnotherNumber_AfterTheEnd_IsNamedAndMovesNothing()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        await desk.ReconcileForAsync(TimeSpan.FromHours(1));
        var ended = await desk.CaseAsync(number);

        await desk.TellOfAsync("99999999", number + "-1");

        var after = await desk.CaseAsync(number);
        Assert.Equal((CaseState.Refunded, ended.Version, null, null), (after.State, after.Version, after.Flag, after.HintedRef));
        Assert.Equal(["other-number"], await ResultsAsync(desk));
    }

    private static async Task<List<string?>> ResultsAsync(Desk desk)
    {
        await using var db = desk.Database.Open();
        return await db.Set<Notice>().AsNoTracking().OrderBy(n => n.Id).Select(n => n.Result).ToListAsync();
    }
}
