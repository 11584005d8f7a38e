using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Data;

/// <summary>
/// The right of one start to bring the database to its newest shape, held by the operating system, which takes it back from a process that dies.
/// Entity Framework holds its own in a row of the database: a start that is killed leaves the row behind, and every later one would wait for
/// its end for ever.
/// </summary>
internal sealed class MigrationTurn : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly BackOfficeDb db;
    private readonly FileStream? held;

    private MigrationTurn(BackOfficeDb db, FileStream? held)
    {
        this.db = db;
        this.held = held;
    }

    /// <summary>Waits while another start has it.</summary>
    public static async Task<MigrationTurn> TakeAsync(BackOfficeDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var settings = new SqliteConnectionStringBuilder(db.Database.GetConnectionString());
        if (settings.Mode == SqliteOpenMode.Memory || settings.DataSource is "" or ":memory:")
        {
            return new MigrationTurn(db, null);
        }

        while (true)
        {
            if (TryHold(settings.DataSource + ".migrating") is { } held)
            {
                return new MigrationTurn(db, held);
            }

            await Task.Delay(LookEvery, clock, cancellationToken);
        }
    }

    /// <summary>Who has the turn is alone: a lock that is there now was left by a start that died.</summary>
    public async Task ForgetDeadAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "DROP TABLE IF EXISTS \"__EFMigrationsLock\";";
            command.CommandType = CommandType.Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public ValueTask DisposeAsync() => held?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>The file stays where it is: to delete it would let a third start hold a new one beside a second that waits for this.</summary>
    private static FileStream? TryHold(string file)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }
}
