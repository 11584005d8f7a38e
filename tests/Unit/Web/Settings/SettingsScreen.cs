using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Web.Features.Settings;
using Bunit;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Settings;

/// <summary>The whole page of the settings, with an administrator in front of it and colleagues who change the same settings.</summary>
public abstract class SettingsScreen : ScreenContext
{
    private protected async Task<IRenderedComponent<SettingsPage>> ShowAsync(Desk desk)
    {
        Services.Seat(
            desk, await desk.Staff.HireAsync([Role.Administrator]),
            typeof(ReadSettings), typeof(SaveDeskSettings), typeof(SaveCustomerPaid), typeof(SaveApprovalRule), typeof(RemoveApprovalRule), typeof(RegisterWebhook));
        var page = Render<SettingsPage>();
        await page.WaitForAssertionAsync(() => page.Find("#margin"), TimeSpan.FromSeconds(10));
        return page;
    }

    private protected static async Task<SettingsView> ReadAsync(Desk desk) =>
        (await desk.Use<ReadSettings>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), CancellationToken.None)).Require();

    private protected static async Task ColleagueAsync(Desk desk, SaveDeskSettingsInput input) =>
        (await desk.Use<SaveDeskSettings>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), input, CancellationToken.None)).Require();

    private protected static async Task ColleagueAsync(Desk desk, SaveApprovalRuleInput input) =>
        (await desk.Use<SaveApprovalRule>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), input, CancellationToken.None)).Require();

    private protected static async Task ColleagueAsync(Desk desk, SaveCustomerPaidInput input) =>
        (await desk.Use<SaveCustomerPaid>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), input, CancellationToken.None)).Require();
}
