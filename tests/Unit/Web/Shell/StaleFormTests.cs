using System.Net;

namespace Unit.Web.Shell;

/// <summary>A form that was made for nobody, or for whoever was here before, and is sent now.</summary>
public sealed class StaleFormTests(RunningShell shell) : IClassFixture<RunningShell>
{
    private const string Said = "The page was too old: nothing was done. Try once more.";

    [Fact]
    public async Task Form_OfTheSignIn_KeepsTheAddressThatWasAskedFor()
    {
        using var browser = shell.Browser();

        using var stale = await PostAsync(browser, "/account/sign-in?returnUrl=%2Fcases%3Fmine%3D1", "sign-in");
        var page = await browser.GetStringAsync(new Uri(RunningShell.LeadsTo(stale)!, UriKind.Relative));
        using var inAnotherTab = await RunningShell.SignInAsync(browser, "agent@rehearsal.example", RunningShell.Password);
        using var again = await browser.GetAsync(new Uri(RunningShell.LeadsTo(stale)!, UriKind.Relative));

        Assert.Equal("/account/sign-in?returnUrl=%2Fcases%3Fmine%3D1&stale=1", RunningShell.LeadsTo(stale));
        Assert.Contains(Said, page, StringComparison.Ordinal);
        Assert.Equal("/cases?mine=1", RunningShell.LeadsTo(again));
    }

    [Theory]
    [InlineData("/account", "everywhere")]
    [InlineData("/account/password", "password")]
    [InlineData("/account/authenticator", "authenticator")]
    [InlineData("/account/authenticator/off", "authenticator-off")]
    [InlineData("/account/recovery-codes", "recovery-codes")]
    [InlineData("/account/passkeys", "add-passkey")]
    public async Task Form_OfAnAccountPage_IsAnsweredWithThePageAndWhatHappened(string path, string form)
    {
        using var browser = await shell.SignedInAsync("supervisor");

        using var stale = await PostAsync(browser, path, form);
        var page = await browser.GetStringAsync(new Uri(RunningShell.LeadsTo(stale)!, UriKind.Relative));
        var asEver = await browser.GetStringAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(path + "?stale=1", RunningShell.LeadsTo(stale));
        Assert.Contains(Said, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, asEver, StringComparison.Ordinal);
    }

    /// <summary>Neither sent twice, nor beside what was done before it.</summary>
    [Theory]
    [InlineData("/account?done=Password", "/account?stale=1")]
    [InlineData("/account?stale=1", "/account?stale=1")]
    public async Task Form_SentFromAPageThatSaysSomething_SaysOnlyThatItWasTooOld(string from, string leadsTo)
    {
        using var browser = await shell.SignedInAsync("agent2");

        using var stale = await PostAsync(browser, from, "everywhere");

        Assert.Equal(leadsTo, RunningShell.LeadsTo(stale));
    }

    [Fact]
    public async Task Form_SentAfterAStaleOne_IsAnsweredForItself()
    {
        using var browser = await shell.SignedInAsync("agent2");

        using var answer = await RunningShell.PostAsync(
            browser, "/account/password?stale=1", new() { ["Old"] = "not mine", ["New"] = "four quiet words here", ["Again"] = "four quiet words here" }, "password");

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The present password is not right.", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, page, StringComparison.Ordinal);
    }

    /// <summary>With a token that was made for nobody who is here.</summary>
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string form)
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = "made-for-somebody-else", ["_handler"] = form });
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);
    }
}
