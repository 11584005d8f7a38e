using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BackOffice.Core.Access;

public static class AccessModule
{
    /// <summary>People and their rights. Who signs in, and how, is the host's.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<StaffChanges>();
        services.TryAddScoped<IPasswordHasher<StaffUser>, PasswordHasher<StaffUser>>();
        services.TryAddScoped<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddTransient<NewAccounts>();
        services.AddTransient<ListStaff>();
        services.AddTransient<CreateStaff>();
        services.AddTransient<ChangeStaff>();
        services.AddTransient<ResetSignIn>();
        services.AddScoped<OwnSignIn>();
        return services;
    }
}
