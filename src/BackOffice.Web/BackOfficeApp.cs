using BackOffice.Core.Access;
using BackOffice.Core.Audit;
using BackOffice.Core.Export;
using BackOffice.Core.Health;
using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Dispatch;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Recovery;
using BackOffice.Core.Webhooks;
using BackOffice.Web.Components;
using BackOffice.Web.Components.Account;
using BackOffice.Web.Features.Reports;
using BackOffice.Web.Features.Settings;
using BackOffice.Web.Features.Webhooks;
using BackOffice.Web.Hosting;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;

namespace BackOffice.Web;

/// <summary>The composition root: what the program is made of, in the order in which it is put together.</summary>
public static class BackOfficeApp
{
    /// <summary>Starts the desk and waits until it is stopped; or carries out one of the <see cref="DatabaseCommands"/>, and nothing else.</summary>
    /// <returns>0, or 1 where the settings are wrong: the list of what is wrong is then on standard error. A command has codes of its own.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (DatabaseCommands.IsOne(args))
        {
            using var stop = new CancellationTokenSource();
            Console.CancelKeyPress += (_, pressed) =>
            {
                pressed.Cancel = true;
                stop.Cancel();
            };
            return await DatabaseCommands.RunAsync(args, Console.Out, Console.Error, stop.Token);
        }

        await using var app = Build(args);
        if (!SettingsCheck.Passes(app.Services, Console.Error))
        {
            return 1;
        }

        await app.RunAsync();
        return 0;
    }

    /// <summary>The whole program, not yet started.</summary>
    /// <param name="adjust">The last word on services, for tests. Settings come by <paramref name="args"/>: <c>--Mode=Live</c>.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(BackOfficeApp).Assembly.GetName().Name });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddHost(builder);
        AddDesk(builder);
        AddScreens(builder.Services);
        adjust?.Invoke(builder);

        var app = builder.Build();
        UsePipeline(app);
        MapEndpoints(app);
        return app;
    }

    private static void AddHost(WebApplicationBuilder builder)
    {
        builder.AddSettings();
        builder.AddTrustedProxies();
        builder.AddPartner();
        builder.AddKeyRing();
        builder.AddLocalization();
        builder.AddStartBanner();
        builder.AddHealth();
        builder.AddWebhookEndpoints();
        builder.AddShutdown();
    }

    private static void AddDesk(WebApplicationBuilder builder)
    {
        builder.AddDatabase();
        builder.Services.AddAccess();
        builder.Services.AddCases();
        builder.Services.AddApprovals();
        builder.Services.AddDispatch();
        builder.Services.AddReconciliation();
        builder.Services.AddRecovery();
        builder.Services.AddWebhooks();
        builder.Services.AddExport();
        builder.Services.AddAuditTrail();
        builder.Services.AddDeskHealth();
        builder.AddOfficeSettings();
    }

    private static void AddScreens(IServiceCollection services)
    {
        services.AddStaffSignIn();
        services.AddSignInRate();
        services.AddPermissionPolicies();
        services.AddCircuitSession();
        services.AddScoped<RefusalWords>();
        services.AddRazorComponents().AddInteractiveServerComponents();
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler("/problem", createScopeForErrors: true);
        app.UseStatusScreens();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseHubOriginCheck();
        app.UseAuthentication();
        app.UseInitialPasswordGate();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseStaleFormRescue();
    }

    private static void MapEndpoints(WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapPreferences();
        app.MapClock();
        app.MapAccount();
        app.MapExport();
        app.MapWebhooks();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(HubOrigin.Configure);
    }
}
