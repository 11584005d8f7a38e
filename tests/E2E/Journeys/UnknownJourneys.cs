using System.Text.RegularExpressions;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>Lost replies, false notices, and a program that dies in the middle.</summary>
public sealed class UnknownJourneys : IAsyncLifetime
{
    private Desk desk = null!;
    private Person? agent;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }

        await desk.DisposeAsync();
    }

    [Fact]
    public async Task Reply_LostAfterAcceptance_IsFoundByAskingAndSentOnce()
    {
        var order = Scenes.LostReplyAfter.OrderNo;
        var page = await SentWithApprovalAsync(order);

        await page.StandsAtAsync("Atlas is working on it");
        await Expect(page.Timeline).ToContainTextAsync(desk.Partner.Voids(order)[0].VoidCode);
        Assert.Equal(1, desk.Partner.Count("void.do", order));
        Assert.Equal(1, desk.Partner.AcceptedVoids(order));
    }

    [Fact]
    public async Task Reply_LostBeforeProcessing_WaitsForASupervisor()
    {
        var order = Scenes.LostReplyBefore.OrderNo;
        var page = await SentWithApprovalAsync(order);

        // The plan of the questions runs by the desk's clock. It stands still between the moves, so that each count stays to be seen on a slow machine.
        desk.Clock.Freeze(desk.Clock.GetUtcNow());
        await page.StandsAtAsync("Outcome unknown");

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var seen = new CaseScreen(supervisor, page.Number);
        await seen.OpenAsync();
        var notSent = supervisor.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = new Regex("^Nothing was sent") });
        await Expect(notSent).ToBeDisabledAsync();

        // Every answer that nothing is there takes a question of its own, and the quiet period has to pass.
        await Expect(supervisor.Page.GetByText("1 of 3 clear answers")).ToBeVisibleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Expect(supervisor.Page.GetByText("2 of 3 clear answers")).ToBeVisibleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Expect(supervisor.Page.GetByText("3 of 3 clear answers")).ToBeVisibleAsync();
        await Expect(notSent).ToBeDisabledAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(10));

        await Expect(notSent).ToBeEnabledAsync();
        await notSent.CheckAsync();
        await supervisor.Page.GetByLabel("Reason", new() { Exact = true }).FillAsync("The portal shows no void for this order");
        await supervisor.Button("Decide that nothing was sent").ClickAsync();

        await page.StandsAtAsync("Open");
        Assert.Equal(1, desk.Partner.Count("void.do", order));
        Assert.Equal(0, desk.Partner.AcceptedVoids(order));
    }

    [Fact]
    public async Task Notice_ForgedAndRepeated_ChangesNothingWithoutAnAnswerOfThePartner()
    {
        var order = Scenes.StuckAtZero.OrderNo;
        var page = await SentWithApprovalAsync(order);
        await page.StandsAtAsync("Atlas is working on it");
        var code = desk.Partner.Voids(order)[0].VoidCode;
        var gate = new Gate();
        desk.Partner.Faults.Next("queryVoidOrders.do", new Fault.Hold(gate), order);

        Assert.Equal(200, await desk.Partner.Notices.SendForgedAsync(order, code, status: 2));
        Assert.Equal(200, await desk.Partner.Notices.SendForgedAsync(order, code, status: 2));
        await gate.Reached.WaitAsync(TimeSpan.FromSeconds(20));

        // The notices are in, and the answer to the question that they led to is held back.
        var told = await desk.ReadAsync(db => db.Set<BackOffice.Core.Cases.Case>().Where(c => c.OrderNo == order).Select(c => new { c.State, c.PartnerStatus }).SingleAsync());
        gate.Release();

        Assert.Equal((BackOffice.Core.Cases.CaseState.Following, 0), (told.State, told.PartnerStatus));
        Assert.Equal(2, await desk.ReadAsync(db => db.Set<BackOffice.Core.Webhooks.Notice>().Where(n => n.CaseId != null).MaxAsync(n => n.Times)));
    }

    private async Task<CaseScreen> SentWithApprovalAsync(string order)
    {
        agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.AskForApprovalAsync();
        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await approval.ApproveAsync();
        return page;
    }
}
