using System.Globalization;
using System.Text.RegularExpressions;
using BackOffice.Core.Cases;
using BackOffice.Core.Orders;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using E2E.Pages;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>What people type and paste.</summary>
public sealed class InputJourneys : IAsyncLifetime
{
    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Search_BadInput_SaysWhatToDoAndKeepsWhatWasTyped()
    {
        string[] typed =
        [
            "TESTA20991231235959999", "S10001", "<script>alert(1)</script>", new string('x', 500), "王小明", "nobody@example.com", "''; DROP TABLE Cases; --", "a@b@c",
        ];
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var screen = new OrderScreen(agent);
        foreach (var text in typed)
        {
            await agent.GoAsync("/orders");
            await screen.SearchAsync(text);
            var alert = agent.Page.GetByRole(AriaRole.Alert).First;
            await Expect(alert).ToBeVisibleAsync();
            await Expect(alert).Not.ToBeEmptyAsync();
            await Expect(screen.SearchBox).ToHaveValueAsync(text);
        }
    }

    [Theory]
    [InlineData("  testa2026 0801 0000 00001 ")]
    [InlineData("s10001 y4")]
    [InlineData("Y4/S10001")]
    public async Task Search_PastedWithSpacesOrLowerCase_FindsTheOrder(string typed)
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.GoAsync("/orders");
        await new OrderScreen(agent).SearchAsync(typed);
        await agent.Page.WaitForURLAsync("**/orders/" + Scenes.PlainDeposit.OrderNo);
    }

    /// <summary>Kept by the browser's tab, letter by letter: nobody has pressed anything.</summary>
    [Fact]
    public async Task Reason_TypedAndNotSent_IsThereAfterAReload()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(Scenes.Vcc.OrderNo);
        await page.ToCheckAsync();
        await page.Reason.FillAsync("Typed and not sent");
        await agent.Page.ReloadAsync();
        await agent.AliveAsync();

        await Expect(page.Reason).ToHaveValueAsync("Typed and not sent");
        Assert.Contains("step=check", agent.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>Not only on the screen: the program that came back knows it too, and what it was used for is kept no longer.</summary>
    [Fact]
    public async Task RefundForm_FilledAndNotSent_IsThereAfterAReload()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var screen = new OrderScreen(agent);
        var involuntary = agent.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { NameRegex = new Regex("^The airline changed") });
        await screen.OpenRefundFormAsync(Scenes.RefundChildStays.OrderNo);
        await screen.Passenger("SAMPLE T").UncheckAsync();
        await screen.Passenger("SAMPLE S").UncheckAsync();
        await involuntary.CheckAsync();
        await agent.Page.GetByLabel("Show amounts also in").FillAsync("EUR");
        await agent.Page.ReloadAsync();
        await agent.AliveAsync();

        await Expect(screen.StartRefundButton).ToContainTextAsync("Start refund of 1 passenger");
        await Expect(screen.Passenger("SAMPLE R")).ToBeCheckedAsync();
        await Expect(involuntary).ToBeCheckedAsync();
        var page = await screen.StartRefundAsync();

        var wish = (await desk.ReadAsync(db => db.Set<Case>().SingleAsync(c => c.Number == page.Number))).Wish!;
        Assert.Equal((1, RefundReason.Involuntary, "EUR"), (wish.Passengers.Count, wish.Reason, wish.DisplayCurrency));
        Assert.Empty(await DraftsAsync(agent));
    }

    /// <summary>A currency that comes back clears the amount that is proposed in another one, but not the amount that was typed, be its number the same.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CardForm_FilledInAnotherCurrency_IsThereAfterAReload(bool isTheProposalsNumber)
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var supplier = await new OrderScreen(agent).StartVoidAsync(Scenes.ClosesByDeparture.OrderNo);
        await supplier.SendAsync();
        await supplier.StandsAtAsync("Atlas is working on it");
        var amount = agent.Page.GetByLabel("The customer gets back");
        await Expect(amount).Not.ToHaveValueAsync("");
        var typed = isTheProposalsNumber ? await amount.InputValueAsync() : "50.00";
        await agent.Page.GetByLabel("Currency").FillAsync("EUR");
        await agent.Page.GetByLabel("AsiaBill trade number").FillAsync(PaymentScenes.Plain.TradeNo);
        await Expect(amount).ToHaveValueAsync("");
        await agent.Page.GetByLabel("The card was charged").FillAsync("999.00");
        await agent.Page.GetByLabel("Paid on").FillAsync(desk.Clock.GetUtcNow().AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await amount.FillAsync(typed);
        await agent.Page.ReloadAsync();
        await agent.AliveAsync();

        await Expect(agent.Page.GetByLabel("Currency")).ToHaveValueAsync("EUR");
        await Expect(amount).ToHaveValueAsync(typed);
        await agent.Page.GetByLabel("Reason for AsiaBill").FillAsync("Customer cancelled");
        await agent.Button("Prepare the card refund").ClickAsync();
        var page = await CaseScreen.ArriveAsync(agent, 'C');

        await Expect(page.Legs).ToContainTextAsync("EUR " + typed);
        Assert.Empty(await DraftsAsync(agent));
    }

    /// <summary>A sign-in that ended without a word, and a colleague who signs in at the same machine.</summary>
    [Fact]
    public async Task Reason_OfSomebodyWhoNeverSignedOut_IsNotKeptForTheNextPerson()
    {
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        var page = await new OrderScreen(agent).StartVoidAsync(Scenes.Vcc.OrderNo);
        await page.ToCheckAsync();
        await page.Reason.FillAsync("Typed and not sent");
        var before = await DraftsAsync(agent);
        await agent.Page.Context.ClearCookiesAsync();

        await agent.Page.GotoAsync(new Uri(desk.Address, "/account/sign-in").ToString());
        await agent.Page.Locator("#email").FillAsync(Cast.OtherAgent);
        await agent.Page.Locator("#password").FillAsync(Cast.Password);
        await agent.Page.Locator("button.is-main").ClickAsync();
        await agent.Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        await page.OpenAsync("check");

        Assert.Equal([$"desk-draft:check:{page.Number}/text"], before);
        Assert.Empty(await DraftsAsync(agent));
        await Expect(page.Reason).ToHaveValueAsync("");
    }

    /// <summary>What the tab keeps, by its keys.</summary>
    private static Task<string[]> DraftsAsync(Person person) =>
        person.Page.EvaluateAsync<string[]>("() => Object.keys(sessionStorage).filter(key => key.startsWith('desk-draft:'))");
}
