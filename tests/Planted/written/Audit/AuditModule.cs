using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Audit;

public static class AuditModule
{
    /// <summary>Reading the trail and recomputing its chain. Lines are written by every change itself.</summary>
    public static IServiceCollection AddAuditTrail(this IServiceCollection services)
    {
        services.AddTransient<ReadAudit>();
        services.AddTransient<VerifyAudit>();
        return services;
    }
}
