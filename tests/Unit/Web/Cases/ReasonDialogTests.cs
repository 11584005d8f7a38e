using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using Bunit;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

/// <summary>A button that cannot be pressed says why beside it; one that the reader's role never allows is not there.</summary>
public sealed class ReasonDialogTests : ScreenContext
{
    [Fact]
    public void Button_ThatMustWait_SaysWhyBesideIt()
    {
        var dialog = Show(CasesRefusals.NotOwner);

        var button = dialog.Find("button");
        Assert.True(button.HasAttribute("disabled"));
        Assert.NotEmpty(dialog.Find("#" + button.GetAttribute("aria-describedby")).TextContent);
    }

    [Fact]
    public void Button_OfAnotherRole_IsNotThere() =>
        Assert.Equal("", Show(AccessRefusals.NotAllowed.With(nameof(Permission.WorkCases))).Markup.Trim());

    [Fact]
    public void Box_OfAnOpenedDialog_HasTheFocus_AndTakesNoMoreThanAReason()
    {
        var dialog = Show(null);

        dialog.Find("button").Click();

        var box = dialog.Find("textarea");
        Assert.Equal(box.Id, Assert.Single(JSInterop.Invocations["desk.focus"]).Arguments[0]);
        Assert.Equal("500", box.GetAttribute("maxlength"));
    }

    private IRenderedComponent<ReasonDialog> Show(Refusal? whyNot) => Render<ReasonDialog>(p => p
        .Add(d => d.Label, "Withdraw case").Add(d => d.Title, "Withdraw?").Add(d => d.ConfirmLabel, "Withdraw").Add(d => d.DraftKey, "withdraw-V")
        .Add(d => d.Confirm, _ => Task.FromResult<Refusal?>(null)).Add(d => d.WhyNot, whyNot));
}
