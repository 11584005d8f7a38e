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
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;
using Unit.Web.Shell;

namespace Unit.Web.Approvals;

public sealed class ApprovalPageTests : DeskScreen
{
    private static readonly Type[] UseCases = [typeof(ReadApproval), typeof(Decide), typeof(QuoteCase), typeof(CaseChanges), typeof(CaseWatchers), typeof(RecoveryWatch)];

    [Fact]
    public async Task Page_WhileARecoveryRuns_HoldsTheLastYes_AndLeavesTheNo()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        Decides(desk, await desk.Staff.SupervisorAsync());
        var page = Render<ApprovalPage>(p => p.Add(a => a.Id, request));
        var before = page.Find(".decision button.is-main").HasAttribute("disabled");

        desk.Use<RecoveryWatch>().Show(new RecoveryView("restored", Desk.Start, Desk.Start, null, null, 1, 0, 0, 0));

        await page.WaitForAssertionAsync(() => Assert.True(page.Find(".decision button.is-main").HasAttribute("disabled")));
        Assert.Equal((false, false), (before, page.Find(".decision button.is-danger").HasAttribute("disabled")));

        // The page also reads once more after it was entered: only the end of the recovery cannot be seen by that.
        desk.Use<RecoveryWatch>().Show(null);

        await page.WaitForAssertionAsync(() => Assert.False(page.Find(".decision button.is-main").HasAttribute("disabled")));
    }

    [Fact]
    public async Task No_WithoutAReason_IsRefusedBesideItsButton()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var request = await desk.AskAsync(agent, await desk.QuotedAsync(agent, Scenes.PlainDeposit));
        Decides(desk, await desk.Staff.SupervisorAsync());
        var page = Render<ApprovalPage>(p => p.Add(a => a.Id, request));

        await page.Find(".decision button.is-danger").ClickAsync(new MouseEventArgs());
        await page.Find(".decision button.is-main.is-danger").ClickAsync(new MouseEventArgs());

        Assert.Equal("The reason is missing.", page.Find(".decision .notice-text").TextContent);
    }

    /// <summary>Whoever is gone before the request was read must not stay there for the colleagues as a name that looks at it.</summary>
    [Fact]
    public async Task Page_LeftWhileItIsBeingRead_LeavesNobodyLooking()
    {
        await using var desk = await Desk.StartAsync();
        var (agent, supervisor) = (await desk.Staff.AgentAsync(), await desk.Staff.SupervisorAsync());
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var caseId = (await desk.CaseAsync(number)).Id;
        var person = new HeldPerson(supervisor, held: 1);
        Services.Seat(desk, supervisor, UseCases);
        Services.AddSingleton<AuthenticationStateProvider>(person);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        Services.AddScoped<LiveReadings>();
        Render<ApprovalPage>(p => p.Add(a => a.Id, request));

        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(person.LetGo);

        Assert.Empty(desk.Use<CaseWatchers>().Others(caseId, agent.Id));
    }

    [Fact]
    public async Task Page_Left_IsNobodyWhoLooks()
    {
        await using var desk = await Desk.StartAsync();
        var agent = await desk.Staff.AgentAsync();
        var number = await desk.QuotedAsync(agent, Scenes.PlainDeposit);
        var request = await desk.AskAsync(agent, number);
        var caseId = (await desk.CaseAsync(number)).Id;
        Decides(desk, await desk.Staff.SupervisorAsync());
        var page = Render<ApprovalPage>(p => p.Add(a => a.Id, request));
        await page.WaitForAssertionAsync(() => Assert.Single(desk.Use<CaseWatchers>().Others(caseId, agent.Id)));

        await DisposeComponentsAsync();

        Assert.Empty(desk.Use<CaseWatchers>().Others(caseId, agent.Id));
    }

    private void Decides(Desk desk, Actor who)
    {
        Sit(desk, who, Role.Supervisor, UseCases);
        Services.AddSingleton<TimeProvider>(desk.Clock);
        Services.AddSingleton<IRehearsal>(new NoRehearsal());
        Services.AddScoped<LiveReadings>();
    }
}
