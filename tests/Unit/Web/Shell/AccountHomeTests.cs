using BackOffice.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Unit.Web.Shell;

public sealed class AccountHomeTests(RunningShell shell) : IClassFixture<RunningShell>
{
    [Theory]
    [InlineData("agent", 2, "2 recovery codes are left.")]
    [InlineData("agent2", 1, "1 recovery code is left.")]
    public async Task RecoveryCodes_ThatAreLeft_AreCounted(string who, int left, string expected)
    {
        using var browser = await shell.SignedInAsync(who);
        await AccountPagesTests.SwitchOnAsync(browser);
        await using (var scope = shell.Services.CreateAsyncScope())
        {
            var people = scope.ServiceProvider.GetRequiredService<UserManager<StaffUser>>();
            await people.GenerateNewTwoFactorRecoveryCodesAsync((await people.FindByNameAsync(who + "@rehearsal.example"))!, left);
        }

        Assert.Contains(expected, await browser.GetStringAsync(new Uri("/account", UriKind.Relative)), StringComparison.Ordinal);
    }
}
