using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Web.Features.Settings;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class RuleDialogTests : ScreenContext
{
    [Theory]
    [InlineData("US", "100", "200", "rule-currency")]
    [InlineData("USD", "1,00", "200", "rule-free")]
    [InlineData("USD", "100", "200.001", "rule-second")]
    [InlineData("USD", "100", "50", "rule-second")]
    public async Task Dialog_WithWhatCannotBe_MarksThatFieldAlone(string currency, string free, string second, string field)
    {
        await using var desk = await Desk.StartAsync();
        Services.Seat(desk, await desk.Staff.HireAsync([Role.Administrator]), typeof(SaveApprovalRule));
        var dialog = Render<RuleDialog>();

        dialog.Find("#rule-currency").Input(currency);
        dialog.Find("#rule-free").Input(free);
        dialog.Find("#rule-second").Input(second);
        await dialog.Find("footer .is-main").ClickAsync(new MouseEventArgs());

        Assert.Equal([field], dialog.FindAll("[aria-invalid=true]").Select(f => f.Id));
        Assert.Empty(JSInterop.Invocations["desk.forgetDraft"]);
    }

    /// <summary>What was typed about a rule as it was then is no change of the rule as it is now.</summary>
    [Fact]
    public async Task Dialog_OfARule_KeepsWhatIsTypedOverItsVersion_AndDropsItWhenItIsThrownAway()
    {
        await using var desk = await Desk.StartAsync();
        Services.Seat(desk, await desk.Staff.HireAsync([Role.Administrator]), typeof(SaveApprovalRule));
        var dialog = Render<RuleDialog>(p => p.Add(d => d.Rule, new ApprovalRule { Currency = "USD", FreeUpToMinor = 10_000, Version = 3 }));
        var keeper = dialog.Find("draft-keeper:has([data-kept=free]):has([data-kept=second])");
        var (key, over) = (keeper.GetAttribute("key"), keeper.GetAttribute("over"));

        await dialog.Find("footer .button:not(.is-main)").ClickAsync(new MouseEventArgs());

        Assert.Equal(("rule:USD", "3"), (key, over));
        Assert.Equal("rule:USD", Assert.Single(JSInterop.Invocations["desk.forgetDraft"]).Arguments[0]);
    }
}
