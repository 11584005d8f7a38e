using BackOffice.Core.Payments;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.AsiaBill;

/// <summary>Registers AsiaBill behind <see cref="ICardRefundQuestions"/>, <see cref="ICardRefundSends"/> and <see cref="ICardNoticeCheck"/>.</summary>
public static class AsiaBillModule
{
    /// <summary>The account from the section <c>AsiaBill</c>. Faults are reported when the host starts, all of them in one list.</summary>
    /// <param name="configuration">The whole configuration, not the section.</param>
    public static IServiceCollection AddAsiaBill(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AsiaBillOptions>().Bind(configuration.GetSection(AsiaBillOptions.Section)).ValidateOnStart();
        return services.AddClients();
    }

    /// <summary>
    /// The account from code. <paramref name="configure"/> runs, and its result is checked, at the first use of AsiaBill and not before: the
    /// address of a stand-in is known only once it listens.
    /// </summary>
    public static IServiceCollection AddAsiaBill(this IServiceCollection services, Action<IServiceProvider, AsiaBillOptions> configure)
    {
        services.AddOptions<AsiaBillOptions>().Configure<IServiceProvider>((options, provider) => configure(provider, options));
        return services.AddClients();
    }

    private static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AsiaBillOptions>, ValidateAsiaBillOptions>());
        services.TryAddSingleton<AsiaBillTransport>(_ => handler => handler);
        services.TryAddSingleton<AsiaBillClient>();
        services.TryAddSingleton<ICardRefundQuestions, AsiaBillQuestions>();
        services.TryAddSingleton<ICardNoticeCheck, AsiaBillNoticeCheck>();
        services.TryAddSingleton<ICardRefundSends>(provider => new AsiaBillSends(
            new AsiaBillSendClient(
                provider.GetRequiredService<IOptions<AsiaBillOptions>>(),
                provider.GetRequiredService<AsiaBillTransport>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<AsiaBillSendClient>>()),
            provider.GetRequiredService<IOptions<AsiaBillOptions>>()));
        return services;
    }
}
