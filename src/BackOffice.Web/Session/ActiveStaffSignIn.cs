using System.Security.Claims;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Session;

/// <summary>Sign-in that knows that a person can be barred: neither a password nor an old cookie helps then.</summary>
internal sealed class ActiveStaffSignIn(
    UserManager<StaffUser> people, IHttpContextAccessor context, IUserClaimsPrincipalFactory<StaffUser> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffUser>> logger, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffUser> confirmation)
    : SignInManager<StaffUser>(people, context, claims, options, logger, schemes, confirmation)
{
    public override async Task<bool> CanSignInAsync(StaffUser user) => user.IsActive && await base.CanSignInAsync(user);

    /// <summary>Every way in ends here: password, second factor and passkey.</summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        StaffUser user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false) =>
        await CanSignInAsync(user) ? await base.SignInOrTwoFactorAsync(user, isPersistent, loginProvider, bypassTwoFactor) : SignInResult.NotAllowed;

    public override async Task<StaffUser?> ValidateSecurityStampAsync(ClaimsPrincipal? principal)
    {
        var person = await base.ValidateSecurityStampAsync(principal);
        return person is { IsActive: true } ? person : null;
    }
}
