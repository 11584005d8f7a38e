using BackOffice.Core.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>How the person signs in, and the way out of all sessions at once.</summary>
public sealed partial class AccountHome(
    SignedInStaff staff, UserManager<StaffUser> people, SignInManager<StaffUser> signIn, StaffChanges changes)
{
    private StaffUser? person;
    private int codesLeft;
    private int passkeys;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        person = await staff.OfAsync(Context);
        codesLeft = await people.CountRecoveryCodesAsync(person);
        passkeys = (await people.GetPasskeysAsync(person)).Count;
    }

    private async Task EverywhereAsync()
    {
        await people.UpdateSecurityStampAsync(person!);
        await signIn.SignOutAsync();
        changes.Notify(person!.Id);
        staff.Go("/account/signed-out");
    }
}
