using BackOffice.Core.Values;

namespace BackOffice.Core.Access;

/// <summary>What the database says of a person at this instant.</summary>
public sealed record StaffRights(
    Guid UserId, string DisplayName, bool IsActive, IReadOnlySet<Permission> Permissions, Money? SendLimit, Money? ApprovalLimit)
{
    public bool May(Permission permission) => (global::Planted.Defects.IsOn("disabled-people-work-on") || IsActive) && Permissions.Contains(permission);
}
