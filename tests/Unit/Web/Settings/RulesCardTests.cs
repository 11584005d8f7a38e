using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Settings;
using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Unit.Testing;

namespace Unit.Web.Settings;

/// <summary>A rule that a colleague changed under the list that is on the screen.</summary>
public sealed class RulesCardTests : SettingsScreen
{
    private const string Change = "button[aria-label='Change the rule for USD']";
    private const string Cancel = "footer .button:not(.is-main)";

    [Fact]
    public async Task Rule_ChangedMeanwhile_IsRefusedOnce_AndOpensWithTheNewSumThen()
    {
        await using var desk = await Desk.StartAsync();
        await ColleagueAsync(desk, new SaveApprovalRuleInput("USD", 100m, null, null));
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, new SaveApprovalRuleInput("USD", 200m, null, 1));

        await ClickAsync(page, Change);
        await SaveAsync(page, "300");
        var refusal = page.Find("dialog [role=alert]").TextContent;
        await ClickAsync(page, Cancel);
        await ClickAsync(page, Change);
        var free = page.Find("#rule-free").GetAttribute("value");
        await SaveAsync(page, "300");

        Assert.Contains("A colleague changed this a moment ago.", refusal, StringComparison.Ordinal);
        Assert.Equal("200.00", free);
        Assert.Empty(page.FindAll("dialog"));
        Assert.Equal(new Money(30_000, "USD"), Assert.Single((await ReadAsync(desk)).Rules).FreeUpTo);
    }

    [Fact]
    public async Task Rule_AddedMeanwhile_IsInTheListAfterTheRefusal()
    {
        await using var desk = await Desk.StartAsync();
        var page = await ShowAsync(desk);
        await ColleagueAsync(desk, new SaveApprovalRuleInput("USD", 200m, null, null));

        await ClickAsync(page, "[data-key=n]");
        await page.Find("#rule-currency").InputAsync("USD");
        await SaveAsync(page, "300");

        Assert.Contains("There is a rule for USD already.", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find(Change));
    }

    [Fact]
    public async Task Rule_RemovedMeanwhile_IsGoneFromTheListAfterTheRefusal()
    {
        await using var desk = await Desk.StartAsync();
        await ColleagueAsync(desk, new SaveApprovalRuleInput("USD", 100m, null, null));
        var page = await ShowAsync(desk);
        (await desk.Use<RemoveApprovalRule>().ExecuteAsync(await desk.Staff.HireAsync([Role.Administrator]), "USD", 1, CancellationToken.None)).Require();

        await ClickAsync(page, Change);
        await SaveAsync(page, "300");

        Assert.Contains("There is no rule for USD any more.", page.Find("dialog [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(Change));
    }

    private static Task ClickAsync(IRenderedComponent<SettingsPage> page, string button) => page.Find(button).ClickAsync(new MouseEventArgs());

    private static async Task SaveAsync(IRenderedComponent<SettingsPage> page, string free)
    {
        await page.Find("#rule-free").InputAsync(free);
        await ClickAsync(page, "footer .is-main");
    }
}
