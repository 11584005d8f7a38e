using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Sandbox;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Audit;

public sealed class AuditPageTests : DeskScreen
{
    /// <summary>The trail that was asked for last is the one that stands there, whichever comes first.</summary>
    [Fact]
    public async Task Page_LedOnWhileItReads_ShowsWhatWasAskedForLast()
    {
        await using var desk = await Desk.StartAsync();
        await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        var auditor = await desk.Staff.HireAsync([Role.Auditor]);
        var person = new HeldPerson(auditor, held: 1);
        Services.Seat(desk, auditor, typeof(ReadAudit), typeof(VerifyAudit));
        Services.AddSingleton<AuthenticationStateProvider>(person);
        var page = Render<BackOffice.Web.Features.Audit.AuditPage>();

        Services.GetRequiredService<NavigationManager>().NavigateTo("/audit?action=nothing.of-the-kind");
        page.Render(_ => { });
        await Renderer.Dispatcher.InvokeAsync(person.LetGo);

        Assert.Single(page.FindAll(".list-state.is-empty"));
        Assert.Empty(page.FindAll("tbody tr"));
    }

    /// <summary>Whoever looks after the house reads the trail, and no case: a link would only lead to a page that says so.</summary>
    [Theory]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.Administrator, false)]
    public async Task Case_OnALine_IsALinkForThoseWhoMayOpenIt(Role role, bool isLink)
    {
        await using var desk = await Desk.StartAsync();
        var number = await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);

        var subject = (await ShowAsync(desk, role)).Find(".audit-subject");

        Assert.Equal((number, isLink), (subject.TextContent.Trim(), subject.QuerySelector("a") is not null));
    }

    /// <summary>What is only in a tooltip cannot be read by keyboard, nor by touch; and nobody knows a colleague by an id.</summary>
    [Fact]
    public async Task Detail_OfALine_IsShownWhole_AndWithTheNamesOfPeople()
    {
        await using var desk = await Desk.StartAsync();
        var permit = await desk.PermitAsync(await desk.SentAsync(Scenes.PlainDeposit));

        var page = await ShowAsync(desk, Role.Auditor);

        var sent = page.FindAll(".audit-facts").Select(facts => facts.TextContent).Single(facts => facts.Contains("requestedBy", StringComparison.Ordinal));
        Assert.Contains("attempt " + permit.Id, sent, StringComparison.Ordinal);
        Assert.Contains("body " + permit.BodyHash, sent, StringComparison.Ordinal);
        Assert.Contains("requestedBy " + permit.RequestedByName, sent, StringComparison.Ordinal);
    }

    /// <summary>Behind a break nothing is known of the end, and nothing is said of it.</summary>
    [Fact]
    public async Task Check_OfATrailThatBreaksBeforeTheAnchor_DoesNotCallItsEndCutOff()
    {
        await using var desk = await Desk.StartAsync();
        await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        await using (var db = desk.Database.Open())
        {
            await db.Set<AuditEntry>().Where(e => e.Sequence == 1).ExecuteUpdateAsync(s => s.SetProperty(e => e.Detail, """{"made":"up"}"""));
        }

        var page = await ShowAsync(desk, Role.Auditor);
        page.Find("#anchor").Change("70 " + new string('a', 64));
        await page.Find(".trail-check button").ClickAsync(new MouseEventArgs());

        Assert.Equal(
            ["The chain breaks at line 1: it does not follow from the 0 lines before it.", "The chain breaks before or at your anchor, line 70: the anchor could not be checked."],
            page.FindAll(".trail-check .notice-text").Select(sentence => sentence.TextContent));
    }

    /// <summary>Two people compare what they read there: the zone is named, and the order of two lines within a minute shows.</summary>
    [Fact]
    public async Task Time_OfALine_NamesItsZoneAndItsSecond()
    {
        await using var desk = await Desk.StartAsync();
        desk.Pass(TimeSpan.FromSeconds(7));
        await desk.OpenAsync(await desk.Staff.AgentAsync(), Scenes.PlainDeposit);
        Sit(desk, await desk.Staff.HireAsync([Role.Auditor]), Role.Auditor, typeof(ReadAudit), typeof(VerifyAudit));
        Services.GetRequiredService<BrowserTime>().Learn("Asia/Seoul");

        var page = Render<BackOffice.Web.Features.Audit.AuditPage>();

        Assert.All(page.FindAll("tbody .time"), time => Assert.Contains("12:00:07 Seoul", time.TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(page.FindAll("tbody .time"));
    }

    private async Task<IRenderedComponent<BackOffice.Web.Features.Audit.AuditPage>> ShowAsync(Desk desk, Role role)
    {
        Sit(desk, await desk.Staff.HireAsync([role]), role, typeof(ReadAudit), typeof(VerifyAudit));
        return Render<BackOffice.Web.Features.Audit.AuditPage>();
    }
}
