using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Cases;

public sealed class CaseListPageTests : DeskScreen
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Row_OfACaseThatChanges_IsTheNewestByItself()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var page = Show(desk, agent, Role.Agent);
        var before = page.Find("tbody tr").TextContent;

        await desk.QuoteAsync(agent, number);

        await page.WaitForAssertionAsync(() => Assert.NotEqual(before, page.Find("tbody tr").TextContent), Patience);
        Assert.Empty(page.FindAll(".moved"));
    }

    /// <summary>Somebody is about to click on a row.</summary>
    [Fact]
    public async Task Row_OfANewCase_MovesNoOtherUntilItIsAskedFor()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var older = await desk.OpenAsync(agent, Scenes.PlainDeposit);
        var page = Show(desk, agent, Role.Agent);

        var newer = await desk.OpenAsync(agent, Scenes.Vcc);
        await page.WaitForAssertionAsync(() => page.Find(".moved"), Patience);
        var before = Numbers(page);
        await page.Find(".moved button").ClickAsync(new MouseEventArgs());

        Assert.Equal([older], before);
        Assert.Equal([newer, older], Numbers(page));
        Assert.Empty(page.FindAll(".moved"));
    }

    [Theory]
    [InlineData(1, "1 case")]
    [InlineData(2, "2 cases")]
    public async Task Count_ForReaders_IsSaidInWords(int cases, string expected)
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        foreach (var scene in new[] { Scenes.PlainDeposit, Scenes.Vcc }.Take(cases))
        {
            await desk.OpenAsync(agent, scene);
        }

        Assert.Equal(expected, Show(desk, agent, Role.Agent).Find("header .count").GetAttribute("aria-label"));
    }

    /// <summary>Whoever only reads has no orders to look up, and is not sent there.</summary>
    [Theory]
    [InlineData(Role.Agent, 1)]
    [InlineData(Role.Auditor, 0)]
    public async Task List_WithoutACase_LeadsToOrdersWhoeverMayLookThemUp(Role role, int links)
    {
        await using var desk = await Desk.StartAsync();

        var page = Show(desk, await desk.Staff.HireAsync([role]), role);

        Assert.Equal(links, page.Find(".list-state.is-empty").QuerySelectorAll("a").Length);
    }

    /// <summary>An address that somebody wrote by hand or kept from before.</summary>
    [Theory]
    [InlineData("/cases?text=Anna%20Sample&mine=1", "/cases?mine=1")]
    [InlineData("/cases?text=V-2026&mine=1", "/cases?text=V-2026&mine=1")]
    public async Task Address_WithAName_IsReplaced(string given, string expected)
    {
        await using var desk = await Desk.StartAsync();

        Show(desk, await desk.Staff.AgentAsync(), Role.Agent, given);

        Assert.Equal(expected, new Uri(Services.GetRequiredService<NavigationManager>().Uri).PathAndQuery);
    }

    private static IReadOnlyList<string> Numbers(IRenderedComponent<CaseListPage> page) => [.. page.FindAll("tbody .row-link").Select(link => link.TextContent)];

    private IRenderedComponent<CaseListPage> Show(Desk desk, Actor who, Role role, string address = CaseUrls.List)
    {
        Sit(desk, who, role, typeof(ListCases), typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<CaseListPage>();
    }
}
