using System.Globalization;
using BackOffice.Core.Backups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Web.Hosting;

/// <summary>
/// What the program does instead of starting: <c>backup FILE</c>, <c>restore FILE</c>, <c>restore --in-place</c>, <c>let-in EMAIL</c>. They need to
/// know where the database is and nothing else; settings come as they do for a start. Only names of files are printed, and by <c>let-in</c> the address
/// that was given and the password to hand over.
/// </summary>
internal static class DatabaseCommands
{
    public const int Done = 0;
    public const int Misused = 2;
    public const int Refused = 3;
    public const int Failed = 4;

    private const string Usage =
        """
        Atlas Back Office, work on the database file:
          backup FILE            copies the database while the program may be running; FILE must not exist
          restore FILE           puts a backup in place; the program must be stopped
          restore --in-place     says that the database in place is an older one, such as a snapshot of the disk
          let-in EMAIL           gives somebody who is locked out a new password, and removes second factor and passkeys
        Settings may follow, as for a start: --Mode=Live --ConnectionStrings:BackOffice="Data Source=…"
        """;

    public static bool IsOne(string[] args) => args is ["backup" or "restore" or "let-in", ..];

    /// <returns>0 where it is done; 2 where the command line is wrong, 3 where something stands in the way and nothing was changed, 4 where it failed.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter said, TextWriter complaints, CancellationToken cancellationToken)
    {
        if (args is not [var verb, var what, .. var settings] || !(what == "--in-place" ? verb == "restore" : what.Length > 0 && what[0] != '-'))
        {
            complaints.WriteLine(Usage);
            return Misused;
        }

        try
        {
            var place = DatabasePlace.Find(settings);
            if (place.File is not { } database)
            {
                complaints.WriteLine("Refused: the settings name no SQLite file. Look at Database:Provider and ConnectionStrings:BackOffice.");
                return Misused;
            }

            return verb == "backup" ? BackUp(database, Path.GetFullPath(what), said, complaints, cancellationToken)
                : place.IsBegunAfresh ? Refuse(complaints, "A rehearsal begins afresh at every start and would throw it away. Name a database with ConnectionStrings:BackOffice, or set Mode=Live.")
                : verb == "let-in" ? await LetInAsync(database, what.Trim(), said, complaints, cancellationToken)
                : Restore(what == "--in-place" ? null : Path.GetFullPath(what), database, said, complaints);
        }
        catch (OperationCanceledException)
        {
            complaints.WriteLine("Stopped. Nothing was left behind.");
            return Failed;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException or DbUpdateException)
        {
            complaints.WriteLine("Failed: " + fault.GetBaseException().Message);
            return Failed;
        }
    }

    private static int BackUp(string database, string copy, TextWriter said, TextWriter complaints, CancellationToken cancellationToken)
    {
        said.WriteLine("Copying " + database);
        var result = DatabaseBackup.Take(database, copy, new Percent(said), TimeProvider.System, cancellationToken);
        if (!result.Verdict.IsGood)
        {
            return Refuse(complaints, Sentence(result.Verdict));
        }

        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Backed up as it was at {result.TakenAt:u}: {copy} ({result.Bytes:N0} bytes, checked)."));
        said.WriteLine($"Keep {Path.Combine(Path.GetDirectoryName(database) ?? "", "keys")} with it: the keys are not in it.");
        return Done;
    }

    private static int Restore(string? file, string database, TextWriter said, TextWriter complaints)
    {
        said.WriteLine("Checking " + (file ?? database));
        var result = file is null ? DatabaseRestore.MarkInPlace(database, TimeProvider.System) : DatabaseRestore.PutInPlace(file, database, TimeProvider.System);
        if (!result.Verdict.IsGood)
        {
            return Refuse(complaints, Sentence(result.Verdict));
        }

        said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"In place: {database}, true for {result.TakenAt:u}."));
        if (result.MovedTo is { } moved)
        {
            said.WriteLine("What was there is kept: " + moved);
        }

        said.WriteLine("Start the program. It sends nothing until Atlas has been asked about every open case, at the earliest when the quiet period is over;");
        said.WriteLine("a bar on every page says how far it is. Cases that were opened later than the above are not in it.");
        return Done;
    }

    private static async Task<int> LetInAsync(string database, string email, TextWriter said, TextWriter complaints, CancellationToken cancellationToken)
    {
        var result = await LetInCommand.RunAsync(database, email, cancellationToken);
        if (result.Password is not { } password)
        {
            return Refuse(complaints, result.WhyNot);
        }

        said.WriteLine($"{email} signs in with this password, and must then choose another. It is not shown again:");
        said.WriteLine("  " + password);
        said.WriteLine("Second factor, recovery codes and passkeys are removed, and open sessions end. The audit trail says that it was done at the machine.");
        return Done;
    }

    private static int Refuse(TextWriter complaints, string sentence)
    {
        complaints.WriteLine("Refused, nothing was changed: " + sentence);
        return Refused;
    }

    internal static string Sentence(FileVerdict verdict) => verdict.Fault switch
    {
        FileFault.Missing => $"there is no file {verdict.Detail}",
        FileFault.Exists => $"{verdict.Detail} is there already, and is not overwritten",
        FileFault.Unfinished => $"{verdict.Detail} is there: another backup is under way, or one was killed; in that case delete it",
        FileFault.InUse => $"somebody works on {verdict.Detail}. Stop every program on it first",
        FileFault.Busy => "others kept the database locked for too long. Try again",
        FileFault.NotOurs => "this is not a database of Atlas Back Office",
        FileFault.Damaged => $"the file is damaged: {verdict.Detail}",
        FileFault.TooNew => $"it was written by a newer version, which knows the shape {verdict.Detail}. Use that version",
        FileFault.TrailBroken => $"line {verdict.Detail} of its audit trail does not follow from the one before it: somebody changed the file",
        FileFault.HasJournal => $"{verdict.Detail} lies beside it: it was copied while somebody wrote, and is not whole",
        FileFault.None => "",
    };

    /// <summary>Every tenth part that is newly reached; SQLite may begin again where somebody wrote.</summary>
    private sealed class Percent(TextWriter said) : IProgress<int>
    {
        private int reached = -1;

        public void Report(int value)
        {
            if (value / 10 == reached)
            {
                return;
            }

            if (value / 10 < reached)
            {
                said.WriteLine("  somebody wrote: beginning again");
            }

            reached = value / 10;
            said.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {value} %"));
        }
    }
}
