using System.Net;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Unit.Web.Shell;

public sealed class FrameHttpTests(RunningShell shell) : IClassFixture<RunningShell>
{
    /// <summary>What the policy must hold word for word, in its order: nothing of another site, no frame around it, no form to elsewhere.</summary>
    private static readonly string[] Essentials =
    [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'self'",
    ];

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/css/tokens.css")]
    [InlineData("/health/live")]
    public async Task Answer_Any_CarriesTheSecurityHeaders(string path)
    {
        using var browser = shell.Browser();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy")).Split("; ");
        Assert.Equal(Essentials, policy.Intersect(Essentials, StringComparer.Ordinal));
        Assert.DoesNotContain(policy, rule => rule.Contains("unsafe-eval", StringComparison.Ordinal) || rule.Contains('*', StringComparison.Ordinal));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_BehindSignIn_IsNotKeptByTheBrowser()
    {
        using var browser = await shell.SignedInAsync("agent");

        using var answer = await browser.GetAsync(new Uri("/rehearsal", UriKind.Relative));

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/staff")]
    [InlineData("/no-such-page")]
    [InlineData("/clock")]
    [InlineData("/_blazor/initializers")]
    public async Task Page_WithoutSignIn_LeadsToSignIn(string path)
    {
        using var browser = shell.Browser();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.StartsWith("/account/sign-in?returnUrl=", RunningShell.LeadsTo(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WithoutTheRight_IsForbiddenInsideTheFrame()
    {
        using var browser = await shell.SignedInAsync("agent");

        using var answer = await browser.GetAsync(new Uri("/staff", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("_framework/blazor.web", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatIsNotThere_IsNotFoundInsideTheFrame()
    {
        using var browser = await shell.SignedInAsync("agent");

        using var answer = await browser.GetAsync(new Uri("/no-such-page", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("_framework/blazor.web", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_WithoutSignIn_Answers(string path)
    {
        using var browser = shell.Browser();

        Assert.Equal("Healthy", await browser.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    [Fact]
    public async Task Preferences_LanguageAndTheme_AreDrawnByTheServer()
    {
        using var browser = shell.Browser();

        (await PreferAsync(browser, "language", "zh-Hans")).Dispose();
        (await PreferAsync(browser, "theme", "dark")).Dispose();

        var page = await browser.GetStringAsync(new Uri("/account/sign-in", UriKind.Relative));
        Assert.Contains("<html lang=\"zh-Hans\" data-theme=\"dark\">", page, StringComparison.Ordinal);
        Assert.Contains("value=\"dark\" aria-current=\"true\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_ForeignReturnAddress_IsNotFollowed()
    {
        using var browser = shell.Browser();

        using var answer = await PreferAsync(browser, "theme", "dark", "//evil.example");

        Assert.Equal("/", RunningShell.LeadsTo(answer));
    }

    /// <summary>Without a script a bare fragment would lead to the start page, and what was typed would be gone with the address to return to.</summary>
    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/account/sign-in?returnUrl=%2Fcases%3Fmine%3D1&stale=1")]
    public async Task SkipLink_OfAnAccountPage_LeadsIntoTheSamePage(string path)
    {
        using var browser = shell.Browser();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));

        Assert.Contains($"<a class=\"skip\" href=\"{path}#page\">", page, StringComparison.Ordinal);
        Assert.Contains("<main id=\"page\" class=\"account-page\" tabindex=\"-1\">", page, StringComparison.Ordinal);
    }

    /// <summary>The script of Blazor shows it when the page's circuit has ended; without the element it shows nothing at all.</summary>
    [Theory]
    [InlineData("en", "This page has stopped.")]
    [InlineData("zh-Hans", "此页面已停止响应。")]
    public async Task Desk_WhoseCircuitMayEnd_CarriesTheSentenceForIt(string language, string sentence)
    {
        using var browser = shell.Browser();
        (await PreferAsync(browser, "language", language)).Dispose();
        (await RunningShell.SignInAsync(browser, "agent@rehearsal.example", RunningShell.Password)).Dispose();

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/rehearsal", UriKind.Relative)));
        var style = await browser.GetStringAsync(new Uri("/css/frame.css", UriKind.Relative));

        Assert.Contains("<div id=\"blazor-error-ui\" role=\"alert\">", page, StringComparison.Ordinal);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("#blazor-error-ui { display: none;", style, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("POST", null, false)]
    [InlineData("POST", "https://desk.example", true)]
    [InlineData("POST", "https://evil.example", false)]
    [InlineData("POST", "http://desk.example", false)]
    [InlineData("GET", null, true)]
    public void Hub_Origin_MustBeTheSitesOwn(string method, string? origin, bool isOwn)
    {
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Scheme, context.Request.Host) = (method, "https", new HostString("desk.example"));
        context.Request.Headers.Origin = origin;

        Assert.Equal(isOwn, HubOrigin.IsOwn(context.Request));
    }

    [Fact]
    public async Task Hub_WebSocketFromAnotherSite_IsForbidden()
    {
        using var browser = await shell.SignedInAsync("agent");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor");
        request.Headers.Add("Upgrade", "websocket");
        request.Headers.Add("Connection", "Upgrade");
        request.Headers.Add("Origin", "https://evil.example");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public void Cookies_OverHttps_AreBoundToTheHost()
    {
        var context = new DefaultHttpContext();
        context.Request.Scheme = "https";

        Assert.Equal("__Host-desk", HostBoundCookies.NameOf(context, "desk"));
    }

    private static async Task<HttpResponseMessage> PreferAsync(HttpClient browser, string what, string value, string returnUrl = "/account/sign-in")
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            [what] = value, ["returnUrl"] = returnUrl, ["__RequestVerificationToken"] = await RunningShell.TokenAsync(browser, "/account/sign-in"),
        });
        return await browser.PostAsync(new Uri("/preferences/" + what, UriKind.Relative), content);
    }
}
