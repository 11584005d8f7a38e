using BackOffice.Core.Data;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using BackOffice.Web;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace E2E.Stage;

/// <summary>The real program in rehearsal on a free port, with a database of its own and the stand-in of the partner behind real HTTP.</summary>
public sealed class Desk : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private Desk(WebApplication app, string folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public Uri Address { get; private set; } = null!;

    public AtlasStandIn Partner => app.Services.GetRequiredService<RehearsalSetup.Stage>().StandIn;

    public AsiaBillStandIn Cards => app.Services.GetRequiredService<RehearsalSetup.Stage>().Cards;

    public MovableClock Clock => app.Services.GetRequiredService<MovableClock>();

    public IServiceProvider Services => app.Services;

    /// <param name="settings">Further settings, as they are given on the command line.</param>
    public static async Task<Desk> OpenAsync(params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("backoffice-e2e-").FullName;
        var app = BackOfficeApp.Build(
            [
                "--environment", "Development", "--applicationName", "BackOffice.Web", "--contentRoot", folder, "--Mode", "Rehearsal",
                "--ConnectionStrings:BackOffice", "Data Source=" + Path.Combine(folder, "desk.db"), "--Urls", "http://127.0.0.1:0",
                .. settings,
            ],
            builder => builder.Logging.SetMinimumLevel(LogLevel.Warning));
        var desk = new Desk(app, folder);
        await app.StartAsync();
        desk.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return desk;
    }

    /// <summary>Looks into the database as an auditor with a key to the machine would.</summary>
    public async Task<T> ReadAsync<T>(Func<BackOfficeDb, Task<T>> read)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
