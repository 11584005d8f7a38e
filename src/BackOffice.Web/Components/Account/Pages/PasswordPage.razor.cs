using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>A new password by who knows the old one. It renews the stamp: all other sessions end.</summary>
public sealed partial class PasswordPage(SignedInStaff staff, UserManager<StaffUser> people, OwnSignIn own)
{
    private string? fault;
    private Refusal? refusal;
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

        // Before the change begins: whoever tries passwords must not keep everybody else from writing while they are compared.
        if (!await people.CheckPasswordAsync(person, Old ?? ""))
        {
            fault = "Password.WrongOld";
            return;
        }

        refusal = await own.ChangeAsync(new(person, OwnSignInPart.Password), () => SetAsync(person), Context.RequestAborted);
        if (refusal is null)
        {
            await staff.KeepThisSessionAsync(person);
            staff.Go("/account", "Password");
        }
    }

    private async Task<bool> SetAsync(StaffUser person)
    {
        if (!(await people.ChangePasswordAsync(person, Old ?? "", New ?? "")).Succeeded)
        {
            fault = "Password.Weak";
            return false;
        }

        var ofTheOldOne = (await people.GetClaimsAsync(person)).Where(claim => claim.Type == InitialPassword.Claim);
        return (await people.RemoveClaimsAsync(person, ofTheOldOne)).Succeeded;
    }
}
