using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace BackOffice.Web.Components.Account.Pages;

/// <summary>Switches the second step on: a key for the app, a code that proves it arrived, and recovery codes once.</summary>
public sealed partial class AuthenticatorPage(SignedInStaff staff, UserManager<StaffUser> people, IUserStore<StaffUser> store, OwnSignIn own)
{
    private const int RecoveryCodes = 10;

    private StaffUser? person;
    private string key = "";
    private string? picture;
    private string? fault;
    private Refusal? refusal;
    private IReadOnlyList<string>? codes;

    [CascadingParameter]
    public required HttpContext Context { get; init; }

    [SupplyParameterFromForm(FormName = "authenticator")]
    public string? Code { get; set; }

    private string Spaced => string.Join(' ', key.Chunk(4).Select(four => new string(four))).ToLowerInvariant();

    protected override async Task OnInitializedAsync()
    {
        person = await staff.OfAsync(Context);
        if (person.TwoFactorEnabled)
        {
            staff.Go("/account");
            return;
        }

        key = await people.GetAuthenticatorKeyAsync(person) is { Length: > 0 } kept ? kept : await MakeKeyAsync(person);
        picture = PictureOf(person.Email!, key);
    }

    private static string PictureOf(string email, string key)
    {
        var issuer = Uri.EscapeDataString(KeyRing.ApplicationName);
        var address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={issuer}&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        return "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(5, drawQuietZones: false));
    }

    /// <summary>
    /// Past the manager's own reset, which renews the stamp as well: a key opens nothing until a code has proved it, and whoever only looks at this page
    /// keeps their other pages open.
    /// </summary>
    private async Task<string> MakeKeyAsync(StaffUser owner)
    {
        var made = people.GenerateNewAuthenticatorKey();
        await ((IUserAuthenticatorKeyStore<StaffUser>)store).SetAuthenticatorKeyAsync(owner, made, Context.RequestAborted);
        await people.UpdateAsync(owner);
        return made;
    }

    private async Task SwitchOnAsync()
    {
        var digits = string.Concat((Code ?? "").Where(char.IsAsciiDigit));
        if (!await people.VerifyTwoFactorTokenAsync(person!, people.Options.Tokens.AuthenticatorTokenProvider, digits))
        {
            fault = "App.Wrong";
            return;
        }

        IReadOnlyList<string> made = [];
        refusal = await own.ChangeAsync(
            new(person!, OwnSignInPart.SecondFactorOn),
            async () =>
            {
                var switched = await people.SetTwoFactorEnabledAsync(person!, enabled: true);
                made = [.. await people.GenerateNewTwoFactorRecoveryCodesAsync(person!, RecoveryCodes) ?? []];
                return switched.Succeeded && made.Count > 0;
            },
            Context.RequestAborted);
        if (refusal is null)
        {
            codes = made;
            await staff.KeepThisSessionAsync(person!);
        }
    }
}
