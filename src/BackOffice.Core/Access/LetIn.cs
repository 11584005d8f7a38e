using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

/// <summary>
/// Lets somebody in again by the word of whoever has the machine, for the day on which no administrator can do it: a new password to hand over,
/// no second factor, no passkey, no waiting time. Every session of the person ends. It gives no rights, and lets nobody in who was barred.
/// In no container: a command takes it, and no screen can.
/// </summary>
public sealed class LetIn(Store store, NewAccounts accounts, ILookupNormalizer normalizer)
{
    private static readonly SignInPart[] Parts = [SignInPart.SecondFactor, SignInPart.Password];

    /// <returns>The initial password: told once and stored nowhere.</returns>
    public Task<Outcome<string>> ExecuteAsync(string email, CancellationToken cancellationToken) =>
        store.ChangeAsWorkerAsync<string>(async change =>
        {
            var name = normalizer.NormalizeName(email);
            if (await change.Db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name, cancellationToken) is not { } person)
            {
                return AccessRefusals.UnknownPerson;
            }

            if (!person.IsActive)
            {
                return AccessRefusals.AccountDisabled;
            }

            var password = "";
            foreach (var part in Parts)
            {
                password = await ResetSignIn.ApplyAsync(accounts, change, person, part, cancellationToken) ?? password;
            }

            change.Audit("staff.sign-in-reset", "staff:" + person.Id, new { parts = Parts.Select(ResetSignIn.NameOf), by = "command at the machine" });
            return password;
        }, cancellationToken);
}
