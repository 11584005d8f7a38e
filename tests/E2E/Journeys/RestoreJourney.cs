using BackOffice.Core.Backups;
using BackOffice.Core.Data;
using BackOffice.Sandbox;
using E2E.Stage;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace E2E.Journeys;

/// <summary>The program is started on a backup: whoever opens a page sees that nothing is sent, since when, and what is missing.</summary>
public sealed class RestoreJourney
{
    [Theory]
    [InlineData(false, "en-GB", "Restored: nothing is sent yet")]
    [InlineData(true, "zh-CN", "数据库已恢复：暂不发送")]
    public async Task Desk_StartedOnABackup_SaysSoOnEveryPage(bool isDark, string language, string label)
    {
        var clock = new MovableClock();
        using var partner = new AtlasStandIn(clock);
        await using var play = SandboxApp.Build(partner, clock, "http://127.0.0.1:0");
        await play.StartAsync();
        using var temporary = new TemporaryFolder("backoffice-restored-");
        var folder = temporary.Path;
        await PutBackupAsync(Path.Combine(folder, "desk.db"), clock.GetUtcNow().AddHours(-3));

        await using var desk = await DeskProcess.StartAsync(folder, SandboxApp.AddressOf(play), partner.Options.ClientId, partner.Options.ClientSecret);
        await using var administrator = await Person.SignInAsync(
            desk.Address, DeskProcess.AdministratorEmail, DeskProcess.AdministratorPassword, isDark, language);
        foreach (var path in new[] { "/staff", "/health" })
        {
            await administrator.GoAsync(path);
            await Expect(administrator.Page.Locator(".recovery-bar")).ToContainTextAsync(label);
            await Expect(administrator.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
            Assert.Equal([], await administrator.AxeAsync());
        }

        await Expect(administrator.Page.Locator("#recovery-title")).ToBeVisibleAsync();
    }

    private static async Task PutBackupAsync(string file, DateTimeOffset takenAt)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, "Data Source=" + file);
        await using var db = new BackOfficeDb(options.Options);
        await db.Database.MigrateAsync();
        db.Add(new RestoreMark { Origin = RestoreOrigins.Backup, TakenAt = takenAt, LastCaseId = 0 });
        await db.SaveChangesAsync();
    }
}
