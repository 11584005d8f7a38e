using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Session;

/// <summary>
/// Who the person of this circuit is. The database is asked again every half minute and at once when a colleague changed the account;
/// a person who was barred, or whose roles, password or stamp changed, is nobody from then on in every open page.
/// </summary>
internal sealed class StaffAuthenticationState : RevalidatingServerAuthenticationStateProvider
{
    private readonly IDbContextFactory<BackOfficeDb> databases;
    private readonly StaffChanges changes;
    private readonly string stampClaim;
    private IDisposable? subscription;

    public StaffAuthenticationState(
        ILoggerFactory loggers, IDbContextFactory<BackOfficeDb> databases, StaffChanges changes, IOptions<IdentityOptions> identity)
        : base(loggers)
    {
        this.databases = databases;
        this.changes = changes;
        stampClaim = identity.Value.ClaimsIdentity.SecurityStampClaimType;
        AuthenticationStateChanged += Listen;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(authenticationState.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return false;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var stamp = authenticationState.User.FindFirstValue(stampClaim);
        return await db.Users.AnyAsync(u => u.Id == id && u.IsActive && u.SecurityStamp == stamp, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        AuthenticationStateChanged -= Listen;
        subscription?.Dispose();
        base.Dispose(disposing);
    }

    private async void Listen(Task<AuthenticationState> state)
    {
        subscription?.Dispose();
        subscription = null;
        var person = (await state).User;
        if (Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            subscription = changes.Subscribe(id, () => _ = LookAgainAsync());
        }
    }

    private async Task LookAgainAsync()
    {
        try
        {
            if (!await ValidateAuthenticationStateAsync(await GetAuthenticationStateAsync(), CancellationToken.None))
            {
                SignOut();
            }
        }
        catch (DbUpdateException)
        {
            SignOut();
        }
    }

    private void SignOut() => SetAuthenticationState(Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity()))));
}
