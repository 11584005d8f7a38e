using System.Text.RegularExpressions;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Pages;

/// <summary><c>/orders</c> and <c>/orders/{orderNo}</c>.</summary>
public sealed class OrderScreen(Person person)
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
        return await CaseScreen.ArriveAsync(person, 'V');
    }

    /// <summary>The order with the form for a refund unfolded: everybody is chosen.</summary>
    public async Task OpenRefundFormAsync(string orderNo)
    {
        await person.GoAsync("/orders/" + orderNo + "?refund=1");
        await Expect(StartRefundButton).ToBeVisibleAsync();
    }

    public ILocator StartRefundButton => person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Start refund of") });

    /// <summary>The box of one passenger in the form for a refund.</summary>
    public ILocator Passenger(string name) => person.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { NameRegex = new Regex(name) });

    /// <summary>Starts a refund of whoever is chosen in the unfolded form.</summary>
    /// <returns>The new case.</returns>
    public async Task<CaseScreen> StartRefundAsync(string reason = "Cannot travel")
    {
        await person.Page.GetByLabel("Why does the customer want the refund?").FillAsync(reason);
        await StartRefundButton.ClickAsync();
        return await CaseScreen.ArriveAsync(person, 'R');
    }
}
