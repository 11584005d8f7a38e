using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>A screen with somebody in front of it and a whole desk behind it: its panels ask real use cases.</summary>
internal static class SeatedScreen
{
    /// <summary>Puts the person at the screen, with the use cases that the panel takes.</summary>
    public static void Seat(this IServiceCollection services, Desk desk, Actor who, params Type[] useCases)
    {
        services.AddSingleton<TimeProvider>(desk.Clock);
        services.AddSingleton<AuthenticationStateProvider>(new Seated(who));
        services.AddScoped<CurrentActor>();
        services.AddScoped<CircuitLife>();
        foreach (var useCase in useCases)
        {
            services.AddTransient(useCase, _ => desk.Program.GetRequiredService(useCase));
        }
    }

    private sealed class Seated(Actor who) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Id.ToString())], "test"))));
    }
}
