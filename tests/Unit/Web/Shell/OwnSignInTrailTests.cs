using System.Buffers.Text;
using BackOffice.Core.Audit;
using Microsoft.EntityFrameworkCore;

namespace Unit.Web.Shell;

/// <summary>Each account page that changes how its person signs in writes the line for it, and one that changed nothing writes none.</summary>
public sealed class OwnSignInTrailTests(RunningShell shell) : IClassFixture<RunningShell>
{
    [Fact]
    public async Task Password_Changed_IsOnTheTrail()
    {
        using var browser = await shell.SignedInAsync("agent");

        (await ChangePasswordAsync(browser, "not mine", "four quiet words here")).Dispose();
        (await ChangePasswordAsync(browser, RunningShell.Password, "aaaaaaaaaaaaaa")).Dispose();
        var beforeTheRightOne = await TrailAsync("agent");
        (await ChangePasswordAsync(browser, RunningShell.Password, "four quiet words here")).Dispose();

        Assert.Empty(beforeTheRightOne);
        Assert.Equal(["account.password-changed"], await TrailAsync("agent"));
    }

    [Fact]
    public async Task SecondFactor_SwitchedOnAndOff_IsOnTheTrail_AndSoAreNewCodes()
    {
        using var browser = await shell.SignedInAsync("supervisor");

        (await RunningShell.PostAsync(browser, "/account/authenticator/off", [], "authenticator-off")).Dispose();
        var (_, codes) = await AccountPagesTests.SwitchOnAsync(browser);
        using var made = await RunningShell.PostAsync(browser, "/account/recovery-codes", [], "recovery-codes");
        using var off = await RunningShell.PostAsync(browser, "/account/authenticator/off", [], "authenticator-off");

        Assert.Equal(10, codes.Count);
        Assert.Contains("<ul class=\"recovery-codes\">", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/account?done=SecondOff", RunningShell.LeadsTo(off));
        Assert.Equal(["account.second-factor-on", "account.recovery-codes-made", "account.second-factor-off"], await TrailAsync("supervisor"));
    }

    [Fact]
    public async Task Passkey_RenamedAndRemoved_IsOnTheTrail()
    {
        using var browser = await shell.SignedInAsync("auditor");
        await AccountPagesTests.RegisterAsync(shell, "auditor@rehearsal.example", "Phone", 7);
        var id = Base64Url.EncodeToString([7, 7, 7, 7]);

        using var renamed = await RunningShell.PostAsync(browser, "/account/passkeys", new() { ["Name"] = "Old phone" }, "rename-" + id);
        using var removed = await RunningShell.PostAsync(browser, "/account/passkeys/remove?id=" + id, [], "passkey-removal");

        Assert.Equal(("/account/passkeys?done=PasskeyNamed", "/account/passkeys?done=PasskeyGone"), (RunningShell.LeadsTo(renamed), RunningShell.LeadsTo(removed)));
        Assert.Equal(["account.passkey-renamed", "account.passkey-removed"], await TrailAsync("auditor"));
    }

    [Fact]
    public async Task SignOut_Everywhere_IsOnTheTrail()
    {
        using var browser = await shell.SignedInAsync("administrator");

        using var answer = await RunningShell.PostAsync(browser, "/account", [], "everywhere");

        Assert.Equal("/account/signed-out", RunningShell.LeadsTo(answer));
        Assert.Equal(["account.signed-out-everywhere"], await TrailAsync("administrator"));
    }

    private static Task<HttpResponseMessage> ChangePasswordAsync(HttpClient browser, string old, string wanted) =>
        RunningShell.PostAsync(browser, "/account/password", new() { ["Old"] = old, ["New"] = wanted, ["Again"] = wanted }, "password");

    /// <summary>What a person did to their own account, oldest first.</summary>
    private Task<List<string>> TrailAsync(string who) => shell.ReadAsync(async db =>
    {
        var id = await db.Users.Where(u => u.Email == who + "@rehearsal.example").Select(u => u.Id).SingleAsync();
        var subject = "staff:" + id;
        return await db.Set<AuditEntry>()
            .Where(e => e.ActorId == id && e.Subject == subject && EF.Functions.Like(e.Action, "account.%")).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync();
    });
}
