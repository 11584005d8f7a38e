using System.Globalization;
using System.Text.RegularExpressions;
using BackOffice.Core.Approvals;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Pages;

/// <summary><c>/approvals</c> and <c>/approvals/{id}</c>.</summary>
public sealed class ApprovalScreen(Person person, Desk desk)
{
    /// <summary>Of a card refund: what was tried before, beside what is to be approved.</summary>
    public ILocator Attempts => person.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Earlier attempts and this one" });

    /// <summary>Opens the newest request of a case.</summary>
    public async Task OpenAsync(string caseNumber)
    {
        var id = await desk.ReadAsync(db => db.Set<ApprovalRequest>()
            .Where(r => db.Set<BackOffice.Core.Cases.Case>().Any(c => c.Id == r.CaseId && c.Number == caseNumber)).MaxAsync(r => r.Id));
        await person.GoAsync("/approvals/" + id.ToString(CultureInfo.InvariantCulture));
        await Expect(person.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
    }

    public async Task ApproveAsync()
    {
        await person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Approve") }).ClickAsync();
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Checkbox).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^Approve") }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    }

    public async Task DeclineAsync(string reason)
    {
        await person.Button("Decline…").ClickAsync();
        await person.Page.GetByLabel("Why not? The agent reads this.").FillAsync(reason);
        await person.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameRegex = new Regex("^Decline (?!…)") }).ClickAsync();
    }
}
