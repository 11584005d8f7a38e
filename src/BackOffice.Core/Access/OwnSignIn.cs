using System.Security.Cryptography;
using BackOffice.Core.Data;
using BackOffice.Core.Values;

namespace BackOffice.Core.Access;

/// <summary>What people change about how they sign in themselves.</summary>
public enum OwnSignInPart
{
    Password,
    SecondFactorOn,
    SecondFactorOff,
    RecoveryCodes,
    PasskeyAdded,
    PasskeyRenamed,
    PasskeyRemoved,

    /// <summary>All of them end, in every browser.</summary>
    Sessions,
}

/// <param name="Passkey">The credential's id, where it is about one. The trail keeps a digest of it, by which its lines are told to be about the same.</param>
public sealed record OwnSignInChange(StaffUser Person, OwnSignInPart Part, byte[]? Passkey = null);

/// <summary>
/// The way of people to change their own sign-in. Identity carries it out and saves at every step; the steps and the line of the trail are committed together.
/// It needs an account that is in use, and no right.
/// </summary>
/// <param name="db">The one that Identity works on.</param>
public sealed class OwnSignIn(Store store, BackOfficeDb db)
{
    private const int DigestLength = 16;

    /// <param name="steps">False where one of them did not succeed: none of them is kept then.</param>
    /// <returns>Why nothing was changed, or null where it was.</returns>
    public async Task<Refusal?> ChangeAsync(OwnSignInChange change, Func<Task<bool>> steps, CancellationToken cancellationToken)
    {
        var person = change.Person;
        var outcome = await store.ChangeOwnAsync<Done>(db, new Actor(person.Id, person.DisplayName), async unit =>
        {
            unit.Audit(VerbOf(change.Part), "staff:" + person.Id, change.Passkey is { } passkey ? new { passkey = DigestOf(passkey) } : null);
            return await steps() ? default(Done) : AccessRefusals.SignInUnchanged;
        }, cancellationToken);
        return outcome.Refusal;
    }

    /// <summary>The word of the trail.</summary>
    internal static string VerbOf(OwnSignInPart part) => part switch
    {
        OwnSignInPart.Password => "account.password-changed",
        OwnSignInPart.SecondFactorOn => "account.second-factor-on",
        OwnSignInPart.SecondFactorOff => "account.second-factor-off",
        OwnSignInPart.RecoveryCodes => "account.recovery-codes-made",
        OwnSignInPart.PasskeyAdded => "account.passkey-added",
        OwnSignInPart.PasskeyRenamed => "account.passkey-renamed",
        OwnSignInPart.PasskeyRemoved => "account.passkey-removed",
        OwnSignInPart.Sessions => "account.signed-out-everywhere",
    };

    private static string DigestOf(byte[] passkey) => Convert.ToHexString(SHA256.HashData(passkey))[..DigestLength];
}
