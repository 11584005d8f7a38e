using BackOffice.Core.Orders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Atlas;

/// <summary>Registers Atlas behind <see cref="IAtlasQuestions"/> and <see cref="IAtlasSends"/>.</summary>
public static class AtlasModule
{
    /// <summary>The account from the section <c>Atlas</c>. Faults are reported when the host starts, all of them in one list.</summary>
    /// <param name="configuration">The whole configuration, not the section.</param>
    public static IServiceCollection AddAtlas(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AtlasOptions>().Bind(configuration.GetSection(AtlasOptions.Section)).ValidateOnStart();
        return services.AddClients();
    }

    /// <summary>
    /// The account from code. <paramref name="configure"/> runs, and its result is checked, at the first call to Atlas and not before: the
    /// address of a stand-in is known only once it listens.
    /// </summary>
    public static IServiceCollection AddAtlas(this IServiceCollection services, Action<IServiceProvider, AtlasOptions> configure)
    {
        services.AddOptions<AtlasOptions>().Configure<IServiceProvider>((options, provider) => configure(provider, options));
        return services.AddClients();
    }

    private static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AtlasOptions>, ValidateAtlasOptions>());
        services.TryAddSingleton(provider => new CallThrottle(
            () => provider.GetRequiredService<IOptions<AtlasOptions>>().Value.CallsPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<AtlasTransport>(_ => handler => handler);
        services.TryAddSingleton<IAtlasApi, AtlasClient>();
        services.TryAddSingleton<IAtlasQuestions, AtlasQuestions>();
        services.TryAddSingleton<IAtlasSends>(provider => new AtlasSends(
            new AtlasSendClient(
                provider.GetRequiredService<IOptions<AtlasOptions>>(),
                provider.GetRequiredService<CallThrottle>(),
                provider.GetRequiredService<AtlasTransport>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<AtlasSendClient>>()),
            new OrderGate()));
        return services;
    }
}
