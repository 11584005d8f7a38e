using System.Text.RegularExpressions;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using E2E.Pages;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>The customer's leg: a card payment given back after a void has ended, judged by what AsiaBill received.</summary>
public sealed class CardRefundJourneys : IAsyncDisposable
{
    private const string Paid = "Paid to the customer's card";
    private Desk? desk;
    private Person? agent;

    public async ValueTask DisposeAsync()
    {
        if (agent is not null)
        {
            await agent.DisposeAsync();
        }

        if (desk is not null)
        {
            await desk.DisposeAsync();
        }
    }

    [Fact]
    public async Task CardRefund_AfterAConfirmedVoid_IsSentOnceAndClosesBothLegs()
    {
        var payment = PaymentScenes.Plain.TradeNo;
        desk = await Desk.OpenAsync();
        var page = await ApprovedAsync(payment, "200.00");

        await page.StandsAtAsync("AsiaBill is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await page.StandsAtAsync(Paid);
        await Expect(page.Legs).ToContainTextAsync("Both closed");
        await Expect(page.Legs).ToContainTextAsync(desk.Cards.RefundsOf(payment)[0].BatchNo);

        Assert.Equal((1, 1), (Received(payment), desk.Cards.RecordedRefunds(payment)));
    }

    [Fact]
    public async Task Sending_SwitchedOff_LeavesThePaymentToAPersonWhoRecordsItsNumber()
    {
        var payment = PaymentScenes.Plain.TradeNo;
        desk = await Desk.OpenAsync("--AsiaBill:Send", "false");
        var page = await ApprovedAsync(payment, "200.00");
        var number = agent!.Page.GetByLabel("AsiaBill batch number");
        await Expect(agent.Page.GetByRole(AriaRole.Heading, new() { Name = "Make it at AsiaBill" })).ToBeVisibleAsync();

        // A number of somebody else's refund is not taken for ours.
        await number.FillAsync(desk.Cards.RefundInPortal(PaymentScenes.StaysPending.TradeNo, 10m)!);
        await agent.Button("Record the number").ClickAsync();
        await Expect(agent.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        await number.FillAsync(desk.Cards.RefundInPortal(payment, 200m)!);
        await agent.Button("Record the number").ClickAsync();
        await page.StandsAtAsync("AsiaBill is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(6));

        await page.StandsAtAsync(Paid);
        await Expect(page.Legs).ToContainTextAsync("Both closed");
        Assert.Equal(0, desk.Cards.Count(AsiaBillStandIn.RefundPath));
    }

    [Fact]
    public async Task Reply_LostAfterItWasRecorded_IsConfirmedByANumberThatASupervisorFound()
    {
        var payment = PaymentScenes.LostReplyAfter.TradeNo;
        desk = await Desk.OpenAsync();
        var page = await ApprovedAsync(payment, "240.00");
        await page.StandsAtAsync("Outcome unknown");

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await new CaseScreen(supervisor, page.Number).OpenAsync();
        await supervisor.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = new Regex("^It is there") }).CheckAsync();
        await supervisor.Page.GetByLabel("AsiaBill batch number").FillAsync(desk.Cards.RefundsOf(payment)[0].BatchNo);
        await supervisor.Page.GetByLabel("Reason", new() { Exact = true }).FillAsync("Found it in the back office");
        await supervisor.Button("Record that it was sent").ClickAsync();

        await page.StandsAtAsync("AsiaBill is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await page.StandsAtAsync(Paid);
        Assert.Equal((1, 1), (Received(payment), desk.Cards.RecordedRefunds(payment)));
    }

    /// <summary>Both attempts stand side by side before anybody says yes.</summary>
    [Fact]
    public async Task Attempt_AfterOneThatNobodyFound_IsApprovedByASupervisorWhoSeesBoth()
    {
        var payment = PaymentScenes.LostReplyBefore.TradeNo;
        desk = await Desk.OpenAsync();
        var page = await ApprovedAsync(payment, "96.20");
        await page.StandsAtAsync("Outcome unknown");
        desk.Clock.Advance(TimeSpan.FromMinutes(10));

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        await new CaseScreen(supervisor, page.Number).OpenAsync();
        await supervisor.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = new Regex("^It is not there") }).CheckAsync();
        await supervisor.Page.GetByLabel("Reason", new() { Exact = true }).FillAsync("Not in the back office");
        await supervisor.Button("Decide that nothing was sent").ClickAsync();

        await page.OpenAsync();
        await agent!.Button("Take the figures again").ClickAsync();
        await page.AskForApprovalAsync("The customer still waits");
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await Expect(approval.Attempts).ToContainTextAsync($"{page.Number}-1");
        await Expect(approval.Attempts).ToContainTextAsync($"{page.Number}-2");
        await Expect(approval.Attempts).ToContainTextAsync("USD 192.40");
        await approval.ApproveAsync();

        await page.StandsAtAsync("AsiaBill is working on it");
        Assert.Equal((2, 1), (Received(payment), desk.Cards.RecordedRefunds(payment)));
    }

    private int Received(string payment) => desk!.Cards.Count(AsiaBillStandIn.RefundPath, payment);

    /// <summary>A void that has ended, and its customer's leg permitted by a supervisor.</summary>
    private async Task<CaseScreen> ApprovedAsync(string payment, string total)
    {
        agent = await Person.SignInAsync(desk!.Address, Cast.Agent);
        var supplier = await new OrderScreen(agent).StartVoidAsync(Scenes.ClosesByDeparture.OrderNo);
        await supplier.SendAsync();
        await supplier.StandsAtAsync("Atlas is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await supplier.StandsAtAsync("Refunded to deposit");
        var page = await new CardForm(agent, desk).PrepareAsync(payment, total);
        await page.StandsAtAsync("Quoted");
        await page.AskForApprovalAsync();
        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await approval.ApproveAsync();
        return page;
    }
}
