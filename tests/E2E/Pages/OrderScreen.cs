using System.Text.RegularExpressions;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Pages;

/// <summary><c>/orders</c> and <c>/orders/{orderNo}</c>.</summary>
public sealed partial class OrderScreen(Person person)
{
    public ILocator SearchBox => person.Page.GetByLabel("Find an order", new PageGetByLabelOptions { Exact = true });

    public ILocator Alert => person.Page.Locator(".order-results [role=alert]");

    public async Task SearchAsync(string text)
    {
        await SearchBox.FillAsync(text);
        await person.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Search" }).ClickAsync();
    }

    /// <summary>Starts a void from the order's page.</summary>
    /// <returns>The new case.</returns>
    public async Task<CaseScreen> StartVoidAsync(string orderNo, string reason = "Booked the wrong day")
    {
        await person.GoAsync("/orders/" + orderNo);
        await person.Page.GetByLabel("Why does the customer want it?").FillAsync(reason);
        await person.Button("Start void").ClickAsync();
        await person.Page.WaitForURLAsync(CaseAddress());
        await Expect(person.Page.Locator(".case-number")).ToBeVisibleAsync();
        return new CaseScreen(person, CaseAddress().Match(person.Page.Url).Groups["number"].Value);
    }

    [GeneratedRegex("/cases/(?<number>V-[0-9-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CaseAddress();
}
