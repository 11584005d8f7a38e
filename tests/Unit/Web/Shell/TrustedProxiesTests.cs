using System.Net;
using BackOffice.Web;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Unit.Web.Shell;

/// <summary>The desk behind a proxy that ends TLS: what the browser sees as https arrives as http, from the proxy's address.</summary>
public sealed class TrustedProxiesTests(RunningShell shell) : IClassFixture<RunningShell>
{
    [Theory]
    [InlineData("https", HttpStatusCode.Redirect)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    public async Task Hub_OfASiteBehindTls_IsTheSitesOwnWhereTheProxySaysSo(string? forwarded, HttpStatusCode expected)
    {
        using var browser = shell.Browser();
        using var request = Forwarded(HttpMethod.Post, "/_blazor/negotiate", forwarded);
        request.Headers.Add("Origin", "https://desk.example");

        using var answer = await browser.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Cookies_BehindTls_AreSecure()
    {
        using var browser = shell.Browser();
        using var request = Forwarded(HttpMethod.Get, "/account/sign-in", "https");

        using var answer = await browser.SendAsync(request);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("10.0.0.5", null, false)]
    [InlineData("10.0.0.5", "10.0.0.5", true)]
    [InlineData("::ffff:10.0.0.5", "10.0.0.5", true)]
    [InlineData("10.0.0.6", "10.0.0.5", false)]
    [InlineData("172.18.0.9", "10.0.0.5, 172.18.0.0/16", true)]
    public async Task Forwarded_OnlyATrustedProxyIsBelieved(string from, string? trusted, bool isBelieved)
    {
        var context = new DefaultHttpContext();
        (context.Request.Scheme, context.Connection.RemoteIpAddress) = ("http", IPAddress.Parse(from));
        (context.Request.Headers["X-Forwarded-Proto"], context.Request.Headers["X-Forwarded-For"]) = ("https", "203.0.113.7");
        var options = new ForwardedHeadersOptions();
        TrustedProxies.Configure(options, new HostSettings { TrustedProxies = trusted });

        await new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(context);

        Assert.Equal(isBelieved ? "https" : "http", context.Request.Scheme);
        Assert.Equal(isBelieved ? "203.0.113.7" : from, context.Connection.RemoteIpAddress!.ToString());
    }

    [Fact]
    public async Task Setting_ThatIsNoAddress_IsNamedAtStart()
    {
        await using var app = BackOfficeApp.Build(["--environment", "Development", "--TrustedProxies", "10.0.0.5, proxy.example"]);

        Assert.Equal("TrustedProxies: \"proxy.example\" is neither an address (10.0.0.5) nor a network (10.0.0.0/24).", Assert.Single(SettingsCheck.Faults(app.Services)));
    }

    private static HttpRequestMessage Forwarded(HttpMethod method, string path, string? scheme)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Host = "desk.example";
        if (scheme is not null)
        {
            request.Headers.Add("X-Forwarded-Proto", scheme);
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        }

        return request;
    }
}
