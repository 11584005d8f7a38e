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

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Up to here the person may send without asking, where the rules ask for no approval; none means always ask.</summary>
    public Money? SendLimit { get; set; }

    /// <summary>Up to here the person may approve; none means no limit.</summary>
    public Money? ApprovalLimit { get; set; }
}
