using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Unit.Testing;

namespace Unit.Data;

public sealed class ModelTests
{
    [Fact]
    public void Model_AndMigrations_AreTheSame()
    {
        using var database = TestDatabase.Empty();
        using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrations_FromNothing_MakeADeskThatCanWork()
    {
        using var database = TestDatabase.Empty();
        await using var db = database.Open();

        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)), await db.Set<DeskSettings>().Select(d => ValueTuple.Create(d.SafetyMargin, d.QuietPeriod)).SingleAsync());
        Assert.Equal(Roles.All.Select(Roles.NameOf).Order(), (await db.Roles.Select(r => r.Name).ToListAsync()).Order());
    }

    [Fact]
    public async Task Migrations_Twice_ChangeNothing()
    {
        using var database = TestDatabase.Create();
        await using var db = database.Open();

        await db.Database.MigrateAsync();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    /// <summary>A power cut must not lose an intent: every commit is on the disk, in a journal that survives two writers.</summary>
    [Theory]
    [InlineData("journal_mode", "truncate")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "15000")]
    public async Task Connection_IsOpenedTheCarefulWay(string pragma, string expected)
    {
        using var database = TestDatabase.Create();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();

        Assert.Equal(expected, await AskAsync(db, "PRAGMA " + pragma));
    }

    [Fact]
    public async Task File_AfterWrites_HasNoWriteAheadLogBesideIt()
    {
        using var database = TestDatabase.Create();
        await using var db = database.Open();
        db.Add(new ApprovalRule { Currency = "USD", FreeUpToMinor = 1 });
        await db.SaveChangesAsync();

        var folder = Path.GetDirectoryName(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)!;
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), f => f.EndsWith("-wal", StringComparison.Ordinal));
    }

    /// <summary>SQLite would sort neither instants nor money as text the way people do.</summary>
    [Theory]
    [InlineData("Cases", "DeadlineAt", "INTEGER")]
    [InlineData("Cases", "AtStake", "TEXT")]
    [InlineData("Cases", "State", "TEXT")]
    [InlineData("Attempts", "PlannedAt", "INTEGER")]
    [InlineData("Audit", "Sequence", "INTEGER")]
    [InlineData("DeskSettings", "SafetyMargin", "INTEGER")]
    public async Task Column_HasItsStoredForm(string table, string column, string expected)
    {
        using var database = TestDatabase.Create();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();

        Assert.Equal(expected, await AskAsync(db, $"SELECT type FROM pragma_table_info('{table}') WHERE name = '{column}'"));
    }

    /// <summary>The rules that hold even where a line of code forgets to ask.</summary>
    [Theory]
    [InlineData("IX_Cases_OneOpen", "\"Holds\" IS NOT NULL")]
    [InlineData("IX_Attempts_OneLive", "\"Holds\" IS NOT NULL")]
    [InlineData("IX_Approvals_OneWaiting", "\"State\" = 'waiting'")]
    public async Task UniqueIndex_IsInTheDatabaseWithItsCondition(string index, string filter)
    {
        using var database = TestDatabase.Create();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();

        var sql = await AskAsync(db, $"SELECT sql FROM sqlite_master WHERE type = 'index' AND name = '{index}'");

        Assert.StartsWith("CREATE UNIQUE INDEX", sql, StringComparison.Ordinal);
        Assert.EndsWith("WHERE " + filter, sql, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(BackOfficeDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
