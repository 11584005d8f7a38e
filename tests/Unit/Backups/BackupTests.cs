using BackOffice.Core.Audit;
using BackOffice.Core.Backups;
using BackOffice.Core.Settings;
using Microsoft.Data.Sqlite;
using Unit.Testing;

namespace Unit.Backups;

/// <summary>Copies of a database: whole, marked, and in the way of nobody.</summary>
public sealed class BackupTests : IDisposable
{
    private static readonly TestClock Clock = new();
    private readonly TestDatabase database = TestDatabase.Create();

    private string Copy => database.File + ".copy";

    public void Dispose() => database.Dispose();

    [Fact]
    public void Backup_OfADatabase_IsWholeAndCarriesItsMark()
    {
        var result = DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        using var copy = TestDatabase.OpenFile(Copy);
        var mark = Assert.Single(copy.Set<RestoreMark>());
        Assert.Equal((FileVerdict.Good, Clock.GetUtcNow(), new FileInfo(Copy).Length), (result.Verdict, result.TakenAt, result.Bytes));
        Assert.Equal(("backup", Clock.GetUtcNow(), null, null), (mark.Origin, mark.TakenAt, mark.StartedAt, mark.EndedAt));
        using var source = database.Open();
        Assert.Empty(source.Set<RestoreMark>());
    }

