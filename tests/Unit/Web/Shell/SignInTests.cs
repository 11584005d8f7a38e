using System.Net;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class SignInTests(RunningShell shell) : IClassFixture<RunningShell>
{
    [Fact]
    public async Task SignIn_RightPassword_BeginsASessionWithAHardenedCookie()
    {
        using var browser = shell.Browser();

        using var answer = await RunningShell.SignInAsync(browser, "agent@rehearsal.example", RunningShell.Password);

        Assert.Equal("/", RunningShell.LeadsTo(answer));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("desk=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_Administrator_BeginsWhereTheirRightsBegin()
    {
        using var browser = shell.Browser();

        using var answer = await RunningShell.SignInAsync(browser, "administrator@rehearsal.example", RunningShell.Password);

        Assert.Equal("/staff", RunningShell.LeadsTo(answer));
    }

    [Theory]
    [InlineData("/cases?mine=1", "/cases?mine=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    public async Task SignIn_ReturnAddress_IsFollowedOnlyWithinTheSite(string asked, string followed)
    {
        using var browser = shell.Browser();

        using var answer = await RunningShell.SignInAsync(browser, "agent2@rehearsal.example", RunningShell.Password, asked);

        Assert.Equal(followed, RunningShell.LeadsTo(answer));
    }

    [Fact]
    public async Task SignIn_UnknownPersonAndWrongPassword_LookTheSame()
    {
        using var browser = shell.Browser();

        using var unknown = await RunningShell.SignInAsync(browser, "nobody@rehearsal.example", "not the password");
        using var wrong = await RunningShell.SignInAsync(browser, "supervisor@rehearsal.example", "not the password");

        Assert.Equal(HttpStatusCode.OK, unknown.StatusCode);
        Assert.Equal(unknown.StatusCode, wrong.StatusCode);
        Assert.Equal(await NoticeOfAsync(unknown), await NoticeOfAsync(wrong));
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LockTheAccountAgainstTheRightOne()
    {
        using var browser = shell.Browser();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await RunningShell.SignInAsync(browser, "supervisor2@rehearsal.example", "wrong")).Dispose();
        }

        using var answer = await RunningShell.SignInAsync(browser, "supervisor2@rehearsal.example", RunningShell.Password);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("E-mail or password is wrong.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_BarredPerson_IsNotLetInAndAnOldCookieNoLongerOpensAnything()
    {
        using var browser = await shell.SignedInAsync("auditor");
        var administrator = await ActorAsync("administrator@rehearsal.example");
        var auditor = Assert.Single((await Use<ListStaff>().ExecuteAsync(administrator, CancellationToken.None)).Require(), row => row.Email == "auditor@rehearsal.example");

        (await Use<ChangeStaff>().ExecuteAsync(administrator, new ChangeStaffInput
        {
            UserId = auditor.UserId, Version = auditor.Version, DisplayName = auditor.DisplayName, Roles = auditor.Roles, IsActive = false,
        }, CancellationToken.None)).Require();

        using var old = await browser.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.StartsWith("/account/sign-in", RunningShell.LeadsTo(old), StringComparison.Ordinal);
        using var again = await RunningShell.SignInAsync(shell.Browser(), "auditor@rehearsal.example", RunningShell.Password);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task SignIn_InitialPassword_OpensOnlyThePageWhereItIsChanged()
    {
        var (browser, initial) = await SignedInAnewAsync("new@rehearsal.example");

        using var desk = await browser.GetAsync(new Uri("/rehearsal", UriKind.Relative));
        Assert.Equal("/account/password", RunningShell.LeadsTo(desk));
        using var changed = await RunningShell.PostAsync(
            browser, "/account/password", new() { ["Old"] = initial, ["New"] = "four quiet words here", ["Again"] = "four quiet words here" }, "password");
        Assert.Equal("/account?done=Password", RunningShell.LeadsTo(changed));
        using var open = await browser.GetAsync(new Uri("/rehearsal", UriKind.Relative));
        using var file = await browser.GetAsync(new Uri("/export/void-cases.csv", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (open.StatusCode, file.StatusCode));
    }

    /// <summary>By what would answer: a file of cases is not open because its address ends like that of a style sheet.</summary>
    [Theory]
    [InlineData("/export/void-cases.csv", "/account/password")]
    [InlineData("/account/passkeys", "/account/password")]
    [InlineData("/no-such.file", "/account/password")]
    [InlineData("/css/tokens.css", null)]
    [InlineData("/account/password", null)]
    [InlineData("/account/locked-out", null)]
    public async Task SignIn_InitialPassword_OpensWhatAStrangerMayHaveAndNoMore(string asked, string? leadsTo)
    {
        var (browser, _) = await SignedInAnewAsync("new" + asked.Replace('/', '-') + "@rehearsal.example");

        using var answer = await browser.GetAsync(new Uri(asked, UriKind.Relative));

        Assert.Equal((leadsTo, leadsTo is null), (RunningShell.LeadsTo(answer), answer.IsSuccessStatusCode));
    }

    [Fact]
    public async Task Password_InitialOneAsTheNewOne_IsRefusedAndOpensNothing()
    {
        var (browser, initial) = await SignedInAnewAsync("same@rehearsal.example");

        using var answer = await RunningShell.PostAsync(browser, "/account/password", new() { ["Old"] = initial, ["New"] = initial, ["Again"] = initial }, "password");

        Assert.Contains("The new password is the present one.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var desk = await browser.GetAsync(new Uri("/rehearsal", UriKind.Relative));
        Assert.Equal("/account/password", RunningShell.LeadsTo(desk));
    }

    /// <summary>Who is spared the comparison of a password can be told apart by a stopwatch.</summary>
    [Fact]
    public async Task SignIn_ThatIsRefused_CostsOneHashWhoeverItIs()
    {
        var people = Use<UserManager<StaffUser>>();
        var (locked, barred) = (await HireAsync("locked@rehearsal.example"), await HireAsync("barred@rehearsal.example"));
        await people.SetLockoutEndDateAsync((await people.FindByIdAsync(locked.UserId.ToString()))!, TimeProvider.System.GetUtcNow().AddMinutes(5));
        var leaver = (await people.FindByIdAsync(barred.UserId.ToString()))!;
        leaver.IsActive = false;
        await people.UpdateAsync(leaver);

        var spent = (await HashesOfAsync("nobody@rehearsal.example"), await HashesOfAsync("agent@rehearsal.example"),
            await HashesOfAsync("locked@rehearsal.example"), await HashesOfAsync("barred@rehearsal.example"));

        Assert.Equal((1, 1, 1, 1), spent);
    }

    [Fact]
    public async Task SignOut_Everywhere_EndsTheOtherSessionsToo()
    {
        using var here = await shell.SignedInAsync("supervisor");
        using var elsewhere = await shell.SignedInAsync("supervisor");

        using var answer = await RunningShell.PostAsync(here, "/account", [], "everywhere");

        Assert.Equal("/account/signed-out", RunningShell.LeadsTo(answer));
        using var other = await elsewhere.GetAsync(new Uri("/account", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
    }

    [Fact]
    public async Task SignOut_WithoutTheFormsToken_IsRefused()
    {
        using var browser = await shell.SignedInAsync("agent");
        using var content = new FormUrlEncodedContent([]);

        using var answer = await browser.PostAsync(new Uri("/account/sign-out", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private async Task<int> HashesOfAsync(string email)
    {
        using var browser = shell.Browser();
        var before = shell.Hashes;
        (await RunningShell.SignInAsync(browser, email, "not the password")).Dispose();
        return shell.Hashes - before;
    }

    /// <summary>Somebody who may do what a right can open here, an export too.</summary>
    private async Task<StaffCreated> HireAsync(string email) => (await Use<CreateStaff>().ExecuteAsync(
        await ActorAsync("administrator@rehearsal.example"), new CreateStaffInput { Email = email, DisplayName = "New Supervisor", Roles = [Role.Supervisor] }, CancellationToken.None)).Require();

    private async Task<(HttpClient Browser, string Initial)> SignedInAnewAsync(string email)
    {
        var made = await HireAsync(email);
        var browser = shell.Browser();
        (await RunningShell.SignInAsync(browser, email, made.InitialPassword)).Dispose();
        return (browser, made.InitialPassword);
    }

    private static async Task<string> NoticeOfAsync(HttpResponseMessage answer)
    {
        var page = await answer.Content.ReadAsStringAsync();
        var start = page.IndexOf("class=\"notice", StringComparison.Ordinal);
        return page[start..page.IndexOf("<form", start, StringComparison.Ordinal)];
    }

    private T Use<T>()
        where T : notnull => shell.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private Task<Actor> ActorAsync(string email) =>
        shell.ReadAsync(async db => new Actor(await db.Users.Where(u => u.Email == email).Select(u => u.Id).SingleAsync(), "Adam Administrator"));
}
