using System.Buffers.Text;
using BackOffice.Core.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>The person's passkeys: added by the browser, and named. Each is removed on a page of its own, which asks first.</summary>
public sealed partial class PasskeysPage(SignedInStaff staff, UserManager<StaffUser> people, SignInManager<StaffUser> signIn)
{
    private const int Most = 10;
    private const int LongestName = 60;

    private StaffUser? person;
    private IList<UserPasskeyInfo> passkeys = [];
    private string? fault;

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

        if ((await people.AddOrUpdatePasskeyAsync(person!, passkey)).Succeeded)
        {
            staff.Go("/account/passkeys", "Passkey");
        }
        else
        {
            fault = "Passkeys.Refused";
        }
    }

    private async Task RenameAsync(string id)
    {
        if (Find(id) is { } passkey && Name?.Trim() is { Length: > 0 and <= LongestName } name)
        {
            passkey.Name = name;
            await people.AddOrUpdatePasskeyAsync(person!, passkey);
            staff.Go("/account/passkeys", "PasskeyNamed");
        }
    }

    private UserPasskeyInfo? Find(string id) =>
        passkeys.FirstOrDefault(p => string.Equals(Base64Url.EncodeToString(p.CredentialId), id, StringComparison.Ordinal));
}
