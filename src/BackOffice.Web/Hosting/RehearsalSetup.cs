using System.Security.Cryptography;
using BackOffice.Core.AsiaBill;
using BackOffice.Core.Atlas;
using BackOffice.Core.Orders;
using BackOffice.Sandbox;
using BackOffice.Sandbox.AsiaBill;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Features.Webhooks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BackOffice.Web.Hosting;

/// <summary>
/// Which partner the desk talks to. In a rehearsal it is a stand-in inside this process, on a free loopback port, and whatever the settings
/// say of the real partner is not used.
/// </summary>
internal static class RehearsalSetup
{
    public static void AddPartner(this WebApplicationBuilder builder)
    {
        if (!Enum.TryParse<RunMode>(builder.Configuration["Mode"], ignoreCase: true, out var mode) || mode != RunMode.Rehearsal)
        {
            builder.Services.AddSingleton<IRehearsal, NoRehearsal>();
            builder.Services.AddAtlas(builder.Configuration);
            builder.Services.AddAsiaBill(builder.Configuration);
            return;
        }

        builder.Services.AddSingleton(_ => new MovableClock());
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>());
        builder.Services.AddSingleton(provider => new AtlasStandIn(provider.GetRequiredService<MovableClock>(), new StandInOptions()));
        builder.Services.AddSingleton(provider => new AsiaBillStandIn(provider.GetRequiredService<MovableClock>()));
        builder.Services.AddSingleton<IRehearsal, StandInRehearsal>();
        builder.Services.AddSingleton<Stage>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Stage>());
        builder.Services.AddAtlas((provider, options) => provider.GetRequiredService<Stage>().Describe(options));

        // Both ways of working are rehearsed: with the switch off a person makes the card refunds.
        var sends = builder.Configuration.GetValue($"{Core.AsiaBill.AsiaBillOptions.Section}:{nameof(Core.AsiaBill.AsiaBillOptions.Send)}", defaultValue: true);
        builder.Services.AddAsiaBill((provider, options) => provider.GetRequiredService<Stage>().Describe(options, sends));
    }

    /// <summary>The stand-in while it listens: up before anything else of the program starts, down after everything else has stopped.</summary>
    internal sealed class Stage : IHostedLifecycleService, IAsyncDisposable
    {
        private readonly string webhookSecret = RandomNumberGenerator.GetHexString(32, lowercase: true);
        private readonly IServiceProvider services;
        private readonly WebApplication play;

        public Stage(MovableClock clock, AtlasStandIn standIn, AsiaBillStandIn cards, IServiceProvider services)
        {
            this.services = services;
            StandIn = standIn;
            Cards = cards;
            play = SandboxApp.Build(StandIn, clock, "http://127.0.0.1:0", asiaBill: cards);
        }

        public AtlasStandIn StandIn { get; }

        public AsiaBillStandIn Cards { get; }

        public void Describe(AtlasOptions options)
        {
            options.BaseUrl = SandboxApp.AddressOf(play).ToString();
            options.ClientId = StandIn.Options.ClientId;
            options.ClientSecret = StandIn.Options.ClientSecret;
            options.WebhookSecret = webhookSecret;
        }

        public void Describe(Core.AsiaBill.AsiaBillOptions options, bool sends)
        {
            options.BaseUrl = SandboxApp.AddressOf(play).ToString();
            (options.GatewayNo, options.SignKey, options.Send) = (Cards.Options.GatewayNo, Cards.Options.SignKey, sends);
        }

        public Task StartingAsync(CancellationToken cancellationToken) => play.StartAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        /// <summary>Notices find the desk once it listens; it says where, as it does to the real partner.</summary>
        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            if (addresses.OrderBy(a => a.StartsWith("https", StringComparison.OrdinalIgnoreCase)).Select(OnLoopback).OfType<Uri>().FirstOrDefault() is { } desk)
            {
                var webhook = new Uri(desk, WebhookEndpoints.Root + "/" + webhookSecret);
                await services.GetRequiredService<IAtlasQuestions>().RegisterWebhookAsync(webhook, cancellationToken);
                Cards.Notices.Register(new Uri(desk, WebhookEndpoints.OfAsiaBill));
            }
        }

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => play.StopAsync(cancellationToken);

        /// <summary>An address that means every interface of this machine is called on its loopback one.</summary>
        private static Uri? OnLoopback(string address)
        {
            var named = address.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal)
                .Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal);
            return Uri.TryCreate(named, UriKind.Absolute, out var found) ? found : null;
        }

        public ValueTask DisposeAsync() => play.DisposeAsync();
    }
}
