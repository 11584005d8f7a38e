using BackOffice.Core.Access;
using BackOffice.Core.Backups;
using BackOffice.Core.Cases;
using BackOffice.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Web.Hosting;

/// <param name="Password">To hand over; null where nothing was changed.</param>
internal sealed record LetInResult(string? Password, string WhyNot = "");

/// <summary>Carries <see cref="LetIn"/> out on a database file without starting the program; one may be working on the file.</summary>
internal static class LetInCommand
{
    public static async Task<LetInResult> RunAsync(string database, string email, CancellationToken cancellationToken)
    {
        if (!File.Exists(database))
        {
            return Not(DatabaseCommands.Sentence(new FileVerdict(FileFault.Missing, database)));
        }

        using var inUse = DeskLock.TryShare(database);
        if (inUse is null)
        {
            return Not($"{database} is being restored. Try again when that is done");
        }

        await using var parts = Parts(database);
        await using var scope = parts.CreateAsyncScope();
        if (await WhyNotAsync(scope.ServiceProvider, cancellationToken) is { } no)
        {
            return Not(no);
        }

        var outcome = await ActivatorUtilities.CreateInstance<LetIn>(scope.ServiceProvider).ExecuteAsync(email, cancellationToken);
        if (outcome.IsDone(out var password, out var refusal))
        {
            return new LetInResult(password);
        }

        return Not(refusal.Is(AccessRefusals.UnknownPerson) ? $"nobody has an account with the address {email}"
            : refusal.Is(AccessRefusals.AccountDisabled) ? $"the account {email} was barred, and only an administrator takes that back"
            : "somebody changed the account at the same moment. Try again");
    }

    private static LetInResult Not(string why) => new(null, why);

    private static ServiceProvider Parts(string database)
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString();
        return new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<CaseChanges>()
            .AddBackOfficeData(_ => connectionString).AddAccess().BuildServiceProvider();
    }

    /// <summary>The file is not brought to the newest shape here: a desk of the older version may be working on it.</summary>
    private static async Task<string?> WhyNotAsync(IServiceProvider parts, CancellationToken cancellationToken)
    {
        await using var db = await parts.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync(cancellationToken);
        var (applied, known) = ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList(), db.Database.GetMigrations().ToList());
        return applied.Except(known, StringComparer.Ordinal).FirstOrDefault() is { } newer ? DatabaseCommands.Sentence(new FileVerdict(FileFault.TooNew, newer))
            : applied.Count < known.Count ? "the database was written by an older version, or by none. Start this one on it first"
            : null;
    }
}
