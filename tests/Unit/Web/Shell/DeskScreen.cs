using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>A screen whose use cases are those of a whole desk, with a database and the stand-in of the partner.</summary>
public abstract class DeskScreen : ScreenContext
{
    /// <summary>Signs a person in and hands the components what they ask for.</summary>
    private protected void Sit(Desk desk, Actor who, Role role, params Type[] useCases)
    {
        var signedIn = this.AddAuthorization();
        signedIn.SetAuthorized(who.Name);
        signedIn.SetClaims(new Claim(ClaimTypes.NameIdentifier, who.Id.ToString()), new Claim(ClaimTypes.Role, Roles.NameOf(role)));
        signedIn.SetPolicies([.. Roles.PermissionsOf(role).Select(permission => permission.ToString())]);
        Services.AddScoped<CurrentActor>();
        Services.AddScoped<CircuitLife>();
        foreach (var useCase in useCases)
        {
            Services.AddSingleton(useCase, desk.Program.GetRequiredService(useCase));
        }
    }
}
