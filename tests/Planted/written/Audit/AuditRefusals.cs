using BackOffice.Core.Values;

namespace BackOffice.Core.Audit;

public static class AuditRefusals
{
    /// <summary>An anchor is a line's number and the 64 hexadecimal digits of its hash.</summary>
    public static readonly Refusal AnchorInvalid = new("audit.anchor-invalid", RefusalKind.Input);
}
