using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;

namespace BackOffice.Web.Session;

internal static class SessionModule
{
    public static void AddCircuitSession(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddScoped<BrowserTime>();
        services.AddScoped<CircuitLife>();
        services.AddScoped<CircuitHandler>(provider => provider.GetRequiredService<CircuitLife>());
        services.AddScoped<CircuitHandler, StaffWatch>();
        services.AddScoped<RailCounts>();
        services.AddScoped<Browser>();
        services.AddScoped<LiveReadings>();
        services.AddSingleton<CircuitOwners>();
        services.AddSingleton<CircuitGuard>();
        services.Configure<HubOptions>(hubs => hubs.AddFilter<CircuitGuard>());
    }
}
