using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Payments;
using BackOffice.Core.Quoting;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>The steps of a card refund as they are drawn.</summary>
public sealed class CardPanelsTests : DeskScreen
{
    private static readonly CardWish Card = new("2026083011000000000001", new Money(20_000, "USD"), new DateOnly(2026, 8, 30), new Money(15_000, "USD"));

    [Fact]
    public async Task CardQuotePanel_AfterANoOfAsiaBill_NamesItsCodeAsAsiaBills()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(QuoteCase));

        var panel = Render<CardQuotePanel>(p => p.Add(c => c.Of, Page(CaseState.Open)));

        Assert.Contains("AsiaBill code L0001", panel.Find(".notice").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CardByHandPanel_WhoseLookUpIsRefused_NamesTheCodeAsAsiaBills()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(RecordCardRefund), typeof(WithdrawRequest), typeof(DecideUnknown));

        var panel = Render<CardByHandPanel>(p => p.Add(c => c.Of, Page(CaseState.Queued)));

        Assert.Contains(panel.FindComponents<RefusalBox>(), b => b.Instance.IsOfCards);
    }

    private static CardPresenter Page(CaseState state)
    {
        var row = ACase.Row(state) with { Kind = CaseKind.CardRefund, IsByHand = state == CaseState.Queued };
        return new CardPresenter(new CasePresenter(ACase.View(row) with { Card = Card, LastRefusal = PaymentsRefusals.PartnerAccount.Name, LastRefusalCode = "L0001" }));
    }
}
