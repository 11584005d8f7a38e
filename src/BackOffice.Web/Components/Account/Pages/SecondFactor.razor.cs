using BackOffice.Core.Access;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>The code of the authenticator app, after the password was right.</summary>
public sealed partial class SecondFactor(SignInManager<StaffUser> signIn, NavigationManager navigation)
{
    private string? fault;

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "second-factor")]
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
        var digits = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            navigation.NavigateTo(LocalAddress.Or(ReturnUrl, "/"));
        }
        else if (result.IsLockedOut)
        {
            navigation.NavigateTo("/account/locked-out");
        }
        else
        {
            fault = "Second.Wrong";
        }
    }
}
