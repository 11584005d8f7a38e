using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
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
            var alert = agent.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First;
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
}
