using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Settings;
using BackOffice.Web;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>
/// A rehearsal and an office never work on one file. One that did made six accounts with a published password in the office's books, and its sender
/// took up the office's permits.
/// </summary>
public sealed class DatabaseOwnerTests : IDisposable
{
    private readonly TestDatabase database = TestDatabase.Create();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Rehearsal_OnTheDatabaseOfAnOffice_DoesNotStartAndWritesNothing()
    {
        await HireAsync("boss@desk.example");
        await using var app = Build("Rehearsal");

        var fault = Assert.Single(SettingsCheck.Faults(app.Services));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Equal(fault, refused.Message);
        Assert.StartsWith("Mode: is Rehearsal", fault, StringComparison.Ordinal);
        Assert.Contains(database.File, fault, StringComparison.Ordinal);
        Assert.Contains("Set Mode=Live", fault, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(["boss@desk.example"], await db.Users.Select(u => u.Email).ToListAsync());
        Assert.False(await db.Set<ApprovalRule>().AnyAsync());
    }

    [Fact]
    public async Task Live_OnTheDatabaseOfARehearsal_DoesNotStart()
    {
        await StartAsync("Rehearsal");
        await using var app = Build("Live");

        var fault = Assert.Single(SettingsCheck.Faults(app.Services));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Equal(fault, refused.Message);
        Assert.StartsWith("Mode: is Live", fault, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings:BackOffice", fault, StringComparison.Ordinal);
    }

    /// <summary>Also where people of its own were made in it, and where it was put back from a backup.</summary>
    [Fact]
    public async Task Rehearsal_OnItsOwnDatabase_StartsAgain()
    {
        await StartAsync("Rehearsal");
        await HireAsync("new@desk.example");
        await StartAsync("Rehearsal");

        var copy = database.File + ".backup";
        Assert.Equal(FileVerdict.Good, DatabaseBackup.Take(database.File, copy, null, TimeProvider.System, CancellationToken.None).Verdict);
        database.LetGo();
        Assert.Equal(FileVerdict.Good, DatabaseRestore.PutInPlace(copy, database.File, TimeProvider.System).Verdict);
        await StartAsync("Rehearsal");

        await using var db = database.Open();
        Assert.Equal(7, await db.Users.CountAsync());
    }

    [Fact]
    public async Task Live_OnADatabaseThatIsNewOrItsOwn_Starts()
    {
        await StartAsync("Live");
        await HireAsync("boss@desk.example");
        await StartAsync("Live");
    }

    /// <summary>What is looked for in a file is what a rehearsal writes into it.</summary>
    [Fact]
    public async Task Cast_IsKnownByItsAddresses()
    {
        await using var app = Build("Rehearsal");

        Assert.All(app.Services.GetRequiredService<IRehearsal>().Cast, person => Assert.EndsWith(DatabaseOwner.OfTheCast, person.Email, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Program_OnADatabaseThatIsNotItsOwn_EndsAsWithWrongSettings()
    {
        await using var desk = await Desk.StartAsync();
        await desk.Staff.AgentAsync();

        var (code, _, complained) = await RealProgram.CommandAsync(desk, "--Mode=Rehearsal");

        Assert.Equal(1, code);
        var lines = complained.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(2, lines.Length);
        Assert.Equal("Atlas Back Office does not start: these settings are wrong.", lines[0]);
        Assert.StartsWith("Mode: is Rehearsal", lines[1], StringComparison.Ordinal);
    }

    private async Task HireAsync(string email)
    {
        await using var db = database.Open();
        db.Add(new StaffUser { Id = Guid.NewGuid(), DisplayName = "Somebody", UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email });
        await db.SaveChangesAsync();
    }

    private async Task StartAsync(string mode)
    {
        await using var app = Build(mode);
        Assert.Empty(SettingsCheck.Faults(app.Services));
        await app.StartAsync();
        await app.StopAsync();
    }

    private WebApplication Build(string mode) => BackOfficeApp.Build(
        [
            "--environment", "Development", "--contentRoot", Path.GetDirectoryName(database.File)!, "--Urls", "http://127.0.0.1:0", "--Mode", mode,
            "--ConnectionStrings:BackOffice", database.ConnectionString,
            "--Atlas:BaseUrl", "http://127.0.0.1:9", "--Atlas:ClientId", "tests", "--Atlas:ClientSecret", "tests-secret", "--Atlas:WebhookSecret", "a-secret-of-the-tests-0123456789",
        ],
        builder => builder.Logging.SetMinimumLevel(LogLevel.Critical));
}
