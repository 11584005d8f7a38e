using System.Globalization;
using System.Text.RegularExpressions;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>A machine whose clocks cannot be trusted: how much is left of a void's window is the desk's to say.</summary>
public sealed class ClockJourney
{
    /// <summary>Both clocks of the browser's machine, so that each can lose time on command.</summary>
    private const string Clocks =
        "{ const wall = Date.now.bind(Date), steady = performance.now.bind(performance); window.lost = { wall: 0, steady: 0 };"
        + " Date.now = () => wall() - window.lost.wall; performance.now = () => steady() - window.lost.steady; }";

    private const string Lose = "clock => { window.lost[clock] = 600000; return document.querySelector('.clock-panel time-left').textContent; }";

    /// <param name="clock">The one that somebody sets, or the one that stands still while some machines sleep.</param>
    [Theory]
    [InlineData("wall")]
    [InlineData("steady")]
    public async Task Countdown_OnAMachineThatLosesTenMinutes_GoesOnByTheDesksClock(string clock)
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.SignInAsync(desk.Address, Cast.Agent);
        await agent.Page.AddInitScriptAsync(Clocks);
        var page = await new OrderScreen(agent).StartVoidAsync(Scenes.PlainDeposit.OrderNo);
        await page.StandsAtAsync("Quoted");
        var left = page.Clock.Locator("time-left");
        var until = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((await left.GetAttributeAsync("until"))!, CultureInfo.InvariantCulture));

        var before = await agent.Page.EvaluateAsync<string>(Lose, clock);

        // Drawn again since then.
        await Expect(left).Not.ToHaveTextAsync(before);
        var rest = until - desk.Clock.GetUtcNow();
        await Expect(left).ToHaveTextAsync(new Regex($"(?:{Minute(rest)}|{Minute(rest - TimeSpan.FromMinutes(1))}):[0-9]{{2}}$"));
    }

    private static string Minute(TimeSpan left) => left.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
