using System.Net;
using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>A browser's session, with the pages that were opened in it.</summary>
public sealed class StaffSessionsTests(RunningShell shell) : IClassFixture<RunningShell>
{
    private static readonly TimeSpan LongerThanAnyCookie = TimeSpan.FromHours(12);

    [Fact]
    public async Task SignOut_InOneTab_EndsThePagesOfThatBrowserAndOfNoOther()
    {
        using var here = shell.Browser();
        using var elsewhere = shell.Browser();
        var (person, onAnotherDevice) = (await SignInAsync(here, "supervisor"), await SignInAsync(elsewhere, "supervisor"));
        await using var approvals = await OpenPage.OpenAsync(shell, person);
        await using var line = await OpenPage.OpenAsync(shell, person);
        await using var other = await OpenPage.OpenAsync(shell, onAnotherDevice);

        using var answer = await SignOutAsync(here);
        await Task.WhenAll(approvals.Left, line.Left).WithinAsync();
        await other.LookAgainAsync();

        Assert.Equal("/account/signed-out", RunningShell.LeadsTo(answer));
        Assert.Equal((false, false, true), (await approvals.IsSomebodysAsync(), await line.IsSomebodysAsync(), await other.IsSomebodysAsync()));
        Assert.Equal((true, true, false), (approvals.IsSessionOver, line.IsSessionOver, other.IsSessionOver));
        using var stays = await elsewhere.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
    }

    [Fact]
    public async Task Page_OfASessionThatEnded_IsNobodysAlsoWhereItWasToldNothing()
    {
        using var browser = shell.Browser();
        await using var deaf = await OpenPage.OpenAsync(shell, await SignInAsync(browser, "agent"), hears: false);
        Assert.True(await deaf.IsSomebodysAsync());

        (await SignOutAsync(browser)).Dispose();

        Assert.False(await deaf.IsSomebodysAsync());
        Assert.False(deaf.Left.IsCompleted);
    }

    /// <summary>A page of somebody who used the browser before comes here when another person has signed in.</summary>
    [Fact]
    public async Task SignedOut_OfSomebodyWhoIsSignedIn_LeadsToTheDesk()
    {
        using var browser = shell.Browser();
        await SignInAsync(browser, "agent");

        using var answer = await browser.GetAsync(new Uri("/account/signed-out", UriKind.Relative));

        Assert.Equal("/", RunningShell.LeadsTo(answer));
    }

    /// <summary>A page that was being loaded in another tab may bring the cookie back after the sign-out has taken it away.</summary>
    [Fact]
    public async Task Cookie_FromBeforeTheSignOut_OpensNothingAfterIt()
    {
        using var browser = shell.Browser();
        var kept = ProtectedOf(await SignInAsync(browser, "agent"), TimeSpan.FromHours(1));
        using var withTheCopy = BrowserWith(kept);
        using var before = await withTheCopy.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);

        (await SignOutAsync(browser)).Dispose();

