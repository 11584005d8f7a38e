using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

/// <summary>What of a colleague's sign-in is begun afresh.</summary>
public enum SignInPart
{
    /// <summary>The waiting time after wrong tries.</summary>
    Lockout,

    /// <summary>Authenticator app, recovery codes and passkeys: for who has lost the device.</summary>
    SecondFactor,

    /// <summary>A new password to hand over, and the waiting time with it.</summary>
    Password,
}

public sealed record ResetSignInInput(Guid UserId, SignInPart Part);

/// <param name="InitialPassword">Only for <see cref="SignInPart.Password"/>: told once and stored nowhere.</param>
public sealed record SignInReset(string? InitialPassword);

/// <summary>Lets a colleague in again. Password and second factor end every session of the person; nobody does it for themselves.</summary>
public sealed class ResetSignIn(Store store, NewAccounts accounts, StaffChanges changes)
{
    public async Task<Outcome<SignInReset>> ExecuteAsync(Actor actor, ResetSignInInput input, CancellationToken cancellationToken)
    {
        var outcome = await store.ChangeAsync<SignInReset>(actor, Permission.ManageStaff, async (change, _) =>
        {
            if (input.UserId == actor.Id)
            {
                return AccessRefusals.NotYourself;
            }

            if (await change.Db.Users.SingleOrDefaultAsync(u => u.Id == input.UserId, cancellationToken) is not { } person)
            {
                return AccessRefusals.UnknownPerson;
            }

            change.Audit("staff.sign-in-reset", "staff:" + person.Id, new { part = NameOf(input.Part) });
            return new SignInReset(await ApplyAsync(accounts, change, person, input.Part, cancellationToken));
        }, cancellationToken);
        if (outcome.IsDone(out _, out _))
        {
            changes.Notify(input.UserId);
        }

        return outcome;
    }

    /// <summary>The word of the trail.</summary>
    internal static string NameOf(SignInPart part) => part switch
    {
        SignInPart.Lockout => "lockout",
        SignInPart.SecondFactor => "second-factor",
        SignInPart.Password => "password",
    };

    /// <returns>The initial password, where that is the part.</returns>
    internal static async Task<string?> ApplyAsync(NewAccounts accounts, Change change, StaffUser person, SignInPart part, CancellationToken cancellationToken)
    {
        switch (part)
        {
            case SignInPart.Lockout:
                Unlock(person);
                return null;
            case SignInPart.SecondFactor:
                person.TwoFactorEnabled = false;
                await change.Db.UserTokens.Where(t => t.UserId == person.Id).ExecuteDeleteAsync(cancellationToken);
                await change.Db.UserPasskeys.Where(p => p.UserId == person.Id).ExecuteDeleteAsync(cancellationToken);
                NewAccounts.Renew(person);
                return null;
            default:
                var password = NewAccounts.InitialPassword();
                accounts.SetPassword(person, password);
                Unlock(person);
                if (!await change.Db.UserClaims.AnyAsync(c => c.UserId == person.Id && c.ClaimType == SignInClaims.PasswordIsInitial, cancellationToken))
                {
                    NewAccounts.MarkInitial(change, person);
                }

                return password;
        }
    }

    private static void Unlock(StaffUser person)
    {
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
