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

    /// <summary>Nobody looks in again and again whether it is time.</summary>
    [Theory]
    [InlineData(Role.Agent, 0)]
    [InlineData(Role.Supervisor, 1)]
    public async Task CardUnknownPanel_WithinTheQuietPeriod_SaysWhenAPersonMayDecide(Role role, int forms)
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.HireAsync([role]), role, typeof(AskPartnerNow), typeof(DecideUnknown));

        var panel = Render<CardUnknownPanel>(p => p.Add(c => c.Of, Page(CaseState.OutcomeUnknown, role)));

        Assert.Contains(panel.FindAll("p"), p => p.TextContent.Contains("a supervisor decides so, not before 1 Sep 03:09", StringComparison.Ordinal));
        Assert.Equal(forms, panel.FindAll(".not-yet").Count(words => words.TextContent.Contains("Not before 1 Sep 03:09", StringComparison.Ordinal)));
    }

    /// <summary>While AsiaBill is being asked about a number, no moment makes a decision due.</summary>
    [Fact]
    public async Task CardUnknownPanel_WhileANumberIsNamed_PromisesNoMoment()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(AskPartnerNow), typeof(DecideUnknown));
        var row = ACase.Row(CaseState.OutcomeUnknown) with { Kind = CaseKind.CardRefund, HintedRef = "442011" };
        var of = new CardPresenter(new CasePresenter(ACase.View(row) with { Card = Card }));

        var panel = Render<CardUnknownPanel>(p => p.Add(c => c.Of, of));

        Assert.Contains("A notice named the number 442011", panel.Find(".notice").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("not before", panel.Markup, StringComparison.Ordinal);
    }

    /// <summary>Looking a number up at AsiaBill takes a while, and a refused one is corrected, not typed anew.</summary>
    [Fact]
    public async Task CardByHandPanel_WhoseNumberIsRefused_LeavesItInTheTab()
    {
        await using var desk = await Desk.StartAsync();
        Sit(desk, await desk.Staff.AgentAsync(), Role.Agent, typeof(RecordCardRefund), typeof(WithdrawRequest), typeof(DecideUnknown));
        var panel = Render<CardByHandPanel>(p => p.Add(c => c.Of, Page(CaseState.Queued)));

        panel.Find("#batch-no").Change("not a number");
        await panel.Find("form").SubmitAsync();

        Assert.Equal("batch-no:V-2026-000001", panel.Find("draft-keeper:has([data-kept=number])").GetAttribute("key"));
        Assert.NotNull(panel.Find("[role=alert]"));
        Assert.Empty(JSInterop.Invocations["desk.forgetDraft"]);
    }

    private static CardPresenter Page(CaseState state, Role role = Role.Agent)
    {
        var row = ACase.Row(state) with { Kind = CaseKind.CardRefund, IsByHand = state == CaseState.Queued };
        return new CardPresenter(new CasePresenter(ACase.View(row, role) with { Card = Card, LastRefusal = PaymentsRefusals.PartnerAccount.Name, LastRefusalCode = "L0001" }));
    }
}
