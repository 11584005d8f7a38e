using System.Security.Claims;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Authorization;

namespace BackOffice.Web.Hosting;

/// <summary>One policy for each permission, named like it, answered from the cookie's roles. It decides what is shown; use cases ask the database.</summary>
internal static class PermissionPolicies
{
    public static void AddPermissionPolicies(this IServiceCollection services) => services.AddAuthorization(options =>
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(permission)));
        }
    });

    public static bool May(this ClaimsPrincipal person, Permission permission) => person.RolesHeld().Any(role => Roles.PermissionsOf(role).Contains(permission));

    public static IEnumerable<Role> RolesHeld(this ClaimsPrincipal person) =>
        person.FindAll(ClaimTypes.Role).Select(claim => Roles.Named(claim.Value)).OfType<Role>();
}

/// <summary>What a page may only be shown with.</summary>
public sealed class NeedsAttribute(Permission permission) : AuthorizeAttribute(permission.ToString())
{
    public Permission Permission { get; } = permission;
}
