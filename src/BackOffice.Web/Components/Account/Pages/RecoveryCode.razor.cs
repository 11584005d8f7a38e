using BackOffice.Core.Access;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>For who has lost the phone: a code that works once instead of the app's.</summary>
public sealed partial class RecoveryCode(SignInManager<StaffUser> signIn, UserManager<StaffUser> people, NavigationManager navigation)
{
    private string? fault;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "recovery-code")]
    public string? Code { get; set; }

    protected override async Task OnInitializedAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null)
        {
            navigation.NavigateTo(StaffSignIn.SignInPath);
        }
    }

    private async Task TryAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } person)
        {
            return;
        }

        // The framework counts no failure here; without one, codes could be guessed without end.
        if (await people.IsLockedOutAsync(person))
        {
            navigation.NavigateTo("/account/locked-out");
            return;
        }

        var result = await signIn.TwoFactorRecoveryCodeSignInAsync((Code ?? "").Replace(" ", "", StringComparison.Ordinal));
        if (result.Succeeded)
        {
            navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
            return;
        }

        await people.AccessFailedAsync(person);
        fault = "Recovery.Wrong";
    }
}
