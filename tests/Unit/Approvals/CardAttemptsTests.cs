using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using Unit.Testing;

namespace Unit.Approvals;

/// <summary>A card refund that is tried again after one of which nobody could find out what AsiaBill made of it.</summary>
public sealed class CardAttemptsTests
{
    private static readonly Money Limit = new(20_000, "USD");
    private static readonly Money Paid = new(9_620, "USD");

    [Fact]
    public async Task First_WithinTheOwnLimit_NeedsNobodyAndHasNothingBesideIt()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await PreparedAsync(desk, PaymentScenes.Plain, Paid, new Money(1_000, "USD"));

        Assert.Equal((0, null), (await ReadAsync(desk, agent, number)) is var view ? (view.ApprovalsNeeded, view.Attempts) : default);
        (await desk.TryPermitAsync(agent, number)).Require();
    }

    /// <summary>The sum is within everybody's limit; what is decided on is that the customer may be paid twice.</summary>
    [Fact]
    public async Task Next_AfterAPersonSaidNotThere_NeedsASupervisorWhateverTheAmount()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await NotThereAsync(desk);

        Assert.Equal(1, (await ReadAsync(desk, agent, number)).ApprovalsNeeded);
        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, (await desk.TryPermitAsync(agent, number)).Refusal?.Name);
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();

        Assert.Equal(CaseState.Following, await desk.StateAsync(number));
        Assert.Equal([$"{number}-1", $"{number}-2"], desk.Cards.Calls.Where(c => c.Path == AsiaBillStandIn.RefundPath).Select(c => BackOffice.Core.Payments.CardRefundBody.Read(c.Body)!.TrackNo));
    }

    /// <summary>Another case of the same payment is the same question.</summary>
    [Fact]
    public async Task Next_OfAPaymentThatWasClosedByHand_NeedsASupervisor()
    {
        await using var desk = await Desk.StartAsync();
        desk.SwitchSendingOff();
        var (agent, first) = await PreparedAsync(desk, PaymentScenes.Plain, CardLegs.Whole, new Money(1_000, "USD"));
        (await desk.TryPermitAsync(agent, first)).Require();
        (await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), first, UnknownDecision.Close)).Require();

        var second = await desk.CardQuotedAsync(agent, "V-2026-000001", PaymentScenes.Plain.TradeNo, CardLegs.Whole, new Money(2_000, "USD"));

        Assert.Equal(CasesRefusals.ApprovalNeeded.Name, (await desk.TryPermitAsync(agent, second)).Refusal?.Name);
        var earlier = Assert.Single((await ReadAsync(desk, agent, second)).Attempts!.Earlier);
        Assert.Equal((first, null, PersonsWord.ClosedByHand, new Money(1_000, "USD")), (earlier.CaseNumber, earlier.SentAt, earlier.EndedBy, earlier.Amount!.Value));
    }

    [Fact]
    public async Task Attempts_OnThePage_StandSideBySide()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await NotThereAsync(desk);
        var permit = await desk.PermitAsync(number);
        var said = (await desk.CaseAsync(number)).Timeline.Single(e => e.Kind == "decided-not-sent");

        var attempts = (await ReadAsync(desk, agent, number)).Attempts!;

        Assert.Equal(($"{number}-2", Paid, new Money(19_240, "USD")), (attempts.TrackNo, attempts.Wish.Amount, attempts.AllTogether!.Value));
        Assert.Equal(
            new UnclearAttempt(number, $"{number}-1", Paid, permit.PlannedAt, agent.Name, permit.ClaimedAt, PersonsWord.NotThere, said.At, said.ActorName, "Asked by phone."),
            Assert.Single(attempts.Earlier));
    }

    [Fact]
    public async Task Attempts_OnTheRequest_AreShownWhileItWaits()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await NotThereAsync(desk);
        var request = await desk.AskAsync(agent, number);
        var supervisor = await desk.Staff.SupervisorAsync();

        Assert.Equal($"{number}-1", Assert.Single((await ReadRequestAsync(desk, supervisor, request)).Attempts!.Earlier).TrackNo);
        await desk.ApproveAsync(supervisor, request);
        Assert.Null((await ReadRequestAsync(desk, supervisor, request)).Attempts);
        Assert.Null((await ReadAsync(desk, agent, number)).Attempts);
    }

    /// <summary>Twice nobody knew: each has its own number and its own word.</summary>
    [Fact]
    public async Task Attempts_AfterTwo_NameBothInTheirOrder()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, number) = await NotThereAsync(desk);
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropBefore());
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromMinutes(10));
        (await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.NotSent)).Require();
        await desk.QuoteAsync(agent, number);

        var attempts = (await ReadAsync(desk, agent, number)).Attempts!;

        Assert.Equal(($"{number}-1", $"{number}-2", $"{number}-3"), (attempts.Earlier[0].TrackNo, attempts.Earlier[1].TrackNo, attempts.TrackNo));
        Assert.True(attempts.Earlier[0].EndedAt < attempts.Earlier[1].EndedAt);
    }

    /// <summary>What is known to be given, and what may have been, and what comes now: all of it is what the customer may have.</summary>
    [Fact]
    public async Task AllTogether_CountsWhatIsKnownToBeGivenAsWell()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, first) = await PreparedAsync(desk, PaymentScenes.Plain, CardLegs.Whole, new Money(4_000, "USD"));
        (await desk.TryPermitAsync(agent, first)).Require();
        await desk.SendRoundAsync();
        var second = await desk.CardQuotedAsync(agent, "V-2026-000001", PaymentScenes.Plain.TradeNo, CardLegs.Whole, new Money(3_000, "USD"));
        (await desk.TryPermitAsync(agent, second)).Require();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.DropBefore());
        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromMinutes(10));
        (await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), second, UnknownDecision.NotSent)).Require();
        await desk.QuoteAsync(agent, second);

        Assert.Equal(new Money(10_000, "USD"), (await ReadAsync(desk, agent, second)).Attempts!.AllTogether);
    }

    private static async Task<CaseView> ReadAsync(Desk desk, Actor who, string number) =>
        (await desk.Use<ReadCase>().ExecuteAsync(who, number, CancellationToken.None)).Require();

    private static async Task<ApprovalView> ReadRequestAsync(Desk desk, Actor who, long request) =>
        (await desk.Use<ReadApproval>().ExecuteAsync(who, request, CancellationToken.None)).Require();

    private static async Task<(Actor Agent, string Number)> PreparedAsync(Desk desk, PaymentScene scene, Money total, Money? amount = null)
    {
        await desk.Staff.SetRuleAsync(freeUpTo: Limit);
        var agent = await desk.Staff.AgentAsync(Limit);
        return (agent, await desk.CardQuotedAsync(agent, await desk.SupplierAsync(), scene.TradeNo, total, amount));
    }

    /// <summary>Sent within the own limit, lost, decided "not there" by a supervisor, and quoted anew.</summary>
    private static async Task<(Actor Agent, string Number)> NotThereAsync(Desk desk)
    {
        var (agent, number) = await PreparedAsync(desk, PaymentScenes.LostReplyBefore, Paid);
        (await desk.TryPermitAsync(agent, number)).Require();
        await desk.SendRoundAsync();
        desk.Pass(TimeSpan.FromMinutes(10));
        (await desk.TryDecideUnknownAsync(await desk.Staff.SupervisorAsync(), number, UnknownDecision.NotSent)).Require();
        await desk.QuoteAsync(agent, number);
        return (agent, number);
    }
}
