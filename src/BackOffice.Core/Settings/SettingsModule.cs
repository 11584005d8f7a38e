using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Settings;

public static class SettingsModule
{
    /// <summary>The office's own rules.</summary>
    /// <param name="partners">What the host knows of the connections; asked when a setting is first read.</param>
    public static IServiceCollection AddSettings(this IServiceCollection services, Func<IServiceProvider, PartnerFacts> partners)
    {
        services.AddTransient(partners);
        services.AddTransient<ReadSettings>();
        services.AddTransient<SaveApprovalRule>();
        services.AddTransient<RemoveApprovalRule>();
        services.AddTransient<SaveDeskSettings>();
        services.AddTransient<SaveCustomerPaid>();
        services.AddTransient<RegisterWebhook>();
        return services;
    }
}
