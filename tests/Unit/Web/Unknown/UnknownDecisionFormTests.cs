using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Unknown;
using Bunit;
using Unit.Testing;
using Unit.Web.Cases;
using Unit.Web.Shell;

namespace Unit.Web.Unknown;

/// <summary>What may be decided stands open; what may not says why before anybody has written a reason.</summary>
public sealed class UnknownDecisionFormTests : DeskScreen
{
    /// <summary>While AsiaBill has not answered about a number that a notice named, nobody may say that it is not there.</summary>
    [Fact]
    public async Task NotSent_WhileANumberIsNamed_IsClosedAndSaysWhy()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, CasesRefusals.NumberNamed.With("442011"));

        Assert.Equal([false, true, false], form.FindAll("input[type=radio]").Select(r => r.HasAttribute("disabled")));
        Assert.Contains("A notice of AsiaBill names 442011", form.Find(".why-not").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll(".not-yet"));
    }

    [Fact]
    public async Task NotSent_BeforeItsTime_SaysWhenAndNothingElse()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, CasesRefusals.StillAsking.With(Now.AddMinutes(10), 1, 3));

        Assert.Contains("Not before", form.Find(".not-yet").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll(".why-not"));
    }

    /// <summary>A reason that was begun on the case's page is there on this one, and ending it by hand is as loud on both.</summary>
    [Fact]
    public async Task Close_HereAndOnTheCase_IsAsLoud_AndItsReasonIsKeptUnderOneKey()
    {
        await using var desk = await Desk.StartAsync();
        var here = await ShowAsync(desk, CasesRefusals.NumberNamed.With("442011"));
        var there = Render<DecideUnknownForm>(p => p.Add(f => f.Of, ACase.Page(CaseState.OutcomeUnknown, Role.Supervisor)));

        here.FindAll("input[type=radio]")[2].Change("on");
        there.FindAll("input[type=radio]")[2].Change("on");

        Assert.Equal("decide:V-2026-000001", here.Find("draft-keeper").GetAttribute("key"));
        Assert.Equal("decide:V-2026-000001", there.Find("draft-keeper").GetAttribute("key"));
        Assert.NotNull(here.Find(".actions .is-main.is-danger"));
        Assert.NotNull(there.Find(".actions .is-main.is-danger"));
    }

    private async Task<IRenderedComponent<UnknownDecisionForm>> ShowAsync(Desk desk, Refusal whyNot)
    {
        Sit(desk, await desk.Staff.SupervisorAsync(), Role.Supervisor, typeof(DecideUnknown));
        var row = new UnknownRow(ACase.Row(CaseState.OutcomeUnknown) with { Kind = CaseKind.CardRefund }, [], whyNot);
        return Render<UnknownDecisionForm>(p => p.Add(f => f.Of, row).Add(f => f.MayDecide, true));
    }
}
