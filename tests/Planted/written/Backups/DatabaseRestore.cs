using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BackOffice.Core.Backups;

/// <param name="TakenAt">What the restored data is true for.</param>
/// <param name="MovedTo">Where the database that was in place lies now; null where there was none.</param>
public sealed record RestoreResult(FileVerdict Verdict, DateTimeOffset TakenAt = default, string? MovedTo = null);

/// <summary>Puts an older state of the database in place, with the mark that keeps it from sending. Refuses while a program works on it.</summary>
public static class DatabaseRestore
{
    private const int Busy = 5;
    private const int Locked = 6;
    private static readonly string[] Journals = ["-journal", "-wal"];

    /// <summary>Checks a copy of <paramref name="file"/> and puts it where <paramref name="database"/> was, which is moved aside and never deleted.</summary>
    public static RestoreResult PutInPlace(string file, string database, TimeProvider clock)
    {
        if (WhyNot(file) is { } fault)
        {
            return new RestoreResult(fault);
        }

        using var alone = TakeAlone(database);
        if (alone is null)
        {
            return new RestoreResult(new FileVerdict(FileFault.InUse, database));
        }

        // Whatever lies here under this name was left by a restore that died: nobody else restores now.
        var arriving = database + ".restoring";
        File.Delete(arriving);
        File.Delete(arriving + "-journal");
        try
        {
            FileChanges.Copy(file, arriving);
            var (verdict, takenAt) = CheckAndMark(arriving, RestoreOrigins.Copy, clock);
            if (!verdict.IsGood)
            {
                return new RestoreResult(verdict);
            }

            FileChanges.Flush(arriving);
            return new RestoreResult(verdict, takenAt, Exchange(arriving, database, clock.GetUtcNow()));
        }
        finally
        {
            File.Delete(arriving);
            File.Delete(arriving + "-journal");
        }
    }

    /// <summary>For a database that was put in place by other means, such as a snapshot of the disk: marks it where it lies.</summary>
    public static RestoreResult MarkInPlace(string database, TimeProvider clock)
    {
        if (!File.Exists(database))
        {
            return new RestoreResult(new FileVerdict(FileFault.Missing, database));
        }

        using var alone = TakeAlone(database);
        if (alone is null)
        {
            return new RestoreResult(new FileVerdict(FileFault.InUse, database));
        }

        var (verdict, takenAt) = CheckAndMark(database, RestoreOrigins.InPlace, clock);
        return new RestoreResult(verdict, takenAt);
    }

    /// <summary>
    /// Null while anybody works: on the lock beside the database, or, where somebody works without it, in a transaction on the database itself.
    /// A journal that a crash left is rolled back on the way.
    /// </summary>
    private static DeskLock? TakeAlone(string database)
    {
        var alone = DeskLock.TryOwn(database);
        if (alone is null || !File.Exists(database))
        {
            return alone;
        }

        try
        {
            using var connection = new SqliteConnection(DeskFile.ConnectionTo(database, SqliteOpenMode.ReadWrite)) { DefaultTimeout = 2 };
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE; ROLLBACK;";
            command.ExecuteNonQuery();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is Busy or Locked)
        {
            alone.Dispose();
            return null;
        }
        catch (SqliteException)
        {
            // Too broken to be opened: it is moved aside as it is.
        }

        return alone;
    }

    private static FileVerdict? WhyNot(string file) =>
        !File.Exists(file) ? new FileVerdict(FileFault.Missing, file)
        : Journals.Select(end => file + end).FirstOrDefault(IsFilled) is { } journal ? new FileVerdict(FileFault.HasJournal, journal)
        : null;

    private static (FileVerdict Verdict, DateTimeOffset TakenAt) CheckAndMark(string path, string origin, TimeProvider clock)
    {
        using var file = DeskFile.Open(path);
        return file.Check() is { IsGood: false } verdict ? (verdict, default)
            : file.BreakOfTrail() is { } line ? (new FileVerdict(FileFault.TrailBroken, line.ToString(CultureInfo.InvariantCulture)), default)
            : (FileVerdict.Good, file.Mark(origin, takenAt: null, clock.GetUtcNow()).TakenAt);
    }

    /// <summary>At every instant one of the two lies under the name of the database: no program can start on an empty new one in between.</summary>
    private static string? Exchange(string arriving, string database, DateTimeOffset now)
    {
        var aside = FreeName(database + now.ToString("'.before-restore-'yyyyMMdd-HHmmss", CultureInfo.InvariantCulture));
        foreach (var journal in Journals.Where(end => IsFilled(database + end)))
        {
            // Belongs to the old file, even where that is gone, and would be rolled into the new one.
            File.Move(database + journal, aside + journal, overwrite: false);
        }

        if (!File.Exists(database))
        {
            File.Move(arriving, database, overwrite: false);
            return null;
        }

        File.Replace(arriving, database, aside);
        return aside;
    }

    private static string FreeName(string wanted) =>
        Enumerable.Range(1, 1000).Select(n => n == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}")).First(name => !Path.Exists(name));

    private static bool IsFilled(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };
}
