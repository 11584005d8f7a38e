using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BackOffice.Core.Data;

/// <summary>
/// Every connection writes through to the disk and keeps a rollback journal: a write-ahead log can be corrupted by SQLite
/// before 3.51.3 when two connections write and checkpoint at once, and a lost intent would be a lost void.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=15000;";

    /// <summary>
    /// Entity Framework opens one to see whether the file is there. To ask for the journal would read the file, and where a writer was killed
    /// in its commit that means rolling it back, which only a connection that writes may do: the program would never start again.
    /// </summary>
    private const string TextOfReaders = "PRAGMA busy_timeout=15000;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = TextFor(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = TextFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string TextFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? TextOfReaders : global::Planted.Defects.IsOn("full-sync-off") ? Text.Replace("FULL", "OFF") : Text;
}
