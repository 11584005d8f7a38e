using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Sandbox;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
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

    private async Task<IRenderedComponent<BackOffice.Web.Features.Audit.AuditPage>> ShowAsync(Desk desk, Role role)
    {
        Sit(desk, await desk.Staff.HireAsync([role]), role, typeof(ReadAudit), typeof(VerifyAudit));
        return Render<BackOffice.Web.Features.Audit.AuditPage>();
    }
}
