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

public sealed class AuditPageTests : ScreenContext
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
}
