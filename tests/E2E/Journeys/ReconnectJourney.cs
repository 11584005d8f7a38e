using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

public sealed class ReconnectJourney
{
    /// <summary>Blazor's script marks the dialog by classes. Whoever does not see it has to hear that it says something else now.</summary>
    [Fact]
    public async Task Connection_ThatIsGone_GivesTheDialogItsNameAndIsSaid()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.GoAsync("/");
        // The page loads itself anew as soon as the desk answers.
        await agent.Page.RouteAsync("**/health/live", route => route.AbortAsync());
        var curtain = agent.Page.Locator("#components-reconnect-modal");
        var said = curtain.GetByRole(AriaRole.Status).GetByRole(AriaRole.Heading);

        await curtain.EvaluateAsync("dialog => dialog.classList.add('components-reconnect-show')");
        await Expect(Named("Connecting again…")).ToBeVisibleAsync();
        await Expect(said).ToHaveCountAsync(0);
        await curtain.EvaluateAsync("dialog => dialog.classList.replace('components-reconnect-show', 'components-reconnect-failed')");

        await Expect(Named("The connection is gone")).ToBeVisibleAsync();
        await Expect(said).ToHaveTextAsync("The connection is gone");

        ILocator Named(string name) => agent.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = name });
    }
}
