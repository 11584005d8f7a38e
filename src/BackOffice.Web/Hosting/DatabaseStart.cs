using BackOffice.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Web.Hosting;

/// <summary>Where the database lies, and what is done with it before the first request: newest shape, first people.</summary>
internal static class DatabaseStart
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var connection = ConnectionOf(builder.Configuration, builder.Environment);
        builder.Services.AddBackOfficeData(_ => connection);
        // Identity's stores take a scoped context; only the static account pages use them.
        builder.Services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContext());
        builder.Services.AddHostedService<Opening>();
    }

    /// <summary>The folder of the database file; keys lie beside it.</summary>
    public static string FolderOf(IConfiguration configuration, IHostEnvironment environment) =>
        Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(ConnectionOf(configuration, environment)).DataSource, environment.ContentRootPath))
        ?? environment.ContentRootPath;

    private static string ConnectionOf(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetConnectionString("BackOffice") is { Length: > 0 } given
            ? given
            : "Data Source=" + Path.Combine(environment.ContentRootPath, "data", "backoffice.db");

    /// <summary>Runs before the first hosted service starts, so that neither a worker nor a request meets an old database.</summary>
    private sealed class Opening(IServiceProvider services) : IHostedLifecycleService
    {
        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            await DataModule.MigrateAsync(services, cancellationToken);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FirstPeople>().MakeAsync(cancellationToken);
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
