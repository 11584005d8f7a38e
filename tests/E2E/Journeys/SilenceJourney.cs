using System.Collections.Concurrent;
using BackOffice.Sandbox;
using E2E.Pages;
using E2E.Stage;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

public sealed class SilenceJourney
{
    /// <summary>A page that waits must cost the server nothing: the countdown ticks in the browser.</summary>
    [Fact]
    public async Task CasePage_WaitingForAMinute_SendsOnlyKeepAlives()
    {
        await using var desk = await Desk.OpenAsync();
        await using var agent = await Person.ArriveAsync(desk.Address);
        var sent = new ConcurrentQueue<byte[]>();
        agent.Page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => sent.Enqueue(frame.Binary ?? System.Text.Encoding.UTF8.GetBytes(frame.Text ?? ""));
        await agent.Page.GotoAsync(new Uri(desk.Address, "/account/sign-in").ToString());
        await agent.Page.Locator("#email").FillAsync(Cast.Agent);
        await agent.Page.Locator("#password").FillAsync(Cast.Password);
        await agent.Page.Locator("button.is-main").ClickAsync();
        var page = await new OrderScreen(agent).StartVoidAsync(Scenes.PlainDeposit.OrderNo);
        await page.AskForApprovalAsync();
        var before = await page.Clock.InnerTextAsync();
        await agent.Page.WaitForTimeoutAsync(3_000);
        sent.Clear();

        await agent.Page.WaitForTimeoutAsync(60_000);

        // A keep-alive of the MessagePack protocol: one byte of length, an array of one, type 6.
        Assert.All(sent, frame => Assert.Equal([2, 0x91, 6], frame));
        Assert.NotEmpty(sent);
        await Expect(page.Clock).Not.ToHaveTextAsync(before);
    }
}
