using Microsoft.Extensions.DependencyInjection;

namespace BackOffice.Core.Access;

public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<StaffChanges>();
        return services;
    }
}
