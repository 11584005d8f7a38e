using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

/// <summary>Asks the database, now, what a person may do. Cookies and open circuits are never asked.</summary>
public static class AccessCheck
{
    private static readonly PreparedQuery<Func<BackOfficeDb, Guid, CancellationToken, Task<Found?>>> Rights = new(() => EF.CompileAsyncQuery(
        (BackOfficeDb db, Guid userId, CancellationToken cancellationToken) => db.Users.AsNoTracking()
            .Where(u => u.Id == userId)
            .Select(u => new Found(
                u.DisplayName, u.IsActive, u.SendLimit, u.ApprovalLimit,
                db.UserRoles.Where(r => r.UserId == u.Id).Join(db.Roles, r => r.RoleId, r => r.Id, (_, role) => role.Name).ToList()))
            .SingleOrDefault()));

    /// <summary>The rights of a person as committed, or null where there is no such person.</summary>
    public static async Task<StaffRights?> RightsOfAsync(BackOfficeDb db, Guid userId, CancellationToken cancellationToken)
    {
        var found = await Rights.For(db)(db, userId, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var roles = found.Roles.Select(Roles.Named).OfType<Role>();
        return new StaffRights(userId, found.DisplayName, found.IsActive, Roles.PermissionsOf(roles), found.SendLimit, found.ApprovalLimit);
    }

    /// <summary>The person's rights where the permission is held; a named refusal otherwise.</summary>
    public static async Task<Outcome<StaffRights>> DemandAsync(BackOfficeDb db, Actor actor, Permission permission, CancellationToken cancellationToken)
    {
        var rights = actor.IsPerson ? await RightsOfAsync(db, actor.Id, cancellationToken) : null;
        return rights switch
        {
            null => AccessRefusals.NotAllowed.With(permission.ToString()),
            { IsActive: false } => AccessRefusals.AccountDisabled,
            _ when !rights.May(permission) => AccessRefusals.NotAllowed.With(permission.ToString()),
            _ => rights,
        };
    }

    private sealed record Found(string DisplayName, bool IsActive, Money? SendLimit, Money? ApprovalLimit, List<string?> Roles);
}
