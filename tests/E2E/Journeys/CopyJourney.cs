using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

public sealed class CopyJourney
{
    /// <summary>
    /// By plain http under a host's name a browser has no clipboard to offer, and an open dialog leaves everything outside it dead. The old way has to work
    /// inside the dialog, and a password that was not copied is not called copied.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Copy_InADialogWithoutAClipboard_IsSaidThereIfItHappened(bool isTaken)
    {
        await using var desk = await Desk.OpenAsync();
        await using var administrator = await Person.SignInAsync(desk.Address, Cast.Administrator);
        await administrator.Page.AddInitScriptAsync(
            "Object.defineProperty(Navigator.prototype, 'clipboard', { value: undefined, configurable: true });"
            + "document.execCommand = () => { const field = document.activeElement;"
            + "window.selected = String(field.value ?? '').slice(field.selectionStart, field.selectionEnd); return " + (isTaken ? "true" : "false") + "; };");
        await administrator.GoAsync("/staff");
        await administrator.Page.GetByRole(AriaRole.Row).Filter(new LocatorFilterOptions { HasText = Cast.OtherAgent })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Change" }).ClickAsync();
        await administrator.Button("Make a new password").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog, new PageGetByRoleOptions { Name = "Make a new password for" })
            .GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Make a new password" }).ClickAsync();
        var dialog = administrator.Page.GetByRole(AriaRole.Dialog);
        var chip = dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Copy initial password" });
        var password = await chip.GetAttributeAsync("data-copy");

        await chip.ClickAsync();

        Assert.Equal(password, await administrator.Page.EvaluateAsync<string>("() => window.selected"));
        await Expect(chip).ToBeFocusedAsync();
        if (isTaken)
        {
            await Expect(dialog.GetByRole(AriaRole.Status).Filter(new LocatorFilterOptions { HasText = "Copied: " + password })).ToHaveCountAsync(1);
        }
        else
        {
            Assert.Null(await chip.GetAttributeAsync("data-done"));
        }
    }
}
