using BackOffice.Core.Access;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Features.Unknown;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Unknown;

/// <summary>Somebody decides here while windows close.</summary>
public sealed class UnknownPageTests : DeskScreen
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Card_WhoseWindowIsOpen_CountsByTheMarginOfTheDesk()
    {
        await using var desk = await Desk.StartAsync();
        await desk.SentAsync(Scenes.LostReplyBefore);

        var page = Show(desk, await desk.Staff.SupervisorAsync());

        await page.WaitForAssertionAsync(() => Assert.Equal("120000", page.Find(".unknown-window time-left").GetAttribute("margin")), Patience);
    }

    /// <summary>A supervisor writes in the card whose window closes: it must not go away from under the hand.</summary>
    [Fact]
    public async Task Cards_WhenAWindowCloses_StayWhereTheyAre()
    {
        await using var desk = await Desk.StartAsync();
        var later = await desk.SentAsync(Scenes.LostReplyBefore);
        desk.Pass(TimeSpan.FromSeconds(10));
        desk.Partner.Faults.Next("void.do", new Fault.DropBefore(), Scenes.ClosesInThreeMinutes.OrderNo);
        var soon = await desk.SentAsync(Scenes.ClosesInThreeMinutes);
        var closing = (await desk.CaseAsync(soon)).Id;
        var page = Show(desk, await desk.Staff.SupervisorAsync());
        await page.WaitForAssertionAsync(() => Assert.Equal((2, 2), (page.FindAll("article").Count, page.FindAll(".unknown-window").Count)), Patience);
        var before = Numbers(page);
        desk.Pass(TimeSpan.FromMinutes(4));

        desk.Use<CaseChanges>().Notify([closing]);

        await page.WaitForAssertionAsync(() => Assert.Single(page.FindAll(".unknown-window")), Patience);
        Assert.Equal([soon, later], before);
        Assert.Equal([soon, later], Numbers(page));
    }

    /// <summary>Five are shown at first.</summary>
    [Theory]
    [InlineData(6, "Show 1 earlier question")]
    [InlineData(7, "Show 2 earlier questions")]
    public async Task Questions_ThatAreFolded_AreCounted(int asked, string expected)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.SentAsync(Scenes.LostReplyBefore);
        while ((await desk.CaseAsync(number)).Asks < asked)
        {
            await desk.ReconcileForAsync(TimeSpan.FromSeconds(15));
        }

        var page = Show(desk, await desk.Staff.SupervisorAsync());

        await page.WaitForAssertionAsync(() => Assert.Equal(expected, page.Find(".tries + .link-button").TextContent), Patience);
    }

    private static IReadOnlyList<string?> Numbers(IRenderedComponent<UnknownPage> page) => [.. page.FindAll("article").Select(card => card.GetAttribute("id"))];

    private IRenderedComponent<UnknownPage> Show(Desk desk, Actor who)
    {
        Sit(desk, who, Role.Supervisor, typeof(ReadUnknown), typeof(AskPartnerNow), typeof(DecideUnknown), typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        return Render<UnknownPage>();
    }
}
