using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;
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
