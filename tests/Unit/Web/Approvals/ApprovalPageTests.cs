using BackOffice.Core.Access;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Quoting;
using BackOffice.Core.Recovery;
using BackOffice.Sandbox;
using BackOffice.Web.Features.Approvals;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Approvals;

public sealed class ApprovalPageTests : DeskScreen
{
    [Fact]
    public async Task Page_WhileARecoveryRuns_HoldsTheLastYes_AndLeavesTheNo()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        Sit(
            desk, await desk.Staff.SupervisorAsync(), Role.Supervisor, typeof(ReadApproval), typeof(Decide), typeof(QuoteCase), typeof(CaseChanges), typeof(CaseWatchers),
            typeof(RecoveryWatch));
        Services.AddSingleton<TimeProvider>(desk.Clock);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        Services.AddScoped<LiveReadings>();
        var page = Render<ApprovalPage>(p => p.Add(a => a.Id, request));
        var before = page.Find(".decision button.is-main").HasAttribute("disabled");

        desk.Use<RecoveryWatch>().Show(new RecoveryView("restored", Desk.Start, Desk.Start, null, null, 1, 0, 0, 0));

        await page.WaitForAssertionAsync(() => Assert.True(page.Find(".decision button.is-main").HasAttribute("disabled")));
        Assert.Equal((false, false), (before, page.Find(".decision button.is-danger").HasAttribute("disabled")));

        // The page also reads once more after it was entered: only the end of the recovery cannot be seen by that.
        desk.Use<RecoveryWatch>().Show(null);

        await page.WaitForAssertionAsync(() => Assert.False(page.Find(".decision button.is-main").HasAttribute("disabled")));
    }
}
