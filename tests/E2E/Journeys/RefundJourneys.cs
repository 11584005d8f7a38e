using System.Text.RegularExpressions;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>What can still be had when a void cannot: refunds, judged by what the partner received.</summary>
public sealed class RefundJourneys : IAsyncLifetime
{
    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Window_Closed_GoesOnAsARefundThatIsSentOnceAndFollowedToItsEnd()
    {
        var order = Scenes.RefundAfterWindow.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var tooLate = await new OrderScreen(agent).StartVoidAsync(order);
        await Expect(agent.Page.GetByText("The void window has closed.").First).ToBeVisibleAsync();
        await agent.Button("Go on as a refund of 1 passenger").ClickAsync();
        var page = await CaseScreen.ArriveAsync(agent, 'R');
        await page.StandsAtAsync("Quoted");
        await Expect(agent.Link(tooLate.Number).First).ToBeVisibleAsync();
        await ApprovedAsync(page);

        await page.StandsAtAsync("Atlas is working on it");
        desk.Clock.Advance(TimeSpan.FromHours(5));
        await page.StandsAtAsync("The airline is working on it");
        desk.Clock.Advance(TimeSpan.FromDays(6));
        await page.StandsAtAsync("Refunded to deposit");

        Assert.Equal((1, 1, 0), (desk.Partner.Count("refund.do", order), desk.Partner.AcceptedRefunds(order), desk.Partner.Count("void.do", order)));
    }

    [Fact]
    public async Task Refund_OfOneOfThree_LeavesTheOthersAndNeverTheChildAlone()
    {
        var order = Scenes.RefundChildStays.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var screen = new OrderScreen(agent);
        await screen.OpenRefundFormAsync(order);

        // An agent sees no first names; here the letters tell them apart.
        await screen.Passenger("SAMPLE T").UncheckAsync();
        await Expect(agent.Page.GetByText("A child would be left to travel alone.")).ToBeVisibleAsync();
        await Expect(screen.StartRefundButton).ToBeDisabledAsync();
        Assert.Equal(0, desk.Partner.Count("refundQuotation.do", order));

        await screen.Passenger("SAMPLE S").UncheckAsync();
        await Expect(agent.Page.GetByText("A child would be left to travel alone.")).ToHaveCountAsync(0);
        var page = await screen.StartRefundAsync();
        await page.StandsAtAsync("Quoted");
        await page.ToCheckAsync();
        await Expect(agent.Page.GetByText("The tickets of 1 of 3 passengers are given back.")).ToBeVisibleAsync();
        await Expect(agent.Page.Locator(".check-names")).ToContainTextAsync("SAMPLE R");
        await page.SendAsync();

        await page.StandsAtAsync("Atlas is working on it");
        await screen.OpenRefundFormAsync(order);
        await Expect(screen.Passenger("SAMPLE R")).ToBeDisabledAsync();
        await Expect(screen.Passenger("SAMPLE S")).ToBeEnabledAsync();
        Assert.Equal((1, 1), (desk.Partner.Count("refund.do", order), desk.Partner.AcceptedRefunds(order)));
    }

    [Fact]
    public async Task Refund_AsAVoucher_IsSaidLoudAndNeedsSomebodyElse()
    {
        var order = Scenes.RefundVoucher.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await StartedAsync(agent, order);
        await Expect(agent.Page.GetByText("No money comes back.")).ToBeVisibleAsync();
        await page.ToCheckAsync();
        await Expect(agent.Page.GetByText("No money comes back.").First).ToBeVisibleAsync();
        await Expect(SendsAlone(agent)).ToHaveCountAsync(0);
        await page.AskForApprovalAsync();

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await Expect(supervisor.Page.GetByText("Voucher, not cash").First).ToBeVisibleAsync();
        Assert.Equal(0, desk.Partner.Count("refund.do", order));
        await approval.ApproveAsync();

        await page.StandsAtAsync("Atlas is working on it");
        Assert.Equal(1, desk.Partner.Count("refund.do", order));
    }

    [Fact]
    public async Task Quote_ThatIsNone_IsCalledNoQuoteAndApprovedWithoutASum()
    {
        var order = Scenes.RefundCannotQuote.OrderNo;
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await StartedAsync(agent, order);
        await Expect(agent.Page.GetByText("This is NOT a quote.")).ToBeVisibleAsync();
        await page.ToCheckAsync();
        await Expect(SendsAlone(agent)).ToHaveCountAsync(0);
        await page.AskForApprovalAsync();

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await Expect(supervisor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve") })).ToHaveTextAsync("Approve a refund whose sum the airline decides");
        await approval.ApproveAsync();

        await page.StandsAtAsync("Atlas is working on it");
        Assert.Equal(1, desk.Partner.Count("refund.do", order));
    }

    [Fact]
    public async Task Comparison_WithAColumnThatFails_SaysWhyAndKeepsTheOthers()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(Scenes.RefundQuotationFails.OrderNo);
        await page.StandsAtAsync("Quoted");
        await page.OpenAsync("compare");
        var table = agent.Page.GetByRole(AriaRole.Table, new() { Name = "Void, refund or keep" });

        await Expect(table.Locator(".options-no")).ToHaveCountAsync(1);
        await Expect(table.Locator(".options-no")).ToContainTextAsync("Atlas did not answer.");
        await Expect(agent.Page.GetByText("what a refund would return is not known")).ToBeVisibleAsync();
        await Expect(table.GetByRole(AriaRole.Row, new() { NameRegex = new Regex("^Customer gets") })).ToContainTextAsync("82.35");
    }

    private static ILocator SendsAlone(Person person) =>
        person.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameRegex = new Regex("^(Send refund|Refund )") });

    private static async Task<CaseScreen> StartedAsync(Person agent, string order)
    {
        var screen = new OrderScreen(agent);
        await screen.OpenRefundFormAsync(order);
        var page = await screen.StartRefundAsync();
        await page.StandsAtAsync("Quoted");
        return page;
    }

    private async Task ApprovedAsync(CaseScreen page)
    {
        await page.AskForApprovalAsync();
        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(page.Number);
        await approval.ApproveAsync();
    }
}
