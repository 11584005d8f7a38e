using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using BackOffice.Web.Components.Layout;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Web.Shell;

public sealed class TopBarTests : DeskScreen
{
    /// <summary>The browser's history is kept longer than anything else here, and on a shared computer.</summary>
    [Theory]
    [InlineData(" ZHAO/YI ", "orders", "ZHAO/YI")]
    [InlineData("yi.zhao@example.com", "orders", "yi.zhao@example.com")]
    [InlineData("V-2026-000123", "orders?q=V-2026-000123", "V-2026-000123")]
    public async Task Search_ForWhoSomebodyIs_LeavesNothingInTheAddress(string typed, string address, string goesAlong)
    {
        await using var desk = await Desk.StartAsync();
        var bar = Show(desk, await desk.Staff.AgentAsync());

        await bar.Find("#search").ChangeAsync(typed);
        await bar.Find("form").SubmitAsync();

        var navigation = Services.GetRequiredService<BunitNavigationManager>();
        var step = Assert.Single(navigation.History);
        Assert.Equal((address, goesAlong), (navigation.ToBaseRelativePath(navigation.Uri), step.Options.HistoryEntryState));
    }

    [Fact]
    public async Task Closing_OfASingleCase_IsSaidOfOne()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        await desk.QuotedAsync(agent, Scenes.ClosesInThreeMinutes);
        var bar = Show(desk, agent);

        Services.GetRequiredService<RailCounts>().Start();

        await bar.WaitForAssertionAsync(() => Assert.Equal("1 closes in under 15 min", bar.Find(".closing .chip-words").TextContent), TimeSpan.FromSeconds(10));
        // On a narrow screen it is all that is seen of the words, which stay the link's name.
        Assert.Equal(("1", "true"), (bar.Find(".closing .chip-number").TextContent, bar.Find(".closing .chip-number").GetAttribute("aria-hidden")));
    }

    private IRenderedComponent<TopBar> Show(Desk desk, Actor who)
    {
        Sit(desk, who, Role.Agent, typeof(ReadCounts));
        Services.AddSingleton<IRehearsal>(new NoRehearsal()).AddSingleton<CaseChanges>().AddScoped<LiveReadings>().AddScoped<RailCounts>();
        ComponentFactories.AddStub<PreferenceMenus>();
        ComponentFactories.AddStub<UserMenu>();
        return Render<TopBar>();
    }
}
