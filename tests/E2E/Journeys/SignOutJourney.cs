using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>A supervisor at an agent's machine, with two tabs open; and at a machine of their own.</summary>
public sealed class SignOutJourney
{
    [Fact]
    public async Task SignOut_InOneTab_EndsTheOtherAndLeavesOtherMachinesAlone()
    {
        await using var desk = await Desk.OpenAsync();
        await using var there = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await there.GoAsync("/approvals");
        await using var here = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await here.GoAsync("/");
        var other = await here.Page.Context.NewPageAsync();
        other.PageError += (_, fault) => here.Complaints.Enqueue(fault);
        await other.GotoAsync(new Uri(desk.Address, "/approvals").ToString());
        await other.WaitForSelectorAsync("body[data-interactive]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

        await here.Button("Signed in as").ClickAsync();
        await here.Button("Sign out").ClickAsync();

        // The tab in which it was pressed hears of it too: whichever way it goes, it ends there.
        await Expect(here.Page.GetByText("Your other pages in this browser have ended too.")).ToBeVisibleAsync();
        await Expect(other.GetByText("Your other pages in this browser have ended too.")).ToBeVisibleAsync();
        await there.Button("Signed in as").ClickAsync();
        await Expect(there.Button("Sign out")).ToBeVisibleAsync();
        Assert.EndsWith("/approvals", there.Page.Url, StringComparison.Ordinal);
    }
}
