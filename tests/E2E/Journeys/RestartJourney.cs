using System.Text.RegularExpressions;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>The program dies while a void is on its way, and is started again on the same database.</summary>
public sealed class RestartJourney
{
    private const string AgentEmail = "ana@desk.example";
    private const string AgentPassword = "An-agents-password-1!";

    [Fact]
    public async Task Program_KilledInTheMiddleOfSending_FindsTheVoidAgainAndSendsNoSecond()
    {
        var clock = new MovableClock();
        using var partner = new AtlasStandIn(clock);
        await using var play = SandboxApp.Build(partner, clock, "http://127.0.0.1:0");
        await play.StartAsync();
        using var temporary = new TemporaryFolder("backoffice-kill-");
        var folder = temporary.Path;
        var order = Scenes.PlainDeposit.OrderNo;
        var gate = new Gate();
        partner.Faults.Next("void.do", new Fault.Hold(gate, AfterProcessing: true), order);

        string number;
        await using (var desk = await StartAsync(folder, play, partner))
        {
            await MakeAgentAsync(folder);
            number = await SendAsync(desk, order);
            await gate.Reached.WaitAsync(TimeSpan.FromSeconds(30));
            await desk.KillAsync();
        }

        gate.Release();
        await using (var again = await StartAsync(folder, play, partner))
        {
            await using var agent = await Person.SignInAsync(again.Address, AgentEmail, AgentPassword);
            var page = new CaseScreen(agent, number);
            await page.OpenAsync();

            // Sooner than any lease ends: the start itself knows that the call's process is dead.
            await Expect(page.State).ToContainTextAsync(new Regex("is working on it"));
            await Expect(page.Timeline).ToContainTextAsync(partner.Voids(order)[0].VoidCode);
        }

        Assert.Equal(1, partner.Count("void.do", order));
        Assert.Equal(1, partner.AcceptedVoids(order));
    }

    private static Task<DeskProcess> StartAsync(string folder, Microsoft.AspNetCore.Builder.WebApplication play, AtlasStandIn partner) =>
        DeskProcess.StartAsync(folder, SandboxApp.AddressOf(play), partner.Options.ClientId, partner.Options.ClientSecret);

    private static async Task<string> SendAsync(DeskProcess desk, string order)
    {
        await using var agent = await Person.SignInAsync(desk.Address, AgentEmail, AgentPassword);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.SendAsync();
        await page.StandsAtAsync("Being sent");
        return page.Number;
    }

    /// <summary>An agent with a limit of their own, and the rule that lets it count: what an administrator would have set up.</summary>
    private static async Task MakeAgentAsync(string folder)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, "Data Source=" + Path.Combine(folder, "desk.db"));
        await using var db = new BackOfficeDb(options.Options);
        var agent = new StaffUser
        {
            Id = Guid.CreateVersion7(), UserName = AgentEmail, NormalizedUserName = AgentEmail.ToUpperInvariant(), Email = AgentEmail,
            NormalizedEmail = AgentEmail.ToUpperInvariant(), EmailConfirmed = true, DisplayName = "Ana", SecurityStamp = Guid.NewGuid().ToString("N"),
            SendLimit = new Money(500_00, "USD"), LockoutEnabled = true,
        };
        agent.PasswordHash = new PasswordHasher<StaffUser>().HashPassword(agent, AgentPassword);
        db.Add(agent);
        db.Add(new IdentityUserRole<Guid> { UserId = agent.Id, RoleId = Roles.IdOf(Role.Agent) });
        db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = 500_00 });
        await db.SaveChangesAsync();
    }
}
