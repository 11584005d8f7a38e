using BackOffice.Core.Backups;
using Microsoft.Data.Sqlite;

namespace BackOffice.Web.Hosting;

/// <summary>
/// Whose a database is, told by who has an account in it. A rehearsal does not start on an office's: everybody could sign in there as one of its cast,
/// and its sender would take up real permits. Live does not start on a rehearsal's, where the cast can sign in already.
/// </summary>
internal static class DatabaseOwner
{
    /// <summary>How the address of everybody in the cast ends; nobody real can have such a one.</summary>
    public const string OfTheCast = "@rehearsal.example";

    /// <summary>For the settings check, before anything is started. What cannot be looked into is left to the start itself.</summary>
    /// <returns>What is wrong, as one of its lines; null where nothing is.</returns>
    public static string? WhyNot(IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var place = DatabasePlace.Of(configuration, services.GetRequiredService<IHostEnvironment>());
        if (place is not { IsBegunAfresh: false, File: { } file } || !File.Exists(file) || new HostSettings { Mode = configuration["Mode"] }.Run is not { } mode)
        {
            return null;
        }

        try
        {
            // A restore would exchange the file meanwhile.
            using var inUse = DeskLock.TryShare(file);
            return inUse is null ? null : WhyNot(file, mode);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            return null;
        }
    }

    public static string? WhyNot(string file, RunMode mode) => (mode, AccountsIn(file)) switch
    {
        (RunMode.Rehearsal, (Any: true, OfTheCast: false)) =>
            $"Mode: is Rehearsal, as it is in Development where none is set, but {file} is an office's database: it has accounts, and none is the rehearsal's. "
            + "Set Mode=Live, or name another file with ConnectionStrings:BackOffice.",
        (RunMode.Live, (_, OfTheCast: true)) =>
            $"Mode: is Live, but {file} was used by a rehearsal: it has accounts at {OfTheCast[1..]}, whose password everybody can read. "
            + "Name the office's own file with ConnectionStrings:BackOffice, put a backup from before in place, or set Mode=Rehearsal.",
        _ => null,
    };

    /// <summary>As the file is: it may be somebody else's, and is not brought to the newest shape for this.</summary>
    private static (bool Any, bool OfTheCast) AccountsIn(string file)
    {
        if (!File.Exists(file))
        {
            return (false, false);
        }

        // One that may write: what a crash left in a journal is rolled back on the way, and a reader could not.
        var connectionString = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString();
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        return IsSo(connection, "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'AspNetUsers')")
            ? (IsSo(connection, "SELECT EXISTS (SELECT 1 FROM AspNetUsers)"),
                IsSo(connection, $"SELECT EXISTS (SELECT 1 FROM AspNetUsers WHERE UserName LIKE '%{OfTheCast}')"))
            : (false, false);
    }

    private static bool IsSo(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar() is 1L;
    }
}
