using Microsoft.Data.Sqlite;

namespace Kills;

/// <summary>A desk that is killed while it makes its database, some times over, must come up in the end with a whole one.</summary>
internal sealed class FirstSteps(DeskStarts starts, Figures figures, string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    public async Task ExecuteAsync(int kills, int number, Random chance)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, FormattableString.Invariant($"new-{number:0000}"))).FullName;
        var database = Path.Combine(place, "desk.db");
        for (var i = 0; i < kills; i++)
        {
            await using var desk = starts.Start(database);
            await WaitAsync(desk, database, chance);
            figures.Kills++;
            figures.KillsOnNewDatabases++;
            figures.KillsWhileStarting += desk.IsListening ? 0 : 1;
            if (!await desk.KillAsync())
            {
                figures.Add($"a desk on a new database ended by itself: {database}");
            }
        }

        await using (var last = starts.Start(database))
        {
            if (await last.ListeningAsync(Patience) is null)
            {
                figures.Add($"after {kills} kills a desk on a new database did not start: {database}");
                return;
            }
        }

        Judge(database);
        SqliteConnection.ClearAllPools();
        Directory.Delete(place, recursive: true);
    }

    /// <summary>Half of them around the time at which the tables are made.</summary>
    private async Task WaitAsync(ChildProcess desk, string database, Random chance)
    {
        if (chance.Next(2) == 0)
        {
            await Task.Delay(starts.Usual * (chance.NextDouble() * 1.2), TimeProvider.System);
            return;
        }

        var began = TimeProvider.System.GetTimestamp();
        while (!desk.HasExited && !(File.Exists(database) && new FileInfo(database).Length > 0) && TimeProvider.System.GetElapsedTime(began) < starts.Usual * 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(chance.NextDouble() * 500), TimeProvider.System);
    }

    private void Judge(string database)
    {
        using var connection = new SqliteConnection("Data Source=" + database);
        connection.Open();
        var sound = Text(connection, "PRAGMA integrity_check");
        var administrators = Text(connection, "SELECT COUNT(*) FROM AspNetUsers");
        if (sound != "ok" || administrators != "1")
        {
            figures.Add($"a new database after kills: integrity {sound}, administrators {administrators}: {database}");
        }
    }

    private static string? Text(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
