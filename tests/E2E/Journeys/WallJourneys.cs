using E2E.Stage;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>Who may open what. One desk and one sign-in for each role.</summary>
public sealed class WallJourneys : IAsyncLifetime
{
    private static readonly string[] Pages =
        ["/", "/orders", "/orders/TESTA20260801000000001", "/cases", "/approvals", "/unknown", "/reports/voids", "/staff", "/settings", "/audit", "/health", "/rehearsal"];

    private Desk desk = null!;

    public async ValueTask InitializeAsync() => desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(Cast.Agent, "/ /orders /orders/TESTA20260801000000001 /cases /approvals /unknown /rehearsal")]
    [InlineData(Cast.Supervisor, "/ /orders /orders/TESTA20260801000000001 /cases /approvals /unknown /reports/voids /rehearsal")]
    [InlineData(Cast.Auditor, "/ /cases /approvals /unknown /reports/voids /audit /rehearsal")]
    [InlineData(Cast.Administrator, "/ /staff /settings /audit /health /rehearsal")]
    public async Task Page_ForARole_OpensOrSaysNo(string email, string open)
    {
        var allowed = open.Split(' ');
        await using var person = await Person.SignInAsync(desk.Address, email);
        foreach (var path in Pages)
        {
            await person.GoAsync(path);
            var no = person.Page.GetByText("This page needs another right");
            await Expect(person.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToBeVisibleAsync();
            await Expect(person.Page.Locator(".skeleton, [aria-busy=true]")).ToHaveCountAsync(0);
            await Expect(no).ToHaveCountAsync(allowed.Contains(path, StringComparer.Ordinal) ? 0 : 1);

            // A page that broke has a heading too.
            await Expect(person.Page.GetByText("Something on our side went wrong")).ToHaveCountAsync(0);
            await Expect(person.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
            await Expect(person.Page.Locator(".rehearsal-bar")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Page_WithoutSignIn_LeadsToSignInAndBack()
    {
        await using var stranger = await Person.ArriveAsync(desk.Address);
        foreach (var path in Pages)
        {
            await stranger.Page.GotoAsync(new Uri(desk.Address, path).ToString());
            Assert.Contains("/account/sign-in", stranger.Page.Url, StringComparison.Ordinal);
        }

        await stranger.Page.Locator("#email").FillAsync(Cast.Agent);
        await stranger.Page.Locator("#password").FillAsync(Cast.Password);
        await stranger.Page.Locator("button.is-main").ClickAsync();
        await stranger.Page.WaitForURLAsync("**/rehearsal");
    }

    [Theory]
    [InlineData(Cast.Agent, 403)]
    [InlineData(Cast.Administrator, 403)]
    [InlineData(Cast.Supervisor, 200)]
    [InlineData(Cast.Auditor, 200)]
    public async Task Export_ForARole_IsGivenOrRefused(string email, int status)
    {
        await using var person = await Person.SignInAsync(desk.Address, email);
        var answer = await person.Page.Context.APIRequest.GetAsync(new Uri(desk.Address, "/export/void-cases.csv").ToString());
        Assert.Equal(status, answer.Status);
    }
}