        using var again = BrowserWith(kept);
        using var after = await again.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.StartsWith("/account/sign-in", RunningShell.LeadsTo(after), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_OverEverythingTheCookieIsRenewedFor_IsTheSame()
    {
        using var browser = shell.Browser();
        var begun = StaffSessions.Of(await SignInAsync(browser, "supervisor2"));

        using var looked = await browser.GetAsync(new Uri("/account", UriKind.Relative));
        using var changed = await RunningShell.PostAsync(
            browser, "/account/password", new() { ["Old"] = RunningShell.Password, ["New"] = "four quiet words here", ["Again"] = "four quiet words here" }, "password");

        Assert.NotNull(begun);
        Assert.Equal((begun, begun), (StaffSessions.Of(PersonOf(looked)), StaffSessions.Of(PersonOf(changed))));
    }

    [Fact]
    public async Task Sessions_OfTwoSignIns_AreTwo()
    {
        using var here = shell.Browser();
        using var elsewhere = shell.Browser();

        Assert.NotEqual(StaffSessions.Of(await SignInAsync(here, "agent")), StaffSessions.Of(await SignInAsync(elsewhere, "agent")));
    }

    [Fact]
    public async Task SignIn_AsSomebodyElseOverAnOpenSession_EndsItsPages()
    {
        using var browser = shell.Browser();
        await using var page = await OpenPage.OpenAsync(shell, await SignInAsync(browser, "supervisor"));

        // With a form's token of the person who is there: a page of the sign-in would only lead back to the desk.
        var token = await RunningShell.TokenAsync(browser, "/account");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token, ["_handler"] = "sign-in", ["Email"] = "agent@rehearsal.example", ["Password"] = RunningShell.Password,
        });
        using var answer = await browser.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form);
        await page.Left.WithinAsync();

        Assert.Equal("/", RunningShell.LeadsTo(answer));
        Assert.False(await page.IsSomebodysAsync());
    }

    /// <summary>A page outlives the cookie that opened it: overnight, say. Whoever sits down there in the morning is not to find it.</summary>
    [Theory]
    [InlineData("agent", false)]
    [InlineData("supervisor", true)]
    public async Task SignIn_AfterTheCookieExpired_KeepsThePagesOfTheSamePersonOnly(string who, bool isKept)
    {
        using var evening = shell.Browser();
        var person = await SignInAsync(evening, "supervisor");
        await using var page = await OpenPage.OpenAsync(shell, person);

        using var morning = BrowserWith(ProtectedOf(person, TimeSpan.FromHours(-1)));
        using var expired = await morning.GetAsync(new Uri("/account", UriKind.Relative));
        await SignInAsync(morning, who);
        await page.LookAgainAsync();

        Assert.StartsWith("/account/sign-in", RunningShell.LeadsTo(expired), StringComparison.Ordinal);
        Assert.Equal(isKept, await page.IsSomebodysAsync());
    }

    [Fact]
    public void Session_ThatEnded_IsRememberedForLongerThanAnyCookieAndNoLonger()
    {
        var clock = new TestClock();
        var sessions = new StaffSessions(new StaffChanges(NullLogger<StaffChanges>.Instance), clock);
        sessions.End(Somebody("first"));

        clock.Advance(StaffSessions.CookieLife);
        sessions.End(Somebody("second"));
        var aCookieLater = sessions.IsOn(Somebody("first"));
        clock.Advance(LongerThanAnyCookie - StaffSessions.CookieLife);
        sessions.End(Somebody("third"));

        Assert.Equal((false, true, false), (aCookieLater, sessions.IsOn(Somebody("first")), sessions.IsOn(Somebody("second"))));
    }

    [Fact]
    public void Somebody_WithoutASession_IsInNone() =>
        Assert.False(shell.Services.GetRequiredService<StaffSessions>().IsOn(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, "x")], "test"))));

    private CookieAuthenticationOptions Cookies => shell.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);

    private static ClaimsPrincipal Somebody(string session) => new(new ClaimsIdentity([new Claim(StaffSessions.ClaimType, session)], "test"));

    /// <summary>Whom the cookie that comes with an answer is made for.</summary>
    private ClaimsPrincipal PersonOf(HttpResponseMessage answer)
    {
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("desk=", StringComparison.Ordinal));
        return Cookies.TicketDataFormat.Unprotect(cookie["desk=".Length..cookie.IndexOf(';', StringComparison.Ordinal)])!.Principal;
    }

    private async Task<ClaimsPrincipal> SignInAsync(HttpClient browser, string who)
    {
        using var answer = await RunningShell.SignInAsync(browser, who + "@rehearsal.example", RunningShell.Password);
        return PersonOf(answer);
    }

    private static async Task<HttpResponseMessage> SignOutAsync(HttpClient browser)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = await RunningShell.TokenAsync(browser, "/account") });
        return await browser.PostAsync(new Uri("/account/sign-out", UriKind.Relative), form);
    }

    /// <summary>The cookie of a person as it is so long before its end, or after it.</summary>
    private string ProtectedOf(ClaimsPrincipal person, TimeSpan left)
    {
        var end = TimeProvider.System.GetUtcNow() + left;
        var properties = new AuthenticationProperties { IssuedUtc = end - StaffSessions.CookieLife, ExpiresUtc = end };
        return Cookies.TicketDataFormat.Protect(new AuthenticationTicket(person, properties, IdentityConstants.ApplicationScheme));
    }

    private HttpClient BrowserWith(string cookie)
    {
        var jar = new CookieContainer();
        jar.Add(shell.Address, new Cookie("desk", cookie));
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = shell.Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <summary>What a circuit knows of its person, without the circuit.</summary>
    private sealed class OpenPage : IAsyncDisposable
    {
        private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly AsyncServiceScope scope;
        private readonly StaffAuthenticationState state;

        private OpenPage(AsyncServiceScope scope)
        {
            this.scope = scope;
            state = (StaffAuthenticationState)scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>();
        }

        /// <summary>Ends when the page was told that its person is nobody.</summary>
        public Task Left => left.Task;

        /// <param name="hears">Whether it listens to changes of its person, as every real one does.</param>
        public static async Task<OpenPage> OpenAsync(RunningShell shell, ClaimsPrincipal person, bool hears = true)
        {
            var page = new OpenPage(shell.Services.CreateAsyncScope());
            page.state.SetAuthenticationState(Task.FromResult(new AuthenticationState(person)));
            page.state.AuthenticationStateChanged += _ => page.left.TrySetResult();
            if (hears)
            {
                var watch = page.scope.ServiceProvider.GetServices<CircuitHandler>().OfType<StaffWatch>().Single();
                await watch.OnCircuitOpenedAsync(null!, CancellationToken.None);
            }

            return page;
        }

        /// <summary>Where it leads: to the page of the sign-out, or to that of the sign-in.</summary>
        public bool IsSessionOver => state.IsSessionOver;

        public Task LookAgainAsync() => state.LookAgainAsync(CancellationToken.None);

        public async Task<bool> IsSomebodysAsync() => (await state.GetAuthenticationStateAsync()).User.Identity is { IsAuthenticated: true };

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
