using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Export;

public static class ExportModule
{
    /// <summary>The report over void cases, and the file of them.</summary>
    public static IServiceCollection AddExport(this IServiceCollection services)
    {
        services.AddTransient<ReadVoidReport>();
        services.AddTransient<ExportVoidCases>();
        return services;
    }
}
