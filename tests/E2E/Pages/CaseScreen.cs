using System.Text.RegularExpressions;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Pages;

/// <summary><c>/cases/{number}</c> with its steps.</summary>
public sealed class CaseScreen(Person person, string number)
{
    public string Number => number;

    public ILocator State => person.Page.Locator(".case-state");

    public ILocator Timeline => person.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Timeline" });

    public ILocator Clock => person.Page.Locator(".clock-panel");

    public ILocator Reason => person.Page.GetByLabel("Reason, for colleagues and the trail");

    public ILocator ConfirmDialog => person.Page.GetByRole(AriaRole.Dialog);

    /// <summary>What comes back beside the void or refund: to the agency, and to the customer's card.</summary>
    public ILocator Legs => person.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Two legs of the money" });

    /// <summary>Waits until the page of a new case is there.</summary>
    /// <param name="kind">The letter that its number begins with.</param>
    public static async Task<CaseScreen> ArriveAsync(Person person, char kind)
    {
        var address = new Regex($"/cases/(?<number>{kind}-[0-9-]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        await person.Page.WaitForURLAsync(address);
        var number = address.Match(person.Page.Url).Groups["number"].Value;
        await Expect(person.Page.Locator(".case-number")).ToHaveTextAsync(number);
        return new CaseScreen(person, number);
    }

    public Task OpenAsync(string? step = null) => person.GoAsync($"/cases/{number}" + (step is null ? "" : "?step=" + step));

    public Task StandsAtAsync(string word) => Expect(State).ToContainTextAsync(word);

    public async Task ToCheckAsync()
    {
        await person.Page.GetByRole(AriaRole.Navigation, new PageGetByRoleOptions { Name = "Steps" })
            .GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Check & ask" }).ClickAsync();
        await Expect(Reason).ToBeVisibleAsync();
    }

    public async Task AskForApprovalAsync(string reason = "The customer booked the wrong day")
    {
        await ToCheckAsync();
        await Reason.FillAsync(reason);
        await person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Ask for approval") }).ClickAsync();
        await StandsAtAsync("Waiting for approval");
    }

    /// <summary>Up to the last button: the dialog is open and ticked.</summary>
    public async Task<ILocator> ReadyToSendAsync(string reason = "The customer booked the wrong day")
    {
        await ToCheckAsync();
        await Reason.FillAsync(reason);
        await person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^(Send void of|Refund) ") }).ClickAsync();
        await ConfirmDialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        return ConfirmDialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^(Send void of|Refund) ") });
    }

    public async Task SendAsync() => await (await ReadyToSendAsync()).ClickAsync();
}
