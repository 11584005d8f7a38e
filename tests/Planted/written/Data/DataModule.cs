using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Data;

public static class DataModule
{
    /// <summary>The database of the desk. Contexts come from <see cref="IDbContextFactory{TContext}"/>; only static account pages use the scoped one.</summary>
    /// <param name="connectionString">Of SQLite: <c>Data Source=…</c>. The folder is made where it is missing.</param>
    public static IServiceCollection AddBackOfficeData(this IServiceCollection services, Func<IServiceProvider, string> connectionString)
    {
        services.Configure<IdentityOptions>(Shape);
        services.AddPooledDbContextFactory<BackOfficeDb>((provider, options) => Configure(options, connectionString(provider)));
        services.AddSingleton<Store>();
        return services;
    }

    public static void Configure(DbContextOptionsBuilder options, string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { Length: > 0 } folder && file != ":memory:")
        {
            Directory.CreateDirectory(folder);
        }

        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            options.UseApplicationServiceProvider(WithoutHost.Value);
        }

        options.UseSqlite(connectionString).AddInterceptors(new SqlitePragmas());
    }

    /// <summary>Identity reads the shape of its tables from the container's options and from nowhere else: with passkeys, also without a host.</summary>
    private static readonly Lazy<IServiceProvider> WithoutHost = new(() => new ServiceCollection().Configure<IdentityOptions>(Shape).BuildServiceProvider());

    private static void Shape(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>Brings the database to the newest shape. Several starts at once take turns; one that was killed in its turn leaves nothing behind.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var databases = services.GetRequiredService<IDbContextFactory<BackOfficeDb>>();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (global::Planted.Defects.IsOn("permit-index-gone-and-permits-in-the-queue"))
        {
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync("DROP INDEX IX_Attempts_OneLive", cancellationToken);
        }

        await using var turn = await MigrationTurn.TakeAsync(db, services.GetService<TimeProvider>() ?? TimeProvider.System, cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await turn.ForgetDeadAsync(cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            if (global::Planted.Defects.IsOn("case-index-gone-and-asked-outside-the-transaction"))
            {
                await db.Database.ExecuteSqlRawAsync("DROP INDEX IX_Cases_OneOpen", cancellationToken);
            }
        }
    }
}
