using BackOffice.Core.Backups;
using BackOffice.Core.Data;
using BackOffice.Web.Features.Rehearsal;
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
        builder.Services.AddHostedService(provider => new Opening(provider, DatabasePlace.Of(builder.Configuration, builder.Environment)));
    }

    public static string ConnectionOf(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetConnectionString("BackOffice") is { Length: > 0 } given
            ? given
            : "Data Source=" + Path.Combine(environment.ContentRootPath, "data", IsRehearsal(configuration) ? "rehearsal.db" : "backoffice.db");

    public static bool IsRehearsal(IConfiguration configuration) =>
        Enum.TryParse<RunMode>(configuration["Mode"], ignoreCase: true, out var mode) && mode == RunMode.Rehearsal;

    /// <summary>Runs before the first hosted service starts, so that neither a worker nor a request meets an old database.</summary>
    private sealed class Opening(IServiceProvider services, DatabasePlace place) : IHostedLifecycleService, IDisposable
    {
        private DeskLock? inUse;

        public void Dispose() => inUse?.Dispose();

        public async Task StartingAsync(CancellationToken cancellationToken)
        {
            if (place.File is { } file)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                inUse = DeskLock.TryShare(file) ?? throw new InvalidOperationException($"{file} is being restored. Start again when that is done.");
            }

            var isRehearsal = services.GetRequiredService<IRehearsal>().IsOn;
            if (place is { IsBegunAfresh: true, File: { } rehearsal })
            {
                // Its stand-in forgets everything at the end, and would not know the cases of an earlier one.
                File.Delete(rehearsal);
                File.Delete(rehearsal + "-journal");
            }
            else if (place.File is { } named && DatabaseOwner.WhyNot(named, isRehearsal ? RunMode.Rehearsal : RunMode.Live) is { } fault)
            {
                throw new InvalidOperationException(fault);
            }

            await DataModule.MigrateAsync(services, cancellationToken);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FirstPeople>().MakeAsync(cancellationToken);
            if (isRehearsal)
            {
                await ActivatorUtilities.CreateInstance<RehearsalRules>(services).MakeAsync(cancellationToken);
            }
        }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
