using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

public sealed class KeyboardJourney
{
    /// <summary>From look-up to a sent void without a mouse: only keys reach the page.</summary>
    [Fact]
    public async Task Void_ByKeyboardAlone_IsSent()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.GoAsync("/");
        var keys = agent.Page.Keyboard;

        await keys.PressAsync("Control+k");
        await keys.TypeAsync(Scenes.ClosesByDeparture.OrderNo);
        await keys.PressAsync("Enter");
        await agent.Page.WaitForURLAsync("**/orders/" + Scenes.ClosesByDeparture.OrderNo);
        await TabToAsync(agent, "textarea");
        await keys.TypeAsync("Booked the wrong day");
        await TabToAsync(agent, "button:has-text('Start void')");
        await keys.PressAsync("Enter");
        await agent.Page.WaitForURLAsync("**/cases/V-*");
        await Expect(agent.Page.Locator(".case-state")).ToContainTextAsync("Quoted");
        await TabToAsync(agent, ".steps a[href*='step=check']");
        await keys.PressAsync("Enter");
        await Expect(agent.Page.GetByLabel("Reason, for colleagues and the trail")).ToBeVisibleAsync();
        await TabToAsync(agent, ".wizard textarea");
        await keys.TypeAsync("The customer booked the wrong day");
        await TabToAsync(agent, ".wizard button:has-text('Send void of')");
        await keys.PressAsync("Enter");
        await Expect(agent.Page.GetByRole(AriaRole.Checkbox)).ToBeFocusedAsync();
        await keys.PressAsync("Space");
        await TabToAsync(agent, "dialog footer button.is-main");
        await keys.PressAsync("Enter");

        await Expect(agent.Page.Locator(".case-state")).ToContainTextAsync("Atlas is working on it");
        Assert.Equal(1, desk.Partner.Count("void.do", Scenes.ClosesByDeparture.OrderNo));
    }

    /// <summary>A button that goes away with its act takes nobody back to the top of the page.</summary>
    [Fact]
    public async Task Focus_OfAButtonThatGoesAway_StaysNearIt()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await new OrderScreen(agent).StartVoidAsync(Scenes.ClosesByDeparture.OrderNo);
        var panel = agent.Page.Locator("section:focus, section:focus-within").Filter(new LocatorFilterOptions { HasText = "Promised to the customer" });

        await agent.Button("Promise a day").FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(agent.Button("Cancel")).ToBeVisibleAsync();
        await Expect(panel).ToHaveCountAsync(1);
        await agent.Button("Cancel").FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(agent.Button("Promise a day")).ToBeVisibleAsync();
        await Expect(panel).ToHaveCountAsync(1);
    }

    /// <summary>The first stop of every page leads past the bar and the rail, also where the address names a place in the page.</summary>
    [Theory]
    [InlineData("/cases")]
    [InlineData("/unknown#V-2026-000001")]
    public async Task SkipLink_Pressed_LeadsIntoThePage(string path)
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.GoAsync(path);
        await Expect(agent.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();

        await agent.Link("Skip to the page").FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");

        await Expect(agent.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        Assert.EndsWith(path, agent.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SkipLink_AtSignIn_KeepsWhatIsTypedAndWhereItLeads()
    {
        await using var desk = await Desk.OpenAsync();
        await using var stranger = await Person.ArriveAsync(desk.Address);
        await stranger.Page.GotoAsync(new Uri(desk.Address, "/cases?mine=1").ToString());
        var asked = stranger.Page.Url;
        await stranger.Page.GetByLabel("E-mail").FillAsync(Cast.Agent);

        await stranger.Link("Skip to the page").FocusAsync();
        await stranger.Page.Keyboard.PressAsync("Enter");

        await Expect(stranger.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
        await Expect(stranger.Page.GetByLabel("E-mail")).ToHaveValueAsync(Cast.Agent);
        Assert.Contains("returnUrl=", asked, StringComparison.Ordinal);
        Assert.StartsWith(asked, stranger.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Whoever speaks sends letters that are no commands.</summary>
    [Fact]
    public async Task SingleKeys_SwitchedOff_DoNothing()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.GoAsync("/");
        var keys = agent.Page.GetByRole(AriaRole.Dialog);

        await agent.Page.Keyboard.PressAsync("?");
        await agent.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Single keys" }).UncheckAsync();
        await agent.Page.Keyboard.PressAsync("Escape");
        await Expect(keys).ToBeHiddenAsync();
        await agent.Page.Keyboard.PressAsync("?");
        await agent.Page.Keyboard.PressAsync("Control+k");

        await Expect(agent.Page.Locator("#search")).ToBeFocusedAsync();
        await Expect(keys).ToBeHiddenAsync();
        await agent.GoAsync("/");
        await agent.Button("Keyboard").ClickAsync();
        await Expect(agent.Page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "Single keys" })).Not.ToBeCheckedAsync();
    }

    /// <summary>On a narrow screen the rail is a menu over the page: it is left as everything else that is open.</summary>
    [Fact]
    public async Task Menu_Opened_IsLeftWithEscape_BackToItsButton()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.Page.SetViewportSizeAsync(320, 640);
        await agent.GoAsync("/");
        var (menu, rail) = (agent.Page.Locator(".menu-button"), agent.Page.Locator("#rail"));

        await menu.FocusAsync();
        await agent.Page.Keyboard.PressAsync("Enter");
        await Expect(rail).ToBeVisibleAsync();
        await rail.GetByRole(AriaRole.Link).First.FocusAsync();
        await agent.Page.Keyboard.PressAsync("Escape");

        await Expect(rail).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
    }

    private static async Task TabToAsync(Person person, string selector)
    {
        var target = person.Page.Locator(selector).First;
        await Expect(target).ToBeVisibleAsync();
        for (var presses = 0; presses < 80; presses++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }

            await person.Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail("The keyboard does not reach " + selector);
    }
}
