using BackOffice.Core.Audit;
using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Data;

/// <summary>Starts that bring the database to its newest shape, and what one leaves behind that is killed while it does.</summary>
public sealed class MigrationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Entity Framework's lock is a row; nobody takes it away when its owner is killed, and who starts next would wait for ever.</summary>
    [Fact]
    public async Task Start_AfterOneThatWasKilledWithTheLock_GoesOn()
    {
        using var database = TestDatabase.Empty();
        await LeaveLockAsync(database);

        await MigrateAsync(database).WaitAsync(Patience);

        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Start_OfACurrentDatabase_DoesNotCareForTheLock()
    {
        using var database = TestDatabase.Create();
        await LeaveLockAsync(database);

        await MigrateAsync(database).WaitAsync(Patience);

        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    /// <summary>A journal that is left half-way must be rolled back by whoever comes next, and the first to look opens the file for reading only.</summary>
    [Fact]
    public async Task Start_AfterOneThatWasKilledInItsCommit_RollsBackAndGoesOn()
    {
        using var original = TestDatabase.Create();
        using var left = TestDatabase.Empty();
        await CopyInACommitAsync(original, left);

        await MigrateAsync(left).WaitAsync(Patience);

        await using var db = left.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Set<AuditEntry>().CountAsync());
    }

    [Fact]
    public async Task Starts_AtOnceOnAnEmptyDatabase_TakeTurns()
    {
        using var database = TestDatabase.Empty();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MigrateAsync(database)))).WaitAsync(Patience);

        await using var db = database.Open();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    private static async Task MigrateAsync(TestDatabase database)
    {
        await using var services = new ServiceCollection().AddBackOfficeData(_ => database.ConnectionString).BuildServiceProvider();
        await DataModule.MigrateAsync(services, CancellationToken.None);
    }

    /// <summary>The files as they lie there while a change is being written: pages in the database already, the old ones in the journal.</summary>
    private static async Task CopyInACommitAsync(TestDatabase original, TestDatabase copy)
    {
        await using var db = original.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction.GetDbTransaction();
        command.CommandText = """
            PRAGMA cache_size=1;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
            INSERT INTO "Audit" ("Sequence", "At", "ActorId", "ActorName", "Action", "Subject", "Detail", "PreviousHash", "Hash")
            SELECT i, 0, '00000000-0000-0000-0000-000000000000', 'nobody', 'a', 's', hex(randomblob(400)), hex(randomblob(32)), hex(randomblob(32)) FROM n;
            """;
        await command.ExecuteNonQueryAsync();
        foreach (var ending in new[] { "", "-journal" })
        {
            File.Copy(original.File + ending, copy.File + ending);
        }

        Assert.True(new FileInfo(copy.File + "-journal").Length > 512);
    }

    private static async Task LeaveLockAsync(TestDatabase database)
    {
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-09-01 03:00:00');
            """;
        await command.ExecuteNonQueryAsync();
    }
}
