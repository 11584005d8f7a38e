using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Core.Access;

/// <summary>A member of staff: Identity's account with what the desk needs to know.</summary>
public sealed class StaffUser : IdentityUser<Guid>
{
    /// <summary>The name colleagues see; at most 80 characters.</summary>
    public required string DisplayName { get; set; }

    /// <summary>A person who left or is barred keeps the name on the trail and loses every right at once.</summary>
    public bool IsActive { get; set; } = true;

    public long? SendLimitMinor { get; set; }

    public string? SendLimitCurrency { get; set; }

    public long? ApprovalLimitMinor { get; set; }

    public string? ApprovalLimitCurrency { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Up to here the person may send without asking, where the rules ask for no approval; none means always ask.</summary>
    public Money? SendLimit
    {
        get => Limit(SendLimitMinor, SendLimitCurrency);
        set => (SendLimitMinor, SendLimitCurrency) = (value?.Minor, value?.Currency);
    }

    /// <summary>Up to here the person may approve; none means no limit.</summary>
    public Money? ApprovalLimit
    {
        get => Limit(ApprovalLimitMinor, ApprovalLimitCurrency);
        set => (ApprovalLimitMinor, ApprovalLimitCurrency) = (value?.Minor, value?.Currency);
    }

    private static Money? Limit(long? minor, string? currency) => minor is { } amount && currency is not null ? new Money(amount, currency) : null;
}
