using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Reconciliation;

/// <summary>A number was named for what a closed card refund left in doubt, and AsiaBill never confirms it: nobody could end the question, and it holds the whole payment.</summary>
public sealed class UnansweredNumberTests
{
    private const string Strange = "99999999";

    private static readonly Money Paid = new(9_620, "USD");
    private static readonly Money Part = new(4_000, "USD");
    private static readonly string Payment = PaymentScenes.LostReplyBefore.TradeNo;

    [Fact]
    public async Task Number_OfAClosedCase_ThatAsiaBillDoesNotKnow_IsDroppedAfterAWhileAndLeavesADoubt()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await ClosedAndNamedAsync(desk, agent, supervisor);
        var next = await desk.CardQuotedAsync(agent, "V-2026-000001", Payment, Paid, Part);
        var request = await desk.AskAsync(agent, next);

        var held = await desk.TryDecideAsync(supervisor, request, isYes: true);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(5));
        var before = await desk.PermitAsync(number);
        await desk.ReconcileForAsync(TimeSpan.FromMinutes(5));

        var after = await desk.PermitAsync(number);
        Assert.Equal((CasesRefusals.NumberNamed.Name, Strange, 5), (held.Refusal?.Name, before.NamedRef, before.Denials));
        Assert.Equal((null, null, null), (after.NamedRef, after.AskAt, (await desk.CaseAsync(number)).HintedRef));
        var earlier = Assert.Single((await desk.Use<ReadCase>().ExecuteAsync(agent, next, CancellationToken.None)).Require().Attempts!.Earlier);
        Assert.Equal((number + "-1", null), (earlier.TrackNo, earlier.BatchNo));
        Assert.Equal(ApprovalState.Approved, await desk.ApproveAsync(supervisor, request));
    }

    /// <summary>Silence after two such answers is no third one.</summary>
    [Fact]
    public async Task Number_OfAClosedCase_OfWhichAsiaBillSaysNothingMore_IsKept()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ClosedAndNamedAsync(desk, await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        await desk.ReconcileAsync();
        desk.Pass(TimeSpan.FromSeconds(31));
        await desk.ReconcileAsync();
        var denied = (await desk.PermitAsync(number)).Denials;
        desk.Cards.Faults.Next(AsiaBillStandIn.LookUpPath, new Fault.Garbled());

        desk.Pass(TimeSpan.FromMinutes(2));
        await desk.ReconcileAsync();

        Assert.Equal((2, Strange), (denied, (await desk.PermitAsync(number)).NamedRef));
    }

    /// <summary>AsiaBill refused it, a notice names a number for it, and the questions are refused because of our signature: that is no second no.</summary>
    [Fact]
    public async Task Number_OfWhatWasRefused_WhileAsiaBillComplainsAboutUs_IsKept()
    {
        await using var desk = await Desk.StartAsync();
        desk.Cards.Faults.Next(AsiaBillStandIn.RefundPath, new Fault.Code(0, AfterProcessing: true) { Word = "P0002" });
        var number = await desk.CardSentAsync(PaymentScenes.Plain);
        await desk.TellAsync(PaymentScenes.Plain.TradeNo, number + "-1");
        desk.Cards.Options = desk.Cards.Options with { SignKey = "another-sign-key" };

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var permit = await desk.PermitAsync(number);
        Assert.Equal((Assert.Single(desk.Cards.RefundsOf(PaymentScenes.Plain.TradeNo)).BatchNo, true), (permit.NamedRef, permit.Asks > 2));
    }

    /// <summary>A complaint about our own signature says nothing of the number: it is asked about on.</summary>
    [Fact]
    public async Task Number_OfAClosedCase_WhileAsiaBillComplainsAboutUs_IsKept()
    {
        await using var desk = await Desk.StartAsync();
        var number = await ClosedAndNamedAsync(desk, await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        desk.Cards.Options = desk.Cards.Options with { SignKey = "another-sign-key" };

        await desk.ReconcileForAsync(TimeSpan.FromMinutes(15));

        var permit = await desk.PermitAsync(number);
        Assert.Equal((Strange, 0, true), (permit.NamedRef, permit.Denials, permit.Asks > 6));
    }

    /// <summary>Lost, decided "not there", withdrawn; and only then a notice names a number for it.</summary>
    private static async Task<string> ClosedAndNamedAsync(Desk desk, Actor agent, Actor supervisor)
    {
        var number = await desk.CardSentAsync(PaymentScenes.LostReplyBefore, Part, Paid);
        await desk.NotThereAsync(supervisor, number);
        (await desk.Use<WithdrawCase>().ExecuteAsync(agent, new WithdrawCaseInput(number, "Another way was found."), CancellationToken.None)).Require();
        await desk.TellOfAsync(Strange, number + "-1");
        return number;
    }
}
