using System.Text.Json.Serialization;
using BackOffice.Sandbox.AsiaBill;
using BackOffice.Sandbox.Atlas;

namespace BackOffice.Sandbox;

/// <summary>The stand-ins behind real HTTP: the partners' own paths at the root, the controls under <c>/sim</c> and <c>/sim/asiabill</c>.</summary>
public static class SandboxApp
{
    /// <summary>
    /// Builds, does not start. It reads no configuration and writes no request into a log.
    /// With <paramref name="isPumping"/> notices leave by themselves; without, only by <see cref="AtlasStandIn.PumpAsync"/>
    /// and <see cref="AsiaBillStandIn.PumpAsync"/>.
    /// </summary>
    /// <param name="url">Where to listen; port 0 takes a free one, see <see cref="AddressOf"/>.</param>
    /// <param name="asiaBill">Served on the same address; without one its paths are unknown. On the same clock as the other.</param>
    public static WebApplication Build(AtlasStandIn standIn, MovableClock clock, string url, bool isPumping = true, AsiaBillStandIn? asiaBill = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        if (isPumping)
            builder.Services.AddSingleton<IHostedService>(_ => new PumpLoop(standIn.PumpAsync));
        if (isPumping && asiaBill is not null)
            builder.Services.AddSingleton<IHostedService>(_ => new PumpLoop(asiaBill.PumpAsync));

        var app = builder.Build();
        app.Urls.Add(url);
        var transport = new Transport(standIn, app.Lifetime);
        app.Use(next => http => http.Request.Path.Value?.EndsWith(".do", StringComparison.Ordinal) is true
            ? transport.HandleAsync(http)
            : next(http));
        app.MapControls(standIn, clock);
        if (asiaBill is not null)
            app.MapAsiaBill(asiaBill);
        return app;
    }

    /// <summary>Where a started app listens.</summary>
    public static Uri AddressOf(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return new Uri(app.Urls.First());
    }
}
