using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Reconciliation;
using BackOffice.Web.Features.Line;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Line;

public sealed class LinePageTests : DeskScreen
{
    /// <summary>Whoever may not look orders up has no search box for the key to lead to.</summary>
    [Theory]
    [InlineData(Role.Agent, "/", true)]
    [InlineData(Role.Agent, "/?scope=mine", true)]
    [InlineData(Role.Auditor, "/", false)]
    [InlineData(Role.Auditor, "/?scope=mine", false)]
    public async Task Line_WithoutACase_SpeaksOfTheSearchToWhoeverHasIt(Role role, string address, bool isSpokenOf)
    {
        await using var desk = await Desk.StartAsync();
        Sit(
            desk, await desk.Staff.HireAsync([role]), role, typeof(ReadLine), typeof(ReadApprovalQueue), typeof(ReadUnknown), typeof(TakeCase), typeof(CaseWatchers), typeof(CaseChanges));
        Services.AddSingleton<TimeProvider>(desk.Clock).AddSingleton<IRehearsal>(new NoRehearsal()).AddScoped<LiveReadings>();
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        var text = Render<LinePage>().Find(".list-state.is-empty .quiet").TextContent;

        Assert.Equal(isSpokenOf, text.Contains("Ctrl K", StringComparison.Ordinal));
        // A text that is missing would be drawn as its key.
        Assert.DoesNotContain("Empty.", text, StringComparison.Ordinal);
    }
}
