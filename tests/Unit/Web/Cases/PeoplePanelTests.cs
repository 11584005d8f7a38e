using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>What the panel says is to come next.</summary>
public sealed class PeoplePanelTests : DeskScreen
{
    public static TheoryData<string, string> Noes => new()
    {
        { RecoveryRefusals.CalledOff.Name, "It may have been sent before the database was put back" },
        { RecoveryRefusals.CardMaybePaid.Name, "It may have been sent before the database was put back" },
        { RecoveryRefusals.RefundMaybeSent.Name, "It may have been sent before the database was put back" },
        { RestoreGate.SeenEarly.Name, "It may have been sent before the database was put back" },
        { CasesRefusals.FiguresChanged.Name, "It was stopped here, and nothing was sent" },
    };

    /// <summary>After a restore nobody here knows that nothing was sent, and nobody is told so.</summary>
    [Theory]
    [MemberData(nameof(Noes))]
    public async Task Next_OfAnOpenCase_SaysThatNothingWasSentOnlyWhereThatIsKnown(string no, string said)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(CaseState.Open) with { LastRefusal = no })));

        Assert.StartsWith(said, panel.Find(".next-step").TextContent, StringComparison.Ordinal);
    }

    /// <summary>What is next is not a press on a button that is held.</summary>
    [Fact]
    public async Task Next_OfASendThatARecoveryHolds_SaysThatItWaits()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(CaseState.Quoted), isRecovering: true)));

        Assert.Contains("sending waits until the bar at the top has gone", panel.Find(".next-step").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Whoever withdraws it must not be told that nothing was sent, before or after.</summary>
    [Theory]
    [InlineData("recovery.called-off", "It may have been sent before the database was put back;")]
    [InlineData(null, "Nothing was sent to Atlas.")]
    public async Task Withdraw_OfACaseInDoubt_DoesNotSayThatNothingWasSent(string? no, string said)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));
        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(CaseState.Open) with { LastRefusal = no })));

        await panel.Find(".panel-foot button").ClickAsync(new());

        Assert.StartsWith(said, panel.Find(".dialog-body p").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_OfAWithdrawnCase_ClaimsNothingAboutWhatWasSent()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(CaseState.Withdrawn))));

        Assert.Equal("Closed here. A new case can be opened.", panel.Find(".next-step").TextContent);
    }

    /// <summary>An agent is refused a case whose owner still works here: that is nothing to be pressed at first sight.</summary>
    [Theory]
    [InlineData(Role.Agent, true)]
    [InlineData(Role.Supervisor, false)]
    public async Task Take_OfAColleaguesCase_IsQuietWithoutTheRightToTakeOver(Role role, bool isQuiet)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), role, typeof(TakeCase), typeof(WithdrawCase));
        var theirs = ACase.View(ACase.Row(CaseState.Open) with { OwnerId = ACase.Colleague, OwnerName = "Ben" }, role);

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(theirs)));

        Assert.Equal(isQuiet, panel.Find(".owner button").ClassList.Contains("is-quiet"));
    }

    /// <summary>It left the house and AsiaBill answered: that is no stop of our own.</summary>
    [Fact]
    public async Task Next_OfACardRefundThatAsiaBillRefused_SaysWhoSaidNo()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));
        var view = ACase.View(ACase.Row(CaseState.Open) with { Kind = CaseKind.CardRefund }) with { LastRefusal = PaymentsRefusals.PartnerAccount.Name, LastRefusalCode = "L0001" };

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(view)));

        Assert.StartsWith("AsiaBill said no.", panel.Find(".next-step").TextContent, StringComparison.Ordinal);
    }
}
