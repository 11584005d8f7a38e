using System.Net;
using System.Text.RegularExpressions;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed partial class AccountPagesTests(RunningShell shell) : IClassFixture<RunningShell>
{
    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/recovery-codes")]
    [InlineData("/account/authenticator/off")]
    [InlineData("/account/locked-out")]
    public async Task Page_SignedIn_Answers(string path)
    {
        using var browser = await shell.SignedInAsync("agent");

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Authenticator_RightCode_IsAskedForAtTheNextSignIn()
    {
        using var browser = await shell.SignedInAsync("supervisor");
        using var elsewhere = await shell.SignedInAsync("supervisor");
        var (key, codes) = await SwitchOnAsync(browser);
        Assert.Equal(10, codes.Distinct(StringComparer.Ordinal).Count());
        using var ended = await elsewhere.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.True(await shell.ReadAsync(db => db.Users.Where(u => u.Email == "supervisor@rehearsal.example").Select(u => u.TwoFactorEnabled).SingleAsync()));

        using var again = shell.Browser();
        using var password = await RunningShell.SignInAsync(again, "supervisor@rehearsal.example", RunningShell.Password);
        Assert.StartsWith("/account/second-factor", RunningShell.LeadsTo(password), StringComparison.Ordinal);
        using var wrong = await RunningShell.PostAsync(again, "/account/second-factor", new() { ["Code"] = "000000" }, "second-factor");
        Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        using var right = await RunningShell.PostAsync(again, "/account/second-factor", new() { ["Code"] = TotpCode.Of(key, TimeProvider.System.GetUtcNow()) }, "second-factor");
        Assert.Equal("/", RunningShell.LeadsTo(right));
    }

    /// <summary>Until a code has proved the key, nothing has changed about how the person signs in.</summary>
    [Fact]
    public async Task Authenticator_OnlyLookedAt_KeepsItsKeyAndEndsNoSession()
    {
        using var here = await shell.SignedInAsync("agent2");
        using var elsewhere = await shell.SignedInAsync("agent2");

        var first = await here.GetStringAsync(new Uri("/account/authenticator", UriKind.Relative));
        var again = await here.GetStringAsync(new Uri("/account/authenticator", UriKind.Relative));

        using var stays = await elsewhere.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        Assert.NotEqual("", KeyOf(first));
        Assert.Equal(KeyOf(first), KeyOf(again));
    }

    /// <summary>The phone is lost: a code that was kept opens the account, and opens it once.</summary>
    [Fact]
    public async Task RecoveryCode_OfOnesOwn_OpensTheAccountOnce()
    {
        using var browser = await shell.SignedInAsync("auditor");
        var (_, codes) = await SwitchOnAsync(browser);

        using var first = await RecoverAsync("auditor", codes[0]);
        using var again = await RecoverAsync("auditor", codes[0]);
        using var other = await RecoverAsync("auditor", codes[1]);

        Assert.Equal(("/", null, "/"), (RunningShell.LeadsTo(first), RunningShell.LeadsTo(again), RunningShell.LeadsTo(other)));
        Assert.Contains("was used before", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Password_WrongOldOne_IsSaidAndNothingChanges()
    {
        using var browser = await shell.SignedInAsync("agent2");

        using var answer = await RunningShell.PostAsync(
            browser, "/account/password", new() { ["Old"] = "not mine", ["New"] = "four quiet words here", ["Again"] = "four quiet words here" }, "password");

        Assert.Contains("The present password is not right.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await shell.SignedInAsync("agent2")).Dispose();
    }

    [Fact]
    public async Task Password_Changed_KeepsThisSessionAndEndsTheOthers()
    {
        using var here = await shell.SignedInAsync("supervisor2");
        using var elsewhere = await shell.SignedInAsync("supervisor2");

        using var changed = await RunningShell.PostAsync(
            here, "/account/password", new() { ["Old"] = RunningShell.Password, ["New"] = "four quiet words here", ["Again"] = "four quiet words here" }, "password");

        Assert.Equal("/account?done=Password", RunningShell.LeadsTo(changed));
        using var stays = await here.GetAsync(new Uri("/account", UriKind.Relative));
        using var ended = await elsewhere.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (stays.StatusCode, ended.StatusCode));
    }

    [Fact]
    public async Task Passkey_CreationOptions_NameThePersonAndNeedTheFormsToken()
    {
        using var browser = await shell.SignedInAsync("agent");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/account/passkey/creation-options");
        request.Headers.Add("RequestVerificationToken", await RunningShell.TokenAsync(browser, "/account/passkeys"));

        using var given = await browser.SendAsync(request);
        using var refused = await browser.PostAsync(new Uri("/account/passkey/creation-options", UriKind.Relative), content: null);

        Assert.Contains("agent@rehearsal.example", await given.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Passkeys_OfTheList_CarryTheirNamesInEveryLabel()
    {
        using var browser = await shell.SignedInAsync("agent");
        await RegisterAsync(shell, "agent@rehearsal.example", "Laptop", 1);
        await RegisterAsync(shell, "agent@rehearsal.example", "Phone", 2);

        var page = WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri("/account/passkeys", UriKind.Relative)));

        Assert.All(
            new[] { "Name of Laptop", "Save name of Laptop", "Remove Laptop", "Name of Phone", "Save name of Phone", "Remove Phone" },
            label => Assert.Contains($"aria-label=\"{label}\"", page, StringComparison.Ordinal));
        Assert.Contains("role=\"alert\" data-passkey-fault", page, StringComparison.Ordinal);
    }

    /// <summary>Who removes the wrong one may be locked out: it is asked first, by name, and of its owner alone.</summary>
    [Fact]
    public async Task Passkey_ToBeRemoved_IsAskedAboutAndGoesOnlyAfterTheAnswer()
    {
        using var browser = await shell.SignedInAsync("administrator");
        using var colleague = await shell.SignedInAsync("agent");
        await RegisterAsync(shell, "administrator@rehearsal.example", "Yubikey", 3);
        var question = Removal().Match(await browser.GetStringAsync(new Uri("/account/passkeys", UriKind.Relative))).Groups["address"].Value;

        var asked = await browser.GetStringAsync(new Uri(question, UriKind.Relative));
        using var refused = await colleague.GetAsync(new Uri(question, UriKind.Relative));
        var before = await PasskeysAsync("administrator@rehearsal.example");
        using var removed = await RunningShell.PostAsync(browser, question, [], "passkey-removal");

        Assert.Contains("Yubikey", asked, StringComparison.Ordinal);
        Assert.Equal(("/account/passkeys", "/account/passkeys?done=PasskeyGone"), (RunningShell.LeadsTo(refused), RunningShell.LeadsTo(removed)));
        Assert.Equal((1, 0), (before, await PasskeysAsync("administrator@rehearsal.example")));
    }

    private Task<int> PasskeysAsync(string email) => shell.ReadAsync(db => db.UserPasskeys.CountAsync(p => db.Users.Any(u => u.Id == p.UserId && u.Email == email)));

    /// <summary>As a browser would have: no test has a device to ask.</summary>
    internal static async Task RegisterAsync(RunningShell shell, string email, string name, byte id)
    {
        await using var scope = shell.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
        var passkey = new UserPasskeyInfo(
            credentialId: [id, id, id, id], publicKey: [1], createdAt: TimeProvider.System.GetUtcNow(), signCount: 0, transports: [], isUserVerified: true,
            isBackupEligible: false, isBackedUp: false, attestationObject: [1], clientDataJson: [1]) { Name = name };
        Assert.True((await people.AddOrUpdatePasskeyAsync((await people.FindByNameAsync(email))!, passkey)).Succeeded);
    }

    private static string KeyOf(string page) => Key().Match(page).Groups["key"].Value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The second step of somebody who is signed in.</summary>
    /// <returns>What the app keeps, and what the person does.</returns>
    internal static async Task<(string Key, IReadOnlyList<string> Codes)> SwitchOnAsync(HttpClient browser)
    {
        var page = await browser.GetStringAsync(new Uri("/account/authenticator", UriKind.Relative));
        Assert.Contains("src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        var key = KeyOf(page);
        using var on = await RunningShell.PostAsync(browser, "/account/authenticator", new() { ["Code"] = TotpCode.Of(key, TimeProvider.System.GetUtcNow()) }, "authenticator");
        return (key, [.. Kept().Matches(await on.Content.ReadAsStringAsync()).Select(m => m.Groups["code"].Value)]);
    }

    /// <summary>Signs in by the password, and by a recovery code in place of the app's.</summary>
    private async Task<HttpResponseMessage> RecoverAsync(string who, string code)
    {
        using var browser = shell.Browser();
        (await RunningShell.SignInAsync(browser, who + "@rehearsal.example", RunningShell.Password)).Dispose();
        return await RunningShell.PostAsync(browser, "/account/recovery-code", new() { ["Code"] = code }, "recovery-code");
    }

    [GeneratedRegex("<li class=\"code\">(?<code>[^<]+)</li>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kept();

    [GeneratedRegex("href=\"(?<address>/account/passkeys/remove[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Removal();

    [GeneratedRegex("<span class=\"code\">(?<key>[a-z2-7 ]{32,})</span>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();
}
