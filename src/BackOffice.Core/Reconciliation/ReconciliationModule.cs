using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Reconciliation;

public static class ReconciliationModule
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddSingleton<QuietWatch>();
        services.AddTransient<AskPartner>();
        services.AddTransient<AskNamed>();
        services.AddTransient<DecideUnknown>();
        services.AddTransient<RecordCardRefund>();
        services.AddTransient<ReadUnknown>();
        services.AddTransient<RecoverRound>();
        services.AddTransient<ReconcileRound>();
        services.AddHostedService<ReconciliationWorker>();
        return services;
    }
}
