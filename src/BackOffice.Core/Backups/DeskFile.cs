using BackOffice.Core.Audit;
using BackOffice.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Backups;

/// <summary>One database file that no program works on, opened to be checked or marked. Nothing of it is pooled.</summary>
internal sealed class DeskFile : IDisposable
{
    private const int PageOfTrail = 1000;
    private const int NotADatabase = 26;
    private const int Corrupt = 11;
    private readonly BackOfficeDb db;

    private DeskFile(BackOfficeDb db) => this.db = db;

    /// <param name="path">Must exist.</param>
    public static DeskFile Open(string path)
    {
        var options = new DbContextOptionsBuilder<BackOfficeDb>();
        DataModule.Configure(options, ConnectionTo(path, SqliteOpenMode.ReadWrite));
        return new DeskFile(new BackOfficeDb(options.Options));
    }

    public static string ConnectionTo(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString();

    /// <summary>What is wrong with the pages, their indexes or the shape; none where the file can be worked with.</summary>
    public FileVerdict Check()
    {
        try
        {
            if (Ask("PRAGMA integrity_check(1)") is var word and not "ok")
            {
                return new FileVerdict(FileFault.Damaged, word);
            }

            var applied = Ask("SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == "0" ? [] : db.Database.GetAppliedMigrations().ToList();
            if (applied.Count == 0)
            {
                return new FileVerdict(FileFault.NotOurs);
            }

            return applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown ? new FileVerdict(FileFault.TooNew, unknown)
                : FileVerdict.Good;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is NotADatabase or Corrupt)
        {
            return new FileVerdict(fault.SqliteErrorCode == NotADatabase ? FileFault.NotOurs : FileFault.Damaged, fault.Message);
        }
    }

    /// <summary>The number of the first line of the trail that does not follow from the one before it; null where all do.</summary>
    public long? BreakOfTrail()
    {
        var (hash, sequence) = (AuditChain.Start, 0L);
        while (true)
        {
            var after = sequence;
            var page = db.Set<AuditEntry>().AsNoTracking().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(PageOfTrail).ToList();
            if (page.Count == 0)
            {
                return null;
            }

            if (AuditChain.FirstBreak(hash, sequence, page) is { } line)
            {
                return line;
            }

            (hash, sequence) = (page[^1].Hash, page[^1].Sequence);
        }
    }

    /// <summary>
    /// Writes the mark that keeps every program that starts on this file from sending. One that nobody has started on stands for itself.
    /// Brings the file to the newest shape: an older one has no place for it.
    /// </summary>
    /// <param name="takenAt">Null where nobody knows: the newest line of the trail then says what the data is true for.</param>
    /// <returns>The mark that holds.</returns>
    public RestoreMark Mark(string origin, DateTimeOffset? takenAt, DateTimeOffset now)
    {
        if (db.Database.GetPendingMigrations().Any())
        {
            // Nobody else is here: a lock in the file was copied from a start that was under way, or left by one that died.
            Ask("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
            db.Database.Migrate();
        }

        var marks = db.Set<RestoreMark>();
        if (origin != RestoreOrigins.Backup && marks.OrderByDescending(m => m.Id).FirstOrDefault(m => m.EndedAt == null && m.StartedAt == null) is { } waiting)
        {
            return waiting;
        }

        var newest = db.Set<AuditEntry>().OrderByDescending(e => e.Sequence).Select(e => (DateTimeOffset?)e.At).FirstOrDefault();
        var lastCase = long.Parse(Ask("SELECT COALESCE(MAX(\"Id\"), 0) FROM \"Cases\""), System.Globalization.CultureInfo.InvariantCulture);
        var mark = new RestoreMark { Origin = origin, TakenAt = takenAt ?? newest ?? now, LastCaseId = lastCase };
        marks.Add(mark);
        db.SaveChanges();
        return mark;
    }

    public void Dispose() => db.Dispose();

    private string Ask(string sql)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }
}
