using System.Buffers.Text;
using BackOffice.Core.Access;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>The person's passkeys: added by the browser, and named. Each is removed on a page of its own, which asks first.</summary>
public sealed partial class PasskeysPage(SignedInStaff staff, UserManager<StaffUser> people, SignInManager<StaffUser> signIn, OwnSignIn own)
{
    private const int Most = 10;
    private const int LongestName = 60;

    private StaffUser? person;
    private IList<UserPasskeyInfo> passkeys = [];
    private string? fault;
    private Refusal? refusal;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm]
    public string? Name { get; set; }

    [SupplyParameterFromForm(FormName = "add-passkey")]
    public string? Credential { get; set; }

    protected override async Task OnInitializedAsync()
    {
        person = await staff.OfAsync(Context);
        passkeys = await people.GetPasskeysAsync(person);
    }

    private async Task AddAsync()
    {
        if (passkeys.Count >= Most)
        {
            fault = "Passkeys.Full";
            return;
        }

        if (string.IsNullOrEmpty(Credential) || await signIn.PerformPasskeyAttestationAsync(Credential) is not { Succeeded: true, Passkey: { } passkey })
        {
            fault = "Passkeys.Refused";
            return;
        }

        await StoreAsync(passkey, OwnSignInPart.PasskeyAdded, "Passkey");
    }

    private async Task RenameAsync(string id)
    {
        if (Find(id) is { } passkey && Name?.Trim() is { Length: > 0 and <= LongestName } name)
        {
            passkey.Name = name;
            await StoreAsync(passkey, OwnSignInPart.PasskeyRenamed, "PasskeyNamed");
        }
    }

    private async Task StoreAsync(UserPasskeyInfo passkey, OwnSignInPart part, string done)
    {
        refusal = await own.ChangeAsync(
            new(person!, part, passkey.CredentialId), async () => (await people.AddOrUpdatePasskeyAsync(person!, passkey)).Succeeded, Context.RequestAborted);
        if (refusal is null)
        {
            staff.Go("/account/passkeys", done);
        }
    }

    private UserPasskeyInfo? Find(string id) =>
        passkeys.FirstOrDefault(p => string.Equals(Base64Url.EncodeToString(p.CredentialId), id, StringComparison.Ordinal));
}
