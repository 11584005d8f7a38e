using System.Security.Claims;
using BackOffice.Core.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Session;

/// <summary>
/// Who the person of this circuit is. The database is asked again every half minute, and at once when <see cref="StaffWatch"/> says so;
/// a person who was barred, or whose roles, password or stamp changed, is nobody from then on. So is one whose session ended, at every question.
/// </summary>
internal sealed class StaffAuthenticationState(
    ILoggerFactory loggers, IDbContextFactory<BackOfficeDb> databases, IOptions<IdentityOptions> identity, StaffSessions sessions)
    : RevalidatingServerAuthenticationStateProvider(loggers)
{
    private static readonly AuthenticationState Nobody = new(new ClaimsPrincipal(new ClaimsIdentity()));

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    /// <summary>Whether this page's session was seen to have ended: by a sign-out, or by somebody else who signed in. Stays so.</summary>
    public bool IsSessionOver { get; private set; }

    public override async Task<AuthenticationState> GetAuthenticationStateAsync()
    {
        var state = await base.GetAuthenticationStateAsync();
        return IsOn(state.User) ? state : Nobody;
    }

    public async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        if (!await ValidateAuthenticationStateAsync(await GetAuthenticationStateAsync(), cancellationToken))
        {
            SetAuthenticationState(Task.FromResult(Nobody));
        }
    }

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (!IsOn(authenticationState.User) || !Guid.TryParse(authenticationState.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stamp = authenticationState.User.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        return await db.Users.AnyAsync(u => u.Id == id && u.IsActive && u.SecurityStamp == stamp, cancellationToken);
    }

    private bool IsOn(ClaimsPrincipal person)
    {
        var isOn = sessions.IsOn(person);
        IsSessionOver |= !isOn && StaffSessions.Of(person) is not null;
        return isOn;
    }
}
