using System.Data;
using System.Globalization;
using BackOffice.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace Hostile;

/// <summary>Every row of every table at one moment, as text: row by row, column by column.</summary>
internal sealed class Books
{
    private readonly Dictionary<string, Dictionary<long, Row>> tables = new(StringComparer.Ordinal);

    private Books()
    {
    }

    public static async Task<Books> ReadAsync(string database, CancellationToken cancellationToken)
    {
        await using var db = Open(database);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var books = new Books();
        foreach (var table in await NamesAsync(db, cancellationToken))
        {
            books.tables[table] = await RowsAsync(db, table, cancellationToken);
        }

        return books;
    }

    public static BackOfficeDb Open(string database)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, database);
        return new BackOfficeDb(options.Options);
    }

    /// <summary>What is otherwise than it was, table by table.</summary>
    public IEnumerable<Difference> Since(Books before)
    {
        foreach (var (table, rows) in tables)
        {
            var old = before.tables.GetValueOrDefault(table) ?? [];
            foreach (var (id, row) in rows)
            {
                var was = old.GetValueOrDefault(id);
                if (was is null || row.ChangedSince(was).Count > 0)
                {
                    yield return new Difference(table, was, row);
                }
            }

            foreach (var (_, gone) in old.Where(o => !rows.ContainsKey(o.Key)))
            {
                yield return new Difference(table, gone, null);
            }
        }
    }

    private static async Task<List<string>> NamesAsync(BackOfficeDb db, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").ToListAsync(cancellationToken);

    private static async Task<Dictionary<long, Row>> RowsAsync(BackOfficeDb db, string table, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT rowid AS \"~\", * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleResult, cancellationToken);
        var rows = new Dictionary<long, Row>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows[reader.GetInt64(0)] = new Row(Enumerable.Range(1, reader.FieldCount - 1).ToDictionary(
                reader.GetName, at => Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal));
        }

        return rows;
    }
}

/// <summary>One row, by the names of its columns.</summary>
internal sealed class Row(Dictionary<string, string> values)
{
    public string this[string column] => TryGet(column) ?? throw new InvalidOperationException("There is no column " + column);

    public IReadOnlyCollection<string> ChangedSince(Row before) => [.. values.Where(v => before.TryGet(v.Key) != v.Value).Select(v => v.Key)];

    private string? TryGet(string column) => values.GetValueOrDefault(column);

    public override string ToString() => string.Join(", ", values.Select(v => v.Key + "=" + (v.Value.Length > 60 ? v.Value[..60] + "…" : v.Value)));
}

/// <summary>A row that came (<paramref name="Before"/> is null), went (<paramref name="After"/> is null) or changed.</summary>
internal sealed record Difference(string Table, Row? Before, Row? After)
{
    public IReadOnlyCollection<string> Columns => Before is { } was && After is { } now ? now.ChangedSince(was) : [];

    public override string ToString() => Before is null ? $"{Table}: new row {After}" : After is null ? $"{Table}: row gone {Before}" : $"{Table}: {string.Join(", ", Columns)} changed in {After}";
}
