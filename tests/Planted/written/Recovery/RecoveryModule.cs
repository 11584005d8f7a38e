using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Recovery;

public static class RecoveryModule
{
    /// <summary>What happens after a restore, before anything is sent again.</summary>
    public static IServiceCollection AddRecovery(this IServiceCollection services)
    {
        services.AddSingleton<RecoveryWatch>();
        services.AddTransient<AfterRestoreRound>();
        services.AddHostedService<RecoveryWorker>();
        return services;
    }
}
