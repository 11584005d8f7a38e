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
    }
}
