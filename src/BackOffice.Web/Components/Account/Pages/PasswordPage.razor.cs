using BackOffice.Core.Access;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>A new password by who knows the old one. It renews the stamp: all other sessions end.</summary>
public sealed partial class PasswordPage(SignedInStaff staff, UserManager<StaffUser> people)
{
    private string? fault;
    private bool isInitial;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [SupplyParameterFromForm(FormName = "password")]
    public string? Old { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    public string? New { get; set; }

    [SupplyParameterFromForm(FormName = "password")]
    public string? Again { get; set; }

    /// <summary>Read once: signing in anew swaps the person of the request, and a form must not move while its answer is drawn.</summary>
    protected override void OnInitialized() => isInitial = Context.User.HasClaim(claim => claim.Type == InitialPassword.Claim);

    private async Task ChangeAsync()
    {
        if (!string.Equals(New, Again, StringComparison.Ordinal))
        {
            fault = "Password.Differ";
            return;
        }

        // One that an administrator handed over is known to two: to "change" it into itself would open the desk with it.
        if (string.Equals(New, Old, StringComparison.Ordinal))
        {
            fault = "Password.Same";
            return;
        }

        var person = await staff.OfAsync(Context);
        var result = await people.ChangePasswordAsync(person, Old ?? "", New ?? "");
        if (!result.Succeeded)
        {
            fault = result.Errors.Any(e => string.Equals(e.Code, nameof(IdentityErrorDescriber.PasswordMismatch), StringComparison.Ordinal))
                ? "Password.WrongOld" : "Password.Weak";
            return;
        }

        await people.RemoveClaimsAsync(person, (await people.GetClaimsAsync(person)).Where(claim => claim.Type == InitialPassword.Claim));
        await staff.KeepThisSessionAsync(person);
        staff.Go("/account", "Password");
    }
}
