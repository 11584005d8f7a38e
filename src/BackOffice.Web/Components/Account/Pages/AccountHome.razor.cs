using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Hosting;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>How the person signs in, and the way out of all sessions at once.</summary>
public sealed partial class AccountHome(
    SignedInStaff staff, UserManager<StaffUser> people, SignInManager<StaffUser> signIn, OwnSignIn own, StaffSessions sessions)
{
    private StaffUser? person;
    private Refusal? refusal;
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
        refusal = await own.ChangeAsync(
            new(person!, OwnSignInPart.Sessions), async () => (await people.UpdateSecurityStampAsync(person!)).Succeeded, Context.RequestAborted);
        if (refusal is null)
        {
            // This one ends by name; its notice has the pages of all the others look at their stamp.
            sessions.End(Context.User);
            await signIn.SignOutAsync();
            staff.Go(StaffSignIn.SignedOutPath);
        }
    }
}
