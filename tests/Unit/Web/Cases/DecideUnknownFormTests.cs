using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>What may be decided stands open; what may not says why before anybody has written a reason.</summary>
public sealed class DecideUnknownFormTests : DeskScreen
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

        Assert.Contains("Not before 08:55", form.Find(".not-yet").TextContent, StringComparison.Ordinal);
        Assert.Contains("after 3 clear answers", form.Find(".not-yet").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll(".why-not"));
    }

    /// <summary>A notice named a number while somebody was writing their reason.</summary>
    [Fact]
    public async Task Choice_ThatIsNoLongerAllowed_IsDropped()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, whyNot: null);
        form.FindAll("input[type=radio]")[1].Change("on");
        var before = form.FindAll("textarea").Count;

        form.Render(p => p.Add(f => f.Choices, Choices(CasesRefusals.NumberNamed.With("442011"))));

        Assert.Equal((1, 0), (before, form.FindAll("textarea").Count));
        Assert.DoesNotContain(form.FindAll("input[type=radio]"), r => r.HasAttribute("checked"));
    }

    /// <summary>It would stand over the red button of the other.</summary>
    [Fact]
    public async Task Refusal_OfOneChoice_IsNotSaidOfAnother()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, whyNot: null);
        form.FindAll("input[type=radio]")[0].Change("on");
        await form.Find(".actions .is-main").ClickAsync(new MouseEventArgs());
        var before = form.FindAll("[role=alert]").Count;

        form.FindAll("input[type=radio]")[2].Change("on");

        Assert.Equal((1, 0), (before, form.FindAll("[role=alert]").Count));
    }

    /// <summary>
    /// A reason that was begun on the case's page is there on that of the unknown outcomes too; of a later unknown outcome of the same case it says
    /// nothing.
    /// </summary>
    [Fact]
    public async Task Close_IsLoud_AndItsReasonIsKeptForTheCase()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, CasesRefusals.NumberNamed.With("442011"));

        form.FindAll("input[type=radio]")[2].Change("on");

        Assert.Equal("decide:V-2026-000001:1788220800000", form.Find("draft-keeper").GetAttribute("key"));
        Assert.NotNull(form.Find(".actions .is-main.is-danger"));
    }

    /// <summary>An agent sees what a supervisor would choose between, and why it is not theirs.</summary>
    [Fact]
    public async Task Form_ForSomebodyWhoMayNotDecide_ShowsEverythingAndLetsNothingBeChosen()
    {
        await using var desk = await Desk.StartAsync();
        var form = await ShowAsync(desk, whyNot: null, mayDecide: false);

        form.FindAll("input[type=radio]")[0].Change("on");

        Assert.Contains("Only a supervisor decides here.", form.Find(".why-not").TextContent, StringComparison.Ordinal);
        Assert.Equal((3, true), (form.FindAll("input[type=radio]").Count, form.Find("fieldset").HasAttribute("disabled")));
        Assert.Empty(form.FindAll("textarea, button"));
    }

    private static IReadOnlyList<UnknownChoice> Choices(Refusal? whyNot) => [new(UnknownDecision.Sent, null), new(UnknownDecision.NotSent, whyNot), new(UnknownDecision.Close, null)];

    private async Task<IRenderedComponent<DecideUnknownForm>> ShowAsync(Desk desk, Refusal? whyNot, bool mayDecide = true)
    {
        Sit(desk, await desk.Staff.SupervisorAsync(), Role.Supervisor, typeof(DecideUnknown));
        var row = ACase.Row(CaseState.OutcomeUnknown) with { Kind = CaseKind.CardRefund, UnknownSince = DateTimeOffset.FromUnixTimeMilliseconds(1_788_220_800_000) };
        return Render<DecideUnknownForm>(p => p.Add(f => f.Of, row).Add(f => f.Choices, Choices(whyNot)).Add(f => f.MayDecide, mayDecide));
    }
}
