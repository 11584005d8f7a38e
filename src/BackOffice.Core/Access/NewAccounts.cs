using System.Net.Mail;
using System.Security.Cryptography;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Core.Access;

/// <summary>What an account is made of, and the passwords that an administrator hands over. Adds to a change, never saves.</summary>
public sealed class NewAccounts(IPasswordHasher<StaffUser> hasher, ILookupNormalizer normalizer)
{
    public const int LongestName = 80;
    private const int LongestEmail = 256;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Twenty readable signs in groups of five: about 99 bits, good for one phone call.</summary>
    public static string InitialPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Readable, 5)));

    /// <summary>What is wrong with these, or null.</summary>
    public static Refusal? WhyNot(string? email, string? name, Money? sendLimit, Money? approvalLimit) => (email, name) switch
    {
        _ when WhyNotName(name) is { } refusal => refusal,
        _ when email is null || email.Length > LongestEmail || !MailAddress.TryCreate(email, out var parsed) || parsed.Address != email => AccessRefusals.EmailInvalid,
        _ => WhyNotLimits(sendLimit, approvalLimit),
    };

    public static Refusal? WhyNotName(string? name) => name switch
    {
        null or "" => AccessRefusals.NameMissing,
        { Length: > LongestName } => AccessRefusals.NameTooLong,
        _ => null,
    };

    public static Refusal? WhyNotLimits(Money? sendLimit, Money? approvalLimit) => (sendLimit, approvalLimit) switch
    {
        ({ Minor: <= 0 }, _) => AccessRefusals.SendLimitInvalid,
        (_, { Minor: <= 0 }) => AccessRefusals.ApprovalLimitInvalid,
        _ => null,
    };

    /// <param name="isInitial">The person has to choose another password before anything else.</param>
    public StaffUser Add(Change change, string email, string name, string password, bool isInitial, IEnumerable<Role> roles)
    {
        var person = new StaffUser
        {
            Id = Guid.CreateVersion7(change.Now), DisplayName = name, UserName = email, NormalizedUserName = normalizer.NormalizeName(email),
            Email = email, NormalizedEmail = normalizer.NormalizeEmail(email), EmailConfirmed = true, LockoutEnabled = true, CreatedAt = change.Now,
        };
        change.Db.Users.Add(person);
        foreach (var role in roles)
        {
            change.Db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = person.Id, RoleId = Roles.IdOf(role) });
        }

        SetPassword(person, password);
        if (isInitial)
        {
            MarkInitial(change, person);
        }

        return person;
    }

    /// <summary>A new password and a new stamp: every session of the person ends.</summary>
    public void SetPassword(StaffUser person, string password)
    {
        person.PasswordHash = hasher.HashPassword(person, password);
        Renew(person);
    }

    internal static void MarkInitial(Change change, StaffUser person) => change.Db.UserClaims.Add(new IdentityUserClaim<Guid>
    {
        UserId = person.Id, ClaimType = SignInClaims.PasswordIsInitial, ClaimValue = "1",
    });

    /// <summary>A new security stamp: cookies and circuits that carry the old one are nobody's from the next look on.</summary>
    internal static void Renew(StaffUser person)
    {
        person.SecurityStamp = RandomNumberGenerator.GetHexString(32);
        person.ConcurrencyStamp = Guid.NewGuid().ToString();
    }
}
