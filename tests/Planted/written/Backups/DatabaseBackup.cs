using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BackOffice.Core.Backups;

/// <param name="TakenAt">What the copy is true for.</param>
public sealed record BackupResult(FileVerdict Verdict, DateTimeOffset TakenAt = default, long Bytes = 0);

/// <summary>
/// Copies a database while others work on it, page by page, and writes into the copy that it is one. What is there at the end is whole and
/// checked, or is not there at all.
/// </summary>
public static class DatabaseBackup
{
    private const int PagesAtOnce = 2000;

    /// <summary>How long others are waited for, in milliseconds.</summary>
    private const int Patience = 15_000;

    /// <summary>Whoever writes in between makes SQLite begin again; after so many times the rest is copied in one go, while writers wait.</summary>
    private const int MostRestarts = 5;

    /// <param name="database">The file that others may be working on. It is only read.</param>
    /// <param name="copy">Must not exist. While it is being written it is called <c>….partial</c>.</param>
    /// <param name="progress">Told the percent that are copied.</param>
    public static BackupResult Take(string database, string copy, IProgress<int>? progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        var partial = copy + ".partial";
        if (WhyNot(database, copy, partial) is { } fault)
        {
            return new BackupResult(fault);
        }

        FileChanges.CreatePrivate(partial);
        try
        {
            var takenAt = clock.GetUtcNow();
            if (!Copy(database, partial, progress, cancellationToken))
            {
                return new BackupResult(new FileVerdict(FileFault.Busy));
            }

            using (var file = DeskFile.Open(partial))
            {
                if (file.Check() is { IsGood: false } verdict)
                {
                    return new BackupResult(verdict);
                }

                file.Mark(RestoreOrigins.Backup, takenAt, takenAt);
            }

            FileChanges.Flush(partial);
            File.Move(partial, copy, overwrite: false);
            return new BackupResult(FileVerdict.Good, takenAt, new FileInfo(copy).Length);
        }
        finally
        {
            File.Delete(partial);
            File.Delete(partial + "-journal");
        }
    }

    private static FileVerdict? WhyNot(string database, string copy, string partial) =>
        !File.Exists(database) ? new FileVerdict(FileFault.Missing, database)
        : Path.Exists(copy) ? new FileVerdict(FileFault.Exists, copy)
        : Path.Exists(partial) ? new FileVerdict(FileFault.Unfinished, partial)
        : null;

    /// <returns>False where others kept it locked.</returns>
    private static bool Copy(string database, string partial, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        using var source = Open(database);
        using var target = Open(partial);
        using var backup = raw.sqlite3_backup_init(target, "main", source, "main");
        var (pages, left, restarts) = (PagesAtOnce, int.MaxValue, 0);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = raw.sqlite3_backup_step(backup, pages);
            var (total, remaining) = (raw.sqlite3_backup_pagecount(backup), raw.sqlite3_backup_remaining(backup));
            if (result is raw.SQLITE_DONE or raw.SQLITE_OK && total > 0)
            {
                progress?.Report((int)(100L * (total - remaining) / total));
            }

            switch (result)
            {
                case raw.SQLITE_DONE:
                    return true;
                case raw.SQLITE_OK:
                    restarts += remaining >= left ? 1 : 0;
                    pages = restarts >= MostRestarts ? -1 : PagesAtOnce;
                    left = remaining;
                    break;
                case raw.SQLITE_BUSY or raw.SQLITE_LOCKED:
                    return false;
                default:
                    Require(result);
                    break;
            }
        }
    }

    /// <summary>Below the provider: its own handle is of a newer SQLitePCLRaw than the one that restores, see docs/decisions/0002.</summary>
    private static sqlite3 Open(string file)
    {
        Batteries_V2.Init();
        Require(raw.sqlite3_open_v2(file, out var handle, raw.SQLITE_OPEN_READWRITE, null));
        raw.sqlite3_busy_timeout(handle, Patience);
        return handle;
    }

    private static void Require(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new SqliteException(raw.sqlite3_errstr(result).utf8_to_string(), result);
        }
    }
}
