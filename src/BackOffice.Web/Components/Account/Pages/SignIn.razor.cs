using BackOffice.Core.Access;
using BackOffice.Web.Components.Layout;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>
/// Sign-in by password or passkey. Unknown, wrong, locked and barred look the same from outside and take the same time,
/// so that nobody learns who works here.
/// </summary>
public sealed partial class SignIn(
    SignInManager<StaffUser> signIn, UserManager<StaffUser> people, IPasswordHasher<StaffUser> hasher, NavigationManager navigation, IRehearsal rehearsal)
{
    /// <summary>A hash of nothing that anybody knows, to spend the same time where no password is compared.</summary>
    private static readonly StaffUser Nobody = new() { DisplayName = "" };

    private string? fault;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Email { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    public string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    public string? Credential { get; set; }

    protected override void OnInitialized()
    {
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true })
        {
            navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
        }
    }

    private async Task WithPasswordAsync()
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password))
        {
            fault = "SignIn.Wrong";
            return;
        }

        // Nobody, somebody barred and somebody locked: no password is compared for them, so the time that a comparison takes is spent here.
        if (await people.FindByNameAsync(Email.Trim()) is not { } person || !await signIn.CanSignInAsync(person) || await people.IsLockedOutAsync(person))
        {
            hasher.HashPassword(Nobody, Password);
            fault = "SignIn.Wrong";
            return;
        }

        Go(await signIn.PasswordSignInAsync(person, Password, isPersistent: false, lockoutOnFailure: true), "SignIn.Wrong", await StartOfAsync(person));
    }

    private async Task WithPasskeyAsync()
    {
        if (string.IsNullOrEmpty(Credential))
        {
            fault = "SignIn.PasskeyWrong";
            return;
        }

        Go(await signIn.PasskeySignInAsync(Credential), "SignIn.PasskeyWrong", "/");
    }

    private async Task<string> StartOfAsync(StaffUser person) =>
        RailLink.StartOf((await people.GetRolesAsync(person)).Select(Roles.Named).OfType<Role>());

    private void Go(SignInResult result, string otherwise, string start)
    {
        if (result.Succeeded)
        {
            navigation.NavigateTo(LocalAddress.IsLocal(ReturnUrl) && ReturnUrl != "/" ? ReturnUrl! : start);
        }
        else if (result.RequiresTwoFactor)
        {
            navigation.NavigateTo("/account/second-factor?returnUrl=" + Uri.EscapeDataString(LocalAddress.Or(ReturnUrl, "/")));
        }
        else
        {
            fault = otherwise;
        }
    }
}
