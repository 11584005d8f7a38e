using BackOffice.Core.Values;

namespace BackOffice.Core.Access;

public static class AccessRefusals
{
    public static readonly Refusal NotAllowed = new("access.not-allowed", RefusalKind.Forbidden);
    public static readonly Refusal AccountDisabled = new("access.account-disabled", RefusalKind.Forbidden);
    public static readonly Refusal UnknownPerson = new("access.unknown-person", RefusalKind.NotFound);
    public static readonly Refusal NotYourself = new("access.not-yourself", RefusalKind.NotNow);
    public static readonly Refusal EmailTaken = new("access.email-taken", RefusalKind.Conflict);
    public static readonly Refusal EmailInvalid = new("access.email-invalid", RefusalKind.Input);
    public static readonly Refusal NameMissing = new("access.name-missing", RefusalKind.Input);
    public static readonly Refusal NameTooLong = new("access.name-too-long", RefusalKind.Input);
    public static readonly Refusal SendLimitInvalid = new("access.send-limit-invalid", RefusalKind.Input);
    public static readonly Refusal ApprovalLimitInvalid = new("access.approval-limit-invalid", RefusalKind.Input);

    /// <summary>Identity did not carry out a step, mostly because two pages of the person changed the same.</summary>
    public static readonly Refusal SignInUnchanged = new("access.sign-in-unchanged", RefusalKind.Conflict);
}
