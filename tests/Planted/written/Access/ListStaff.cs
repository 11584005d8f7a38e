using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

public sealed record StaffRow
{
    public required Guid UserId { get; init; }
    public required string DisplayName { get; init; }
    public required string Email { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required bool IsActive { get; init; }
    public Money? SendLimit { get; init; }
    public Money? ApprovalLimit { get; init; }
    public required bool HasSecondFactor { get; init; }
    public required int Passkeys { get; init; }
    public required bool PasswordIsInitial { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required string Version { get; init; }
}

/// <summary>Everybody with an account, by name; those who may no longer act come last.</summary>
public sealed class ListStaff(Store store)
{
    public Task<Outcome<IReadOnlyList<StaffRow>>> ExecuteAsync(Actor actor, CancellationToken cancellationToken) =>
        store.ReadAsync<IReadOnlyList<StaffRow>>(actor, Permission.ManageStaff, async (db, _) =>
        {
            var people = await db.Users.OrderByDescending(u => u.IsActive).ThenBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new
            {
                u.Id, u.DisplayName, u.Email, u.IsActive, u.SendLimit, u.ApprovalLimit, u.TwoFactorEnabled, u.LockoutEnd, u.CreatedAt, u.ConcurrencyStamp,
                RoleIds = db.UserRoles.Where(r => r.UserId == u.Id).Select(r => r.RoleId).ToList(),
                Passkeys = db.UserPasskeys.Count(p => p.UserId == u.Id),
                IsInitial = db.UserClaims.Any(c => c.UserId == u.Id && c.ClaimType == SignInClaims.PasswordIsInitial),
            }).ToListAsync(cancellationToken);

            // Identity locks by the machine's clock, so it is asked here too, and not a clock that a rehearsal moves.
            var now = TimeProvider.System.GetUtcNow();
            return people.ConvertAll(u => new StaffRow
            {
                UserId = u.Id, DisplayName = u.DisplayName, Email = u.Email ?? "", IsActive = u.IsActive, SendLimit = u.SendLimit, ApprovalLimit = u.ApprovalLimit,
                Roles = [.. Roles.All.Where(role => u.RoleIds.Contains(Roles.IdOf(role)))],
                HasSecondFactor = u.TwoFactorEnabled, Passkeys = u.Passkeys, PasswordIsInitial = u.IsInitial,
                LockedUntil = u.LockoutEnd > now ? u.LockoutEnd : null, CreatedAt = u.CreatedAt, Version = u.ConcurrencyStamp ?? "",
            });
        }, cancellationToken);
}
