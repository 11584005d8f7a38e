using BackOffice.Core.Export;
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
}