    [Fact]
    public void Backup_LeavesNothingElseBehind()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        Assert.DoesNotContain(Files(), f => f.Contains(".partial", StringComparison.Ordinal));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Copy) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void Backup_OntoAFileThatIsThere_ChangesNothing()
    {
        File.WriteAllText(Copy, "something else");

        var result = DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        Assert.Equal((FileFault.Exists, "something else"), (result.Verdict.Fault, File.ReadAllText(Copy)));
    }

    [Fact]
    public void Backup_BesideAnUnfinishedOne_IsRefused()
    {
        File.WriteAllText(Copy + ".partial", "half");

        var result = DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        Assert.Equal((FileFault.Unfinished, true), (result.Verdict.Fault, File.Exists(Copy + ".partial")));
    }

    [Fact]
    public void Backup_OfNothing_IsRefused() =>
        Assert.Equal(FileFault.Missing, DatabaseBackup.Take(database.File + ".none", Copy, null, Clock, CancellationToken.None).Verdict.Fault);

    [Fact]
    public void Backup_OfADamagedDatabase_IsNotThere()
    {
        Fill(database, 3000);
        Break(database.File);

        var result = DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        Assert.Equal((FileFault.Damaged, false, false), (result.Verdict.Fault, File.Exists(Copy), File.Exists(Copy + ".partial")));
    }

    /// <summary>Whoever writes between two steps makes SQLite begin again: the copy holds what was written, and comes to an end.</summary>
    [Fact]
    public void Backup_WhileSomebodyWrites_HoldsAWholeStateAndEnds()
    {
        Fill(database, 100_000);
        var writes = 0;
        var progress = new Told(_ =>
        {
            using var db = database.Open();
            var rule = FormattableString.Invariant($"X{(char)('A' + (writes / 26))}{(char)('A' + (writes % 26))}");
            db.Add(new ApprovalRule { Currency = rule, FreeUpToMinor = ++writes });
            db.SaveChanges();
        });

        var result = DatabaseBackup.Take(database.File, Copy, progress, Clock, CancellationToken.None);

        using var copy = TestDatabase.OpenFile(Copy);
        Assert.Equal(FileVerdict.Good, result.Verdict);
        Assert.InRange(writes, 2, 200);
        Assert.InRange(copy.Set<ApprovalRule>().Count(), writes - 1, writes);
    }

    [Fact]
    public void Backup_ThatIsStopped_LeavesNothing()
    {
        Fill(database, 100_000);
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => DatabaseBackup.Take(database.File, Copy, new Told(_ => stop.Cancel()), Clock, stop.Token));

        Assert.DoesNotContain(Files(), f => f.StartsWith(Copy, StringComparison.Ordinal));
    }

    [Fact]
    public void Restore_PutsTheCopyInPlace_AndKeepsWhatWasThere()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);
        Fill(database, 10);
        database.LetGo();

        var result = DatabaseRestore.PutInPlace(Copy, database.File, Clock);

        using var restored = database.Open();
        using var before = TestDatabase.OpenFile(result.MovedTo!);
        Assert.Equal((FileVerdict.Good, Clock.GetUtcNow()), (result.Verdict, result.TakenAt));
        Assert.Equal((0, 10), (restored.Set<AuditEntry>().Count(), before.Set<AuditEntry>().Count()));
        Assert.Equal((true, false), (File.Exists(Copy), File.Exists(database.File + ".restoring")));
    }

    [Fact]
    public void Restore_WhereNothingIsYet_NeedsNoPlaceForIt()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        var result = DatabaseRestore.PutInPlace(Copy, database.File + ".new", Clock);

        Assert.Equal((FileVerdict.Good, null, true), (result.Verdict, result.MovedTo, File.Exists(database.File + ".new")));
    }

    /// <summary>The old file was moved away by hand and its journal forgotten: SQLite would roll it into whatever comes under that name.</summary>
    [Fact]
    public void Restore_BesideAForgottenJournal_PutsItAside()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);
        File.WriteAllText(database.File + ".new-journal", "not empty");

        var result = DatabaseRestore.PutInPlace(Copy, database.File + ".new", Clock);

        Assert.Equal((FileVerdict.Good, false), (result.Verdict, File.Exists(database.File + ".new-journal")));
        Assert.Contains(Files(), f => f.Contains(".new.before-restore-", StringComparison.Ordinal) && f.EndsWith("-journal", StringComparison.Ordinal));
    }

    [Fact]
    public void Restore_Twice_KeepsBoth()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);

        var (first, second) = (DatabaseRestore.PutInPlace(Copy, database.File, Clock), DatabaseRestore.PutInPlace(Copy, database.File, Clock));

        Assert.NotEqual(first.MovedTo, second.MovedTo);
        Assert.True(File.Exists(first.MovedTo) && File.Exists(second.MovedTo));
    }

    /// <summary>A copy by other means has no mark: it gets one, true for its newest line.</summary>
    [Fact]
    public void Restore_OfAFileWithoutAMark_MarksIt()
    {
        Fill(database, 3);
        database.LetGo();
        File.Copy(database.File, Copy);

        var result = DatabaseRestore.PutInPlace(Copy, database.File, Clock);

        using var restored = database.Open();
        Assert.Equal(("copy", LineAt(3)), (Assert.Single(restored.Set<RestoreMark>()).Origin, result.TakenAt));
    }

    [Fact]
    public void Restore_WhileAProgramWorks_IsRefused()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);
        using (DeskLock.TryShare(database.File))
        {
            Assert.Equal(FileFault.InUse, DatabaseRestore.PutInPlace(Copy, database.File, Clock).Verdict.Fault);
            Assert.Equal(FileFault.InUse, DatabaseRestore.MarkInPlace(database.File, Clock).Verdict.Fault);
        }

        Assert.True(DatabaseRestore.PutInPlace(Copy, database.File, Clock).Verdict.IsGood);
    }

    /// <summary>Somebody works on it without the lock beside it: in the middle of a transaction.</summary>
    [Fact]
    public void Restore_InTheMiddleOfATransaction_IsRefused()
    {
        DatabaseBackup.Take(database.File, Copy, null, Clock, CancellationToken.None);
        using var db = database.Open();
        using var transaction = db.Database.BeginTransaction();

        Assert.Equal(FileFault.InUse, DatabaseRestore.PutInPlace(Copy, database.File, Clock).Verdict.Fault);
    }

    [Fact]
    public void Lock_IsSharedByProgramsAndOwnedByARestore()
    {
        var (one, other) = (DeskLock.TryShare(database.File), DeskLock.TryShare(database.File));
        var refused = DeskLock.TryOwn(database.File);
        one?.Dispose();
        other?.Dispose();
        using var owned = DeskLock.TryOwn(database.File);

        Assert.Equal((true, true, true, true), (one is not null, other is not null, refused is null, owned is not null));
        Assert.Null(DeskLock.TryShare(database.File));
    }

    [Theory]
    [InlineData("missing", FileFault.Missing)]
    [InlineData("text", FileFault.NotOurs)]
    [InlineData("empty", FileFault.NotOurs)]
    [InlineData("other", FileFault.NotOurs)]
    [InlineData("damaged", FileFault.Damaged)]
    [InlineData("newer", FileFault.TooNew)]
    [InlineData("trail", FileFault.TrailBroken)]
    [InlineData("journal", FileFault.HasJournal)]
    public void Restore_OfAFileThatCannotBeTrusted_ChangesNothing(string what, FileFault fault)
    {
        Fill(database, 3000);
        database.LetGo();
        var before = File.ReadAllBytes(database.File);
        Spoil(what);

        var (restored, beside) = (DatabaseRestore.PutInPlace(Copy, database.File, Clock), Files());

        Assert.Equal(fault, restored.Verdict.Fault);
        Assert.Equal(before, File.ReadAllBytes(database.File));
        Assert.DoesNotContain(beside, f => f.Contains("before-restore", StringComparison.Ordinal) || f.Contains(".restoring", StringComparison.Ordinal));
    }

    [Fact]
    public void InPlace_OfNothing_IsRefused() => Assert.Equal(FileFault.Missing, DatabaseRestore.MarkInPlace(database.File + ".none", Clock).Verdict.Fault);

    private static DateTimeOffset LineAt(int line) => Desk.Start.AddSeconds(line);

    private static void Fill(TestDatabase into, int lines)
    {
        using var db = into.Open();
        var previous = AuditChain.Start;
        for (var i = 1; i <= lines; i++)
        {
            var hash = AuditChain.HashOf(previous, i, LineAt(i), Guid.Empty, "Nobody", "test.line", "test", "{}");
            db.Add(new AuditEntry
            {
                Sequence = i, At = LineAt(i), ActorId = Guid.Empty, ActorName = "Nobody", Action = "test.line", Subject = "test", Detail = "{}",
                PreviousHash = previous, Hash = hash,
            });
            previous = hash;
        }

        db.SaveChanges();
    }

    private static void Break(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.Seek(stream.Length / 2, SeekOrigin.Begin);
        stream.Write(new byte[64 * 1024]);
    }

    private static void Run(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private void Spoil(string what)
    {
        if (what is "text" or "empty")
        {
            File.WriteAllText(Copy, what == "text" ? new string('x', 5000) : "");
        }
        else if (what == "other")
        {
            Run(Copy, "CREATE TABLE Cases (Id INTEGER)");
        }
        else if (what != "missing")
        {
            File.Copy(database.File, Copy);
        }

        switch (what)
        {
            case "damaged":
                Break(Copy);
                break;
            case "newer":
                Run(Copy, "INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '99.0.0')");
                break;
            case "trail":
                Run(Copy, "UPDATE Audit SET Detail = '{\"x\":1}' WHERE Sequence = 17");
                break;
            case "journal":
                File.WriteAllText(Copy + "-wal", "not empty");
                break;
        }
    }

    private string[] Files() => Directory.GetFiles(Path.GetDirectoryName(database.File)!);

    private sealed class Told(Action<int> told) : IProgress<int>
    {
        public void Report(int value) => told(value);
    }
}
