using System.Security.Claims;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Session;

/// <summary>
/// Sign-in that knows that a person can be barred and that a session can be over: neither a password nor an old cookie helps then. Whoever signs in ends
/// the session of somebody else who used this browser before.
/// </summary>
internal sealed class ActiveStaffSignIn(
    UserManager<StaffUser> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<StaffUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffUser>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffUser> confirmation,
    IOptionsMonitor<CookieAuthenticationOptions> cookies, StaffSessions sessions)
    : SignInManager<StaffUser>(people, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffUser user) => user.IsActive && await base.CanSignInAsync(user);

    /// <summary>Every way in ends here: password, second factor and passkey.</summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        StaffUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false) =>
        await CanSignInAsync(user) ? await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor) : SignInResult.NotAllowed;

    /// <summary>Every cookie is made here, a renewed one too: that of the same person goes on with their session.</summary>
    public override async Task SignInWithClaimsAsync(StaffUser user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var before = Before();
        var goesOn = before is not null && sessions.IsOn(before) && UserManager.GetUserId(before) == user.Id.ToString();
        if (before is not null && !goesOn)
        {
            sessions.End(before);
        }

        var session = new Claim(StaffSessions.ClaimType, (goesOn ? StaffSessions.Of(before) : null) ?? StaffSessions.Begin());
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims, session]);
    }

    public override async Task<StaffUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        var person = await base.ValidateSecurityStampAsync(principal);
        return person is { IsActive: true } && sessions.IsOn(principal) ? person : null;
    }

    /// <summary>Whose cookie the browser brought, also one that has expired: a page of theirs can outlive it.</summary>
    private ClaimsPrincipal? Before()
    {
        var scheme = cookies.Get(IdentityConstants.ApplicationScheme);
        return scheme.CookieManager.GetRequestCookie(Context, scheme.Cookie.Name!) is { } brought ? scheme.TicketDataFormat.Unprotect(brought)?.Principal : null;
    }
}
