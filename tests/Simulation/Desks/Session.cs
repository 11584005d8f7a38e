using Microsoft.Data.Sqlite;

namespace Simulation.Desks;

/// <summary>
/// A connection to the desk's file that stays open, with every statement that it has prepared. What the program calls a connection borrows one:
/// to open the file and to parse the same statements anew for each of millions of points would be most of a run.
/// </summary>
internal sealed class Session : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, Stack<SqliteCommand>> idle = new(StringComparer.Ordinal);
    private readonly List<SqliteCommand> lent = [];
    private readonly StatementLog? log;
    private string settings = "";
    private bool? isSynced;

    public Session(string connectionString, StatementLog? log = null)
    {
        this.log = log;
        connection = new SqliteConnection(connectionString + ";Pooling=False");
        connection.Open();
    }

    public string ServerVersion => connection.ServerVersion;

    /// <summary>Whether a commit waits for the disk, as the engine itself has it.</summary>
    public bool IsSynced => isSynced ??= IsSyncedNow();

    public bool IsInTransaction { get; private set; }

    /// <summary>Writes down, where somebody wants to know, what is about to run.</summary>
    public void Note(SqliteCommand command) => log?.Add(this, command);

    /// <summary>A prepared command for this text, until <see cref="GiveBack"/>.</summary>
    public SqliteCommand Lend(string text)
    {
        SqliteCommand? command = null;
        if (!idle.TryGetValue(text, out var same) || !same.TryPop(out command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
        }

        lent.Add(command);
        return command;
    }

    public void GiveBack(SqliteCommand command)
    {
        if (!lent.Remove(command))
        {
            return;
        }

        command.Parameters.Clear();
        if (IsSetting(command.CommandText))
        {
            command.Dispose();
            return;
        }

        if (!idle.TryGetValue(command.CommandText, out var same))
        {
            idle.Add(command.CommandText, same = new Stack<SqliteCommand>());
        }

        same.Push(command);
    }

    /// <summary>True where these settings are the last that the connection was given: nothing else than another text can have changed them.</summary>
    public bool HasSettings(string text) => settings == text;

    public int Set(string text)
    {
        (settings, isSynced) = ("", null);
        var command = Lend(text);
        try
        {
            Note(command);
            var changed = command.ExecuteNonQuery();
            settings = text;
            return changed;
        }
        finally
        {
            GiveBack(command);
        }
    }

    public void Begin() => Run("BEGIN IMMEDIATE;", isInTransaction: true);

    public void Commit() => Run("COMMIT;", isInTransaction: false);

    public void Rollback() => Run("ROLLBACK;", isInTransaction: false);

    public void Run(string text)
    {
        var command = Lend(text);
        try
        {
            Note(command);
            command.ExecuteNonQuery();
        }
        finally
        {
            GiveBack(command);
        }
    }

    /// <summary>What is half read is let go, and what is not committed is rolled back: as when a connection closes, or its program dies.</summary>
    public void Leave()
    {
        while (lent.Count > 0)
        {
            var command = lent[^1];
            lent.RemoveAt(lent.Count - 1);
            command.Dispose();
        }

        if (IsInTransaction)
        {
            Rollback();
        }
    }

    public void Dispose()
    {
        foreach (var command in idle.Values.SelectMany(s => s))
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    /// <summary>The engine carries these out while it parses them: one that is prepared already would do nothing.</summary>
    public static bool IsSetting(string text) => text.StartsWith("PRAGMA", StringComparison.Ordinal);

    private void Run(string text, bool isInTransaction)
    {
        Run(text);
        IsInTransaction = isInTransaction;
    }

    private bool IsSyncedNow()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous";
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) >= 2;
    }
}
