using BackOffice.Core.Settings;
using BackOffice.Web;
using BackOffice.Web.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>Which database a start works on, and whether it is thrown away first: only the rehearsal's own is.</summary>
public sealed class DatabasePlaceTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("back-office-place-");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("backoffice.db", false, "--Mode=Live")]
    [InlineData("backoffice.db", false, "--Mode=Live", "--environment=Development")]
    [InlineData("backoffice.db", false, "--environment=Production")]
    [InlineData("rehearsal.db", true, "--Mode=Rehearsal")]
    [InlineData("rehearsal.db", true, "--environment=Development")]
    public void Place_ThatNobodyNamed_IsBegunAfreshInARehearsalOnly(string file, bool isBegunAfresh, params string[] settings) =>
        Assert.Equal(new DatabasePlace(Path.Combine(folder.FullName, "data", file), isBegunAfresh), DatabasePlace.Find([.. settings, "--contentRoot=" + folder.FullName]));

    [Theory]
    [InlineData("--Mode=Live")]
    [InlineData("--Mode=Rehearsal")]
    public void Place_ThatSomebodyNamed_IsNeverBegunAfresh(string mode)
    {
        var file = Path.Combine(folder.FullName, "own.db");

        Assert.Equal(new DatabasePlace(file, false), DatabasePlace.Find([mode, "--contentRoot=" + folder.FullName, "--ConnectionStrings:BackOffice=Data Source=" + file]));
    }

    [Theory]
    [InlineData("Live", "backoffice.db", true)]
    [InlineData("Rehearsal", "rehearsal.db", false)]
    public async Task Start_OnADatabaseThatIsThere_KeepsItUnlessItIsTheRehearsalsOwn(string mode, string file, bool isKept)
    {
        var database = Path.Combine(folder.CreateSubdirectory("data").FullName, file);
        await WriteAsync(database);

        await StartAsync(mode);

        await using var db = TestDatabase.OpenFile(database);
        Assert.Equal(isKept, await db.Set<ApprovalRule>().AnyAsync(r => r.Currency == "CHF"));
    }

    /// <summary>In the newest shape, with one row that no start makes.</summary>
    private static async Task WriteAsync(string file)
    {
        using var made = TestDatabase.Create();
        await using (var db = made.Open())
        {
            db.Add(new ApprovalRule { Currency = "CHF", FreeUpToMinor = 100_00 });
            await db.SaveChangesAsync();
        }

        made.LetGo();
        File.Copy(made.File, file);
    }

    private async Task StartAsync(string mode)
    {
        await using var app = BackOfficeApp.Build(
            [
                "--environment", "Development", "--contentRoot", folder.FullName, "--Urls", "http://127.0.0.1:0", "--Mode", mode,
                "--Atlas:BaseUrl", "http://127.0.0.1:9", "--Atlas:ClientId", "tests", "--Atlas:ClientSecret", "tests-secret", "--Atlas:WebhookSecret", "a-secret-of-the-tests-0123456789",
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Critical));
        await app.StartAsync();
        await app.StopAsync();
    }
}
