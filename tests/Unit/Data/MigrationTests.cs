using BackOffice.Core.Audit;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using BackOffice.Core.Ledger;
using BackOffice.Core.Values;
using BackOffice.Core.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Data;

/// <summary>Starts that bring the database to its newest shape, and what one leaves behind that is killed while it does.</summary>
public sealed class MigrationTests
{
    /// <summary>A notice that was read, one that was not, and one that could not be; cases of several ends, and a permit.</summary>
    private const string OldRows = """
        INSERT INTO "Notices" ("Partner", "ReceivedAt", "Fingerprint", "Times", "LastReceivedAt", "Sealed", "ProcessedAt", "Result")
        VALUES ('Atlas', 1, 'one', 1, 1, X'010203', 2, 'other-event'), ('Atlas', 1, 'other', 1, 1, X'010203', NULL, NULL), ('Atlas', 1, 'third', 1, 1, X'010203', 2, 'unreadable');
        INSERT INTO "Cases" (
            "Number", "Year", "Sequence", "Kind", "OrderNo", "IsByHand", "AirlinePnr", "Route", "PassengerCount", "Payment", "Order", "State", "IsOpen", "Version", "Reason",
            "OpenedById", "OpenedByName", "OpenedAt", "OwnerId", "OwnerName", "ChangedAt", "Asks", "ClearNothings", "Holds", "ActualBack")
        SELECT
            'V-2026-00000' || old.n, 2026, old.n, old.kind, 'demo000000000' || old.n, 0, 'abc12X', '', 1, 'Deposit', '', old.state, 1, 0, '',
            '00000000-0000-0000-0000-000000000000', '', 1, '00000000-0000-0000-0000-000000000000', '', 1, 0, 0, old.holds, old.back
        FROM (
            SELECT 1 AS n, 'void' AS kind, 'open' AS state, 'demo0000000001' AS holds, NULL AS back
            UNION ALL SELECT 2, 'void', 'completed-on-card', NULL, 'USD:0'
            UNION ALL SELECT 3, 'void', 'completed-on-card', NULL, 'USD:10'
            UNION ALL SELECT 4, 'void', 'rejected', NULL, 'USD:0'
            UNION ALL SELECT 5, 'card', 'open', 'payment:2026080112000000000001', NULL) AS old;
        INSERT INTO "Attempts" (
            "Id", "CaseId", "Kind", "OrderNo", "State", "IsLive", "Subject", "IsByHand", "Holds", "Version", "PlannedAt", "RequestedById", "RequestedByName", "Fingerprint",
            "Body", "BodyHash")
        VALUES (
            '00000000-0000-0000-0000-000000000001', 1, 'void', 'demo0000000001', 'planned', 1, 'demo0000000001', 0, 'demo0000000001', 0, 1,
            '00000000-0000-0000-0000-000000000000', '', '', '', '');
        """;

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

    /// <summary>A body that was read is not read again, and locators are searched for in capital letters: also of what an older edition stored. What it could not open it may yet.</summary>
    [Fact]
    public async Task Start_OnWhatAnOlderEditionStored_ForgetsReadBodies_AndRaisesLocators()
    {
        using var database = TestDatabase.Empty();
        await using var db = database.Open();

        await MigrateWithOldRowsAsync(db);

        var notices = await db.Set<Notice>().OrderBy(n => n.Id).ToListAsync();
        Assert.Equal([0, 3, 3], notices.Select(n => n.Sealed.Length));
        Assert.Equal("ABC12X", await db.Set<Case>().Select(c => c.AirlinePnr).Distinct().SingleAsync());
    }

    /// <summary>A case that is held in small letters would not hold the order that is read in capital ones: it could be sent twice.</summary>
    [Fact]
    public async Task Start_OnWhatAnOlderEditionStored_RaisesOrderNumbers_AndWhatIsHeldByThem()
    {
        using var database = TestDatabase.Empty();
        await using var db = database.Open();

        await MigrateWithOldRowsAsync(db);

        var held = await db.Set<Case>().Where(c => c.Holds != null).OrderBy(c => c.Id).Select(c => ValueTuple.Create(c.OrderNo, c.Holds)).ToListAsync();
        var permit = await db.Set<Attempt>().Select(a => ValueTuple.Create(a.OrderNo, a.Subject, a.Holds)).SingleAsync();
        Assert.Equal([("DEMO0000000001", "DEMO0000000001"), ("DEMO0000000005", "payment:2026080112000000000001")], held);
        Assert.Equal(("DEMO0000000001", "DEMO0000000001", "DEMO0000000001"), permit);
    }

    /// <summary>It would stand in the place of what a person saw on the card. That of a rejected case is the airline's own word.</summary>
    [Fact]
    public async Task Start_OnWhatAnOlderEditionStored_ForgetsZerosOfTheAgencysCard()
    {
        using var database = TestDatabase.Empty();
        await using var db = database.Open();

        await MigrateWithOldRowsAsync(db);

        var back = await db.Set<Case>().OrderBy(c => c.Id).Select(c => c.ActualBack).ToListAsync();
        Assert.Equal([null, null, new Money(10, "USD"), Money.Zero("USD"), null], back);
    }

    private static async Task MigrateWithOldRowsAsync(BackOfficeDb db)
    {
        await db.Database.MigrateAsync("20261126141256_NamedNumbers");
        await db.Database.ExecuteSqlRawAsync(OldRows);
        await db.Database.MigrateAsync();
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
