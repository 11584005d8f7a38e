using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>An agent's day: voids that go as they should.</summary>
public sealed class VoidJourneys : IAsyncLifetime
{
    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Void_WithApproval_IsSentOnceAndFollowedToRefunded()
    {
        var order = Scenes.TwoPassengersAndBag.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.StandsAtAsync("Quoted");
        await page.AskForApprovalAsync();

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await approval.ApproveAsync();

        // The agent's open page follows by itself: nobody reloads.
        await page.StandsAtAsync("Atlas is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await page.StandsAtAsync("The airline is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(12));
        await page.StandsAtAsync("Refunded");

        Assert.Equal(1, desk.Partner.Count("void.do", order));
        Assert.Equal(1, desk.Partner.AcceptedVoids(order));
    }

    [Fact]
    public async Task Void_WithinTheOwnLimit_NeedsNobodyElse()
    {
        var order = Scenes.ClosesByDeparture.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.SendAsync();

        await page.StandsAtAsync("Atlas is working on it");
        Assert.Equal(1, desk.Partner.Count("void.do", order));
    }

    [Fact]
    public async Task Void_Declined_SendsNothingAndSaysWhy()
    {
        var order = Scenes.PlainDeposit.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.AskForApprovalAsync();

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await approval.DeclineAsync("The fare allows a free change of date");

        await page.StandsAtAsync("Quoted");
        await Expect(page.Timeline).ToContainTextAsync("The fare allows a free change of date");
        Assert.Equal(0, desk.Partner.Count("void.do", order));
    }

    [Fact]
    public async Task Window_ClosingWhileThePageIsOpen_EndsTheRequestAndStopsTheSend()
    {
        var order = Scenes.ClosesInThreeMinutes.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await page.AskForApprovalAsync();

        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await page.StandsAtAsync("Quoted");
        await Expect(page.Clock).ToContainTextAsync("too late", new() { IgnoreCase = true });

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await new ApprovalScreen(supervisor, desk).OpenAsync(page.Number);
        await Expect(supervisor.Page.GetByText("The window closed before anybody decided")).ToBeVisibleAsync();
        Assert.Equal(0, desk.Partner.Count("void.do", order));
    }

    [Fact]
    public async Task Send_DoubleClickAndTwoBrowsersAtOnce_ReachesThePartnerOnce()
    {
        var order = Scenes.ClosesByDeparture.OrderNo;
        await using var first = await Person.SignInAsync(desk.Address, Cast.Agent);
        await using var second = await Person.SignInAsync(desk.Address, Cast.OtherAgent);
        var page = await new OrderScreen(first).StartVoidAsync(order);
        var same = new CaseScreen(second, page.Number);
        await same.OpenAsync();
        var one = await (await page.ReadyToSendAsync()).ElementHandleAsync();
        var other = await (await same.ReadyToSendAsync("The same customer called me too")).ElementHandleAsync();

        // Pressed without waiting for anything: whoever is second may find that the button is gone from the page already.
        await Task.WhenAll(one.EvaluateAsync("button => { button.click(); button.click(); }"), other.EvaluateAsync("button => button.click()"));

        await page.StandsAtAsync("Atlas is working on it");
        await same.StandsAtAsync("Atlas is working on it");
        Assert.Equal(1, desk.Partner.Count("void.do", order));
        Assert.Equal(1, await desk.ReadAsync(db => db.Set<BackOffice.Core.Ledger.Attempt>().CountAsync(a => a.OrderNo == order)));
    }

    [Fact]
    public async Task Case_SecondForTheSameOrder_LeadsToTheFirst()
    {
        var order = Scenes.Vcc.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(order);
        await agent.GoAsync("/orders/" + order);

        await Expect(agent.Link(page.Number).First).ToBeVisibleAsync();
        await Expect(agent.Button("Start void")).ToBeDisabledAsync();
        Assert.Equal(1, await desk.ReadAsync(db => db.Set<Case>().CountAsync(c => c.OrderNo == order)));
    }
}
