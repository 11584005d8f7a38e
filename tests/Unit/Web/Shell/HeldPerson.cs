using System.Security.Claims;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace Unit.Web.Shell;

/// <summary>Somebody in front of a screen of whom it is not told at once who they are: one of the answers waits, so that a page can be left or led on meanwhile.</summary>
/// <param name="held">Which answer waits, counted from one.</param>
internal sealed class HeldPerson(Actor who, int held) : AuthenticationStateProvider
{
    private readonly TaskCompletionSource gate = new();
    private int asked;

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        if (++asked == held)
        {
            await gate.Task;
        }

        return new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.Id.ToString())], "test")));
    }

    /// <summary>Gives the held answer. In the screen's own turn, so that all that waited for it is done afterwards.</summary>
    public void LetGo() => gate.SetResult();
}
