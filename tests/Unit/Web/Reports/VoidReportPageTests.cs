using BackOffice.Core.Export;
using BackOffice.Core.Recovery;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Reports;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Reports;

public sealed class VoidReportPageTests : ScreenContext
{
    /// <summary>What cannot be read is the newer choice too: the report of the one before must not take its place.</summary>
    [Fact]
    public async Task Page_LedToAnUnreadableAddressWhileItReads_KeepsSayingSo()
    {
        await using var desk = await Desk.StartAsync();
        var supervisor = await desk.Staff.SupervisorAsync();
        // It asks first whether names may be shown, then who reads.
        var person = new HeldPerson(supervisor, held: 2);
        Services.Seat(desk, supervisor, typeof(ReadVoidReport));
        Services.AddSingleton<AuthenticationStateProvider>(person);
        var page = Render<VoidReportPage>();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/reports/voids?zone=Nowhere");
        page.Render(_ => { });
        var before = page.FindAll(".notice").Count;
        await Renderer.Dispatcher.InvokeAsync(person.LetGo);

        Assert.Equal((1, 1), (before, page.FindAll(".notice").Count));
    }

    /// <summary>In September the days of a January are still those of winter.</summary>
    [Fact]
    public async Task Zone_OfAPeriodBeforeTheClocksWereSet_IsThatOfThePeriod()
    {
        Speak("zh-Hans");
        await using var desk = await Desk.StartAsync();
        Services.Seat(desk, await desk.Staff.SupervisorAsync(), typeof(ReadVoidReport), typeof(RecoveryWatch));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/reports/voids?from=2026-01-10&to=2026-01-11&zone=Europe%2FParis");

        var page = Render<VoidReportPage>();

        await page.WaitForAssertionAsync(() => Assert.Contains("UTC+1 ", page.Find(".lead").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
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

        Services.Seat(desk, await desk.Staff.SupervisorAsync(), typeof(ReadVoidReport), typeof(RecoveryWatch));
        var page = Render<VoidReportPage>();

        await page.WaitForAssertionAsync(() => Assert.Equal(expected, page.Find(".page-head .count").GetAttribute("aria-label")), TimeSpan.FromSeconds(10));
    }
}
