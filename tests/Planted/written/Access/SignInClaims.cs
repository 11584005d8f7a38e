namespace BackOffice.Core.Access;

/// <summary>What is stored beside an account about its sign-in.</summary>
public static class SignInClaims
{
    /// <summary>Present while the password is one that an administrator handed over; gone once the person has chosen their own.</summary>
    public const string PasswordIsInitial = "password-is-initial";
}
