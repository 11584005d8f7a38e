using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components.Authorization;

namespace BackOffice.Web.Session;

/// <summary>The person in front of this screen, as the argument that every use case takes.</summary>
public sealed class CurrentActor(AuthenticationStateProvider state)
{
    /// <summary>Who acts. Throws where nobody is signed in: pages are behind sign-in, so that is a bug.</summary>
    public async Task<Actor> GetAsync()
    {
        var person = (await state.GetAuthenticationStateAsync()).User;
        return ActorOf(person) ?? throw new InvalidOperationException("Nobody is signed in.");
    }

    /// <summary>Whether the cookie's roles hold the permission: for what is shown, never for what is done.</summary>
    public async Task<bool> MaySeeAsync(Permission permission) => (await state.GetAuthenticationStateAsync()).User.May(permission);

    public static Actor? ActorOf(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new Actor(id, person.FindFirstValue(StaffClaims.DisplayName) ?? person.Identity?.Name ?? "")
            : null;
}
