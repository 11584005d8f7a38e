using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using Unit.Testing;

namespace Unit.Dispatch;

/// <summary>What the sender checks right before the call, and what it makes of each answer.</summary>
public sealed class SendOnceTests
{
    private static readonly string Order = Scenes.PlainDeposit.OrderNo;

    /// <summary>After the approval and before the call somebody's right to have said so may go.</summary>
    [Theory]
    [InlineData("approver disabled")]
    [InlineData("approver no longer a supervisor")]
    [InlineData("approver's limit lowered")]
    [InlineData("requester disabled")]
    [InlineData("requester no longer an agent")]
    [InlineData("two needed from now on")]
    public async Task Send_WhenAuthorityIsGone_DoesNotLeave(string loss)
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        await desk.ApproveAsync(supervisor, await desk.AskAsync(agent, number));
        await (loss switch
        {
            "approver disabled" => desk.Staff.DisableAsync(supervisor),
            "approver no longer a supervisor" => desk.Staff.TakeRoleAsync(supervisor, Role.Supervisor),
            "approver's limit lowered" => desk.Staff.LimitApprovalsAsync(supervisor, new Money(100, "USD")),
            "requester disabled" => desk.Staff.DisableAsync(agent),
            "requester no longer an agent" => desk.Staff.TakeRoleAsync(agent, Role.Agent),
            _ => desk.Staff.SetRuleAsync(new Money(0, "USD"), new Money(10_000, "USD")),
        });

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CaseState.Quoted, "case.authority-gone");
    }

    [Theory]
    [InlineData("limit lowered")]
    [InlineData("limit taken")]
    [InlineData("rule lowered")]
    [InlineData("disabled")]
    [InlineData("no longer an agent")]
    public async Task Send_WithinTheOwnLimit_WhenTheLimitIsGone_DoesNotLeave(string loss)
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.SetRuleAsync(new Money(50_000, "USD"));
        var agent = await desk.Staff.AgentAsync(new Money(50_000, "USD"));
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        (await desk.TryPermitAsync(agent, number)).Require();
        await (loss switch
        {
            "limit lowered" => desk.Staff.LimitSendingAsync(agent, new Money(100, "USD")),
            "limit taken" => desk.Staff.LimitSendingAsync(agent, null),
            "rule lowered" => desk.Staff.SetRuleAsync(new Money(100, "USD")),
            "disabled" => desk.Staff.DisableAsync(agent),
            _ => desk.Staff.TakeRoleAsync(agent, Role.Agent),
        });

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CaseState.Quoted, "case.authority-gone");
    }

    /// <summary>The approval was for other figures: a fresh quote before the call shows it, and the new figures are on the case.</summary>
    [Fact]
    public async Task Send_WhenTheFiguresMoved_StopsWithTheNewOnes()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var approved = (await desk.PermitAsync(number)).Fingerprint;
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.UnknownEnums(), Order);

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CaseState.Quoted, "case.figures-changed");
        Assert.NotEqual(approved, (await desk.CaseAsync(number)).Fingerprint);
    }

    [Theory]
    [InlineData(816, "void.already-submitted")]
    [InlineData(817, "void.refund-exists")]
    [InlineData(818, "void.refund-claim-exists")]
    [InlineData(822, "void.window-closed")]
    [InlineData(843, "void.airline-not-covered")]
    public async Task Send_WhenTheFreshQuoteSaysNo_StopsByItsName(int code, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Code(code), Order);

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CaseState.Open, refusal);
    }

    /// <summary>Two minutes before the deadline nothing is sent any more, and nothing is asked either.</summary>
    [Fact]
    public async Task Send_PastTheLastSafeMoment_StopsWithoutAWord()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.ClosesInThreeMinutes);
        var asked = desk.Partner.Count("voidQuotation.do");
        desk.Pass(TimeSpan.FromSeconds(61));

        await desk.SendRoundAsync();

        await AssertStoppedAsync(desk, number, CaseState.Open, "case.too-late");
        Assert.Equal(asked, desk.Partner.Count("voidQuotation.do"));
    }

    /// <summary>While the fresh quote is under way the window closes: the check inside the claim sees it.</summary>
    [Fact]
    public async Task Send_WhenTheWindowClosesDuringTheQuote_DoesNotLeave()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.ClosesInThreeMinutes);
        var gate = new Gate();
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Hold(gate, AfterProcessing: true));
        var round = desk.SendRoundAsync();
        await gate.Reached.WithinAsync();
        desk.Pass(TimeSpan.FromSeconds(61));
        gate.Release();

        await round;

        Assert.Equal((0, "case.too-late"), (desk.Partner.Count("void.do"), (await desk.CaseAsync(number)).LastRefusal));
    }

    [Fact]
    public async Task Send_WhenThePartnerCannotBeAsked_WaitsForTheNextRound()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Garbled(), Order);

        await desk.SendRoundAsync();
        var waiting = await desk.StateAsync(number);
        await desk.SendRoundAsync();

        Assert.Equal((CaseState.Queued, CaseState.Following, 1), (waiting, await desk.StateAsync(number), desk.Partner.Count("void.do", Order)));
    }

    /// <summary>What left is what was stored before it left, byte for byte, with the newest offer.</summary>
    [Fact]
    public async Task Send_CarriesTheStoredBytes()
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        var planned = (await desk.PermitAsync(number)).Body;

        await desk.SendRoundAsync();

        var sent = Assert.Single(desk.Partner.Calls, c => c.Path == "void.do").Body;
        var permit = await desk.PermitAsync(number);
        Assert.Equal((permit.Body, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(sent)))), (sent, permit.BodyHash));
        Assert.NotEqual(planned, sent);
    }

    [Theory]
    [InlineData(805, "void.offer-expired")]
    [InlineData(808, "void.fare-not-voidable")]
    [InlineData(820, "void.ticket-used")]
    [InlineData(822, "void.window-closed")]
    [InlineData(841, "void.payment-not-supported")]
    [InlineData(843, "void.airline-not-covered")]
    public async Task Send_RefusedForSure_OpensTheCaseAgain(int code, string refusal)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("void.do", new Fault.Code(code), Order);

        await desk.SendRoundAsync();

        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((CaseState.Open, refusal, AttemptState.Refused, refusal), (found.State, found.LastRefusal, permit.State, permit.OutcomeReason));
        Assert.Null(found.Fingerprint);
    }

    /// <summary>A refused send is used up: the next one needs a fresh quote and a fresh yes.</summary>
    [Fact]
    public async Task Send_AfterARefusal_NeedsANewDecision()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QueuedAsync(Scenes.PlainDeposit);
        desk.Partner.Faults.Next("void.do", new Fault.Code(805), Order);
        await desk.SendRoundAsync();
        await desk.SendRoundAsync();
        var between = desk.Partner.Count("void.do", Order);

        await desk.QuoteAsync(agent, number);
        await desk.ApproveAsync(await desk.Staff.SupervisorAsync(), await desk.AskAsync(agent, number));
        await desk.SendRoundAsync();

        Assert.Equal((1, 2, CaseState.Following), (between, desk.Partner.Count("void.do", Order), await desk.StateAsync(number)));
        Assert.Equal([AttemptState.Refused, AttemptState.Accepted], (await desk.PermitsAsync(number)).Select(p => p.State));
    }

    /// <summary>One bad permit does not keep the others waiting.</summary>
    [Fact]
    public async Task Round_WithSeveralPermits_SendsEachOnce()
    {
        await using var desk = await Desk.StartAsync();
        await desk.QueuedAsync(Scenes.PlainDeposit);
        await desk.QueuedAsync(Scenes.Vcc);
        await desk.QueuedAsync(Scenes.DeadlineGiven);
        desk.Partner.Faults.Next("voidQuotation.do", new Fault.Garbled(), Scenes.Vcc.OrderNo);

        await desk.SendRoundAsync();

        Assert.Equal(
            [1, 0, 1],
            new[] { Scenes.PlainDeposit, Scenes.Vcc, Scenes.DeadlineGiven }.Select(s => desk.Partner.Count("void.do", s.OrderNo)));
    }

    private static async Task AssertStoppedAsync(Desk desk, string number, CaseState state, string refusal)
    {
        var (found, permit) = (await desk.CaseAsync(number), await desk.PermitAsync(number));
        Assert.Equal((state, refusal), (found.State, found.LastRefusal));
        Assert.Equal((AttemptState.Cancelled, refusal), (permit.State, permit.OutcomeReason));
        Assert.Equal(0, desk.Partner.Count("void.do"));
    }
}
