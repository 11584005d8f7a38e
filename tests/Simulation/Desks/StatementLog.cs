using Microsoft.Data.Sqlite;

namespace Simulation.Desks;

/// <summary>Every statement of some schedules, in its order, so that the engine can be given the same again without the desk around it.</summary>
internal sealed class StatementLog
{
    private readonly List<Session> sessions = [];
    private readonly List<Entry> entries = [];

    public bool IsOn { get; set; }

    public int Statements { get; private set; }

    public void Add(Session session, SqliteCommand command)
    {
        if (!IsOn)
        {
            return;
        }

        var which = sessions.IndexOf(session);
        if (which < 0)
        {
            which = sessions.Count;
            sessions.Add(session);
        }

        Statements++;
        entries.Add(new Entry(which, command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(p => new SqliteParameter(p.ParameterName, p.Value))], null));
    }

    public void Add(byte[] image)
    {
        if (IsOn)
        {
            entries.Add(new Entry(0, "", [], image));
        }
    }

    /// <summary>Runs all of it again and reads every row; the file is replaced where it was replaced.</summary>
    public void Replay(string connectionString, Action<byte[]> put)
    {
        var again = sessions.ConvertAll(_ => new Session(connectionString));
        foreach (var entry in entries)
        {
            if (entry.Image is { } image)
            {
                put(image);
                continue;
            }

            var command = again[entry.Session].Lend(entry.Text);
            command.Parameters.AddRange(entry.Parameters);
            try
            {
                Read(command);
            }
            catch (SqliteException)
            {
                // It failed when the desk ran it, too.
            }
            finally
            {
                again[entry.Session].GiveBack(command);
            }
        }

        again.ForEach(s => s.Dispose());
    }

    private static void Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var row = new object[64];
        do
        {
            while (reader.Read())
            {
                reader.GetValues(row);
            }
        }
        while (reader.NextResult());
    }

    private sealed record Entry(int Session, string Text, SqliteParameter[] Parameters, byte[]? Image);
}
