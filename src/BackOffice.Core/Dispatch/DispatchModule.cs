using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BackOffice.Core.Dispatch;

public static class DispatchModule
{
    /// <summary>The sender and its loop.</summary>
    public static IServiceCollection AddDispatch(this IServiceCollection services)
    {
        services.AddOptions<DispatchOptions>().BindConfiguration(DispatchOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DispatchOptions>, ValidateDispatchOptions>();
        services.AddSingleton<WorkerPulse>();
        services.TryAddSingleton(_ => RunningProcesses.OfThisMachine());
        services.AddSingleton<PermitsInHand>();
        services.AddTransient<SendOnce>();
        services.AddTransient<DispatchRound>();
        services.AddHostedService<DispatchWorker>();
        return services;
    }
}
