using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
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

    [Theory]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Cash, "Done: the money is back on the deposit.")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Voucher, "Done: the airline gave a voucher, and no money came back.")]
    [InlineData(CaseState.Refunded, PaymentMethod.Deposit, RefundMethod.Other, "Done, as Atlas says. It does not say where the money went")]
    [InlineData(CaseState.Refunded, PaymentMethod.MerchantOfRecord, RefundMethod.Cash, "Done: the airline gives the money back to the customer's own card.")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.MerchantOfRecord, null, "Done: the airline gives the money back to the customer's own card.")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.OwnAirlineAccount, RefundMethod.Cash, "Done: the money is back on our account at the airline.")]
    [InlineData(CaseState.CompletedOnCard, PaymentMethod.VirtualCard, RefundMethod.Cash, "Done: compare the card's statement.")]
    public async Task Next_OfADoneCase_SaysWhereTheMoneyWent(CaseState state, PaymentMethod payment, RefundMethod? method, string said)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(ACase.Row(state) with { Payment = payment, Method = method }))));

        Assert.StartsWith(said, panel.Find(".next-step").TextContent, StringComparison.Ordinal);
    }

    /// <summary>A card refund's order was paid in some way as well: that is not what its own end is told by.</summary>
    [Fact]
    public async Task Next_OfADoneCardRefund_IsTheCustomersCard()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(TakeCase), typeof(WithdrawCase));
        var row = ACase.Row(CaseState.Refunded) with { Kind = CaseKind.CardRefund, Payment = PaymentMethod.OwnAirlineAccount };

        var panel = Render<PeoplePanel>(p => p.Add(a => a.Of, new CasePresenter(ACase.View(row))));

        Assert.StartsWith("Done: the money is on the customer’s card.", panel.Find(".next-step").TextContent, StringComparison.Ordinal);
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
