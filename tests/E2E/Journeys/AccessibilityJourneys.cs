using BackOffice.Core.Cases;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>Every page against WCAG 2.2 AA, light and dark, with something on it.</summary>
public sealed class AccessibilityJourneys : IAsyncLifetime
{
    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPage_ByAxe_HasNoViolation(bool isDark)
    {
        var found = new List<string>();
        await using (var stranger = await Person.ArriveAsync(desk.Address, isDark))
        {
            await stranger.Page.GotoAsync(new Uri(desk.Address, "/account/sign-in").ToString());
            found.AddRange(await stranger.AxeAsync());
        }

        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent, isDark: isDark);
        var waiting = await new OrderScreen(agent).StartVoidAsync(desk.Partner.CopyOf(Scenes.TwoPassengersAndBag));
        await LookAsync(agent, found, null);
        foreach (var step in new[] { "quote", "compare", "check" })
        {
            await waiting.OpenAsync(step);
            await LookAsync(agent, found, null);
        }

        await waiting.AskForApprovalAsync();
        await LookAsync(agent, found, null);
        var sent = await new OrderScreen(agent).StartVoidAsync(desk.Partner.CopyOf(Scenes.ClosesByDeparture));
        await sent.SendAsync();
        await sent.StandsAtAsync("Atlas is working on it");
        await LookAsync(agent, found, null);
        await LookAsync(agent, found, "/", "/orders", "/orders?q=nobody", "/orders/" + Scenes.NotCovered843.OrderNo, "/orders/" + Scenes.NinePassengers.OrderNo, "/cases", "/approvals", "/unknown", "/rehearsal", "/account", "/nowhere", "/staff");

        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor, isDark: isDark);
        await new ApprovalScreen(supervisor, desk).OpenAsync(waiting.Number);
        await LookAsync(supervisor, found, null);
        await LookAsync(supervisor, found, "/approvals", "/reports/voids");

        await using var administrator = await Person.SignInAsync(desk.Address, Cast.Administrator, isDark: isDark);
        await LookAsync(administrator, found, "/", "/staff", "/settings", "/audit", "/health");

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RefundScreens_ByAxe_HaveNoViolation(bool isDark)
    {
        var found = new List<string>();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent, isDark: isDark);
        var order = new OrderScreen(agent);
        await order.OpenRefundFormAsync(Scenes.RefundChildStays.OrderNo);
        await order.Passenger("SAMPLE T").UncheckAsync();
        await Expect(order.StartRefundButton).ToBeDisabledAsync();
        await LookAsync(agent, found, null);

        await order.OpenRefundFormAsync(Scenes.RefundVoucher.OrderNo);
        var voucher = await order.StartRefundAsync();
        foreach (var step in new[] { "quote", "compare", "check" })
        {
            await voucher.OpenAsync(step);
            await LookAsync(agent, found, null);
        }

        await voucher.AskForApprovalAsync();
        await LookAsync(agent, found, null);
        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor, isDark: isDark);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(voucher.Number);
        await LookAsync(supervisor, found, null);
        await approval.ApproveAsync();
        await voucher.StandsAtAsync("Atlas is working on it");
        await LookAsync(agent, found, null);

        await order.OpenRefundFormAsync(Scenes.RefundCannotQuote.OrderNo);
        await order.StartRefundAsync();
        await LookAsync(agent, found, null);
        var failing = await order.StartVoidAsync(Scenes.RefundQuotationFails.OrderNo);
        await failing.OpenAsync("compare");
        await Expect(agent.Page.Locator(".options-no")).ToBeVisibleAsync();
        await LookAsync(agent, found, null);

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CardScreens_ByAxe_HaveNoViolation(bool isDark)
    {
        var found = new List<string>();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent, isDark: isDark);
        var supplier = await new OrderScreen(agent).StartVoidAsync(Scenes.ClosesByDeparture.OrderNo);
        await supplier.SendAsync();
        await supplier.StandsAtAsync("Atlas is working on it");
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        await supplier.StandsAtAsync("Refunded to deposit");
        await LookAsync(agent, found, null);

        var card = await new CardForm(agent, desk).PrepareAsync(PaymentScenes.LostReplyAfter.TradeNo, "240.00");
        await LookAsync(agent, found, null);
        await card.AskForApprovalAsync();
        await LookAsync(agent, found, null);
        await using var supervisor = await Person.SignInAsync(desk.Address, Cast.Supervisor, isDark: isDark);
        var approval = new ApprovalScreen(supervisor, desk);
        await approval.OpenAsync(card.Number);
        await LookAsync(supervisor, found, null);
        await approval.ApproveAsync();
        await card.StandsAtAsync("Outcome unknown");
        await new CaseScreen(supervisor, card.Number).OpenAsync();
        await LookAsync(supervisor, found, null);
        await LookAsync(supervisor, found, "/unknown");

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    /// <summary>320 px, which is also what is left of a wide screen at 400 %: nothing is found by scrolling sideways, and a number alone keeps its name.</summary>
    [Fact]
    public async Task Page_AtItsNarrowest_ScrollsInOneDirection()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var closing = await new OrderScreen(agent).StartVoidAsync(Scenes.PlainDeposit.OrderNo);
        await closing.StandsAtAsync("Quoted");
        var until = await desk.ReadAsync(db => db.Set<Case>().Where(c => c.Number == closing.Number).Select(c => c.DeadlineAt!.Value).SingleAsync());
        desk.Clock.Advance(until - desk.Clock.GetUtcNow() - TimeSpan.FromMinutes(12));
        await agent.Page.SetViewportSizeAsync(320, 640);
        foreach (var path in new[] { "/", "/orders", "/cases", "/unknown", "/cases/" + closing.Number })
        {
            await agent.GoAsync(path);
            await Expect(agent.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First).ToBeVisibleAsync();
            await Expect(agent.Link("1 closes in under 15 min")).ToBeVisibleAsync();
            await Expect(agent.Page.GetByRole(AriaRole.Main).Locator("[aria-busy=true], .skeleton")).ToHaveCountAsync(0);

            var widths = await agent.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");

            Assert.True(widths[0] <= widths[1], $"{path} is {widths[0]} px wide on a screen of {widths[1]}.");
        }
    }

    /// <summary>Whoever tabs through the bar sees the focus go from left to right and from above to below, on a wide screen and on a narrow one.</summary>
    [Theory]
    [InlineData(1440)]
    [InlineData(320)]
    public async Task Bar_TabbedThrough_IsInTheOrderThatIsSeen(int width)
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.Page.SetViewportSizeAsync(width, 640);
        await agent.GoAsync("/");

        var against = await agent.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('.topbar :is(a, button, input)')].filter(element => element.checkVisibility())
                .filter((element, place, all) => {
                    if (place === 0) return false;
                    const [before, here] = [all[place - 1].getBoundingClientRect(), element.getBoundingClientRect()];
                    return here.bottom <= before.top || (here.top < before.bottom && here.left < before.left);
                })
                .map(element => element.outerHTML)
            """);

        Assert.Empty(against);
    }

    private static async Task LookAsync(Person person, List<string> found, params string[]? paths)
    {
        foreach (var path in paths ?? [null!])
        {
            if (path is not null)
            {
                await person.Page.GotoAsync(new Uri(new Uri(person.Page.Url), path).ToString());
            }

            await Expect(person.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 }).First).ToBeVisibleAsync();
            await Expect(person.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            found.AddRange(await person.AxeAsync());
        }
    }
}
