using System.Data.Common;
using System.Globalization;
using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Health;

/// <param name="Engine">Name and version: <c>SQLite 3.46.1</c>.</param>
/// <param name="JournalMode">How a change is made safe against a crash.</param>
/// <param name="Bytes">The file as it is.</param>
/// <param name="FreeBytes">Inside the file, for reuse.</param>
/// <param name="LastMigration">The newest shape that was applied.</param>
/// <param name="PendingMigrations">How many shapes the program knows and the database lacks.</param>
public sealed record DatabaseHealth(string Engine, string JournalMode, string Synchronous, long Bytes, long FreeBytes, string? LastMigration, int PendingMigrations)
{
    internal static async Task<DatabaseHealth> ReadAsync(BackOfficeDb db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var pending = db.Database.GetMigrations().Except(applied, StringComparer.Ordinal).Count();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        var page = Number(await AskAsync(connection, "PRAGMA page_size", cancellationToken));
        return new DatabaseHealth(
            "SQLite " + connection.ServerVersion,
            await AskAsync(connection, "PRAGMA journal_mode", cancellationToken),
            await AskAsync(connection, "PRAGMA synchronous", cancellationToken) switch { "0" => "off", "1" => "normal", "2" => "full", "3" => "extra", var other => other },
            page * Number(await AskAsync(connection, "PRAGMA page_count", cancellationToken)),
            page * Number(await AskAsync(connection, "PRAGMA freelist_count", cancellationToken)),
            applied.LastOrDefault(),
            pending);
    }

    private static async Task<string> AskAsync(DbConnection connection, string pragma, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = pragma;
        return Convert.ToString(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) ?? "";
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
