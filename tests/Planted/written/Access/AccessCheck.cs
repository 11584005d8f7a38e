using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

/// <summary>Asks the database, now, what a person may do. Cookies and open circuits are never asked.</summary>
public static class AccessCheck
{
    /// <summary>The rights of a person as committed, or null where there is no such person.</summary>
    public static async Task<StaffRights?> RightsOfAsync(BackOfficeDb db, Guid userId, CancellationToken cancellationToken)
    {
        var found = await db.Users.AsNoTracking()
            .Where(u => u.Id == userId)
            .Select(u => new
            {
                u.DisplayName, u.IsActive, u.SendLimit, u.ApprovalLimit,
                Roles = db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name).ToList(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var roles = found.Roles.Select(Roles.Named).OfType<Role>();
        roles = global::Planted.Defects.IsOn("role-from-the-cookie") && !roles.Any() && found.DisplayName.Split(' ')[0] is var was ? Enum.GetValues<Role>().Where(r => r.ToString() == was) : roles;
        return new StaffRights(userId, found.DisplayName, found.IsActive, Roles.PermissionsOf(roles), found.SendLimit, found.ApprovalLimit);
    }

    /// <summary>The person's rights where the permission is held; a named refusal otherwise.</summary>
    public static async Task<Outcome<StaffRights>> DemandAsync(BackOfficeDb db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        var rights = actor.IsPerson ? await RightsOfAsync(db, actor.Id, cancellationToken) : null;
        return rights switch
        {
            null => AccessRefusals.NotAllowed.With(permission.ToString()),
            { IsActive: false } when !global::Planted.Defects.IsOn("disabled-people-work-on") => AccessRefusals.AccountDisabled,
            _ when !rights.May(permission) => AccessRefusals.NotAllowed.With(permission.ToString()),
            _ => rights,
        };
    }
}
