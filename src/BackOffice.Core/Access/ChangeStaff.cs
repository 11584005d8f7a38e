using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

public sealed record ChangeStaffInput
{
    public required Guid UserId { get; init; }

    /// <summary>The version that was seen; a change by somebody else in between is a conflict.</summary>
    public required string Version { get; init; }
    public required string DisplayName { get; init; }
    public required IReadOnlyCollection<Role> Roles { get; init; }
    public required bool IsActive { get; init; }
    public Money? SendLimit { get; init; }
    public Money? ApprovalLimit { get; init; }
}

/// <summary>
/// Changes a colleague's name, roles, limits and whether they may act at all. Roles and activity renew the security stamp in the same save,
/// and open pages of the person are told after it. Nobody changes themselves, and only an active administrator changes anybody: one always stays.
/// </summary>
public sealed class ChangeStaff(Store store, StaffChanges changes)
{
    public async Task<Outcome<Done>> ExecuteAsync(Actor actor, ChangeStaffInput input, CancellationToken cancellationToken)
    {
        var outcome = await store.ChangeAsync<Done>(
            actor, Permission.ManageStaff, async (change, _) => await ApplyAsync(change, input, cancellationToken) is { } refusal ? refusal : default(Done), cancellationToken);
        if (outcome.IsDone(out _, out _))
        {
            changes.Notify(input.UserId);
        }

        return outcome;
    }

    private static async Task<Refusal?> ApplyAsync(Change change, ChangeStaffInput input, CancellationToken cancellationToken)
    {
        var name = input.DisplayName.Trim();
        if ((NewAccounts.WhyNotName(name) ?? NewAccounts.WhyNotLimits(input.SendLimit, input.ApprovalLimit)) is { } invalid)
        {
            return invalid;
        }

        if (input.UserId == change.Actor.Id)
        {
            return AccessRefusals.NotYourself;
        }

        if (await change.Db.Users.SingleOrDefaultAsync(u => u.Id == input.UserId, cancellationToken) is not { } person)
        {
            return AccessRefusals.UnknownPerson;
        }

        var held = await change.Db.UserRoles.Where(r => r.UserId == person.Id).ToListAsync(cancellationToken);
        var before = Roles.All.Where(role => held.Any(h => h.RoleId == Roles.IdOf(role))).ToList();
        var after = input.Roles.Distinct().Order().ToList();

        change.Audit("staff.changed", "staff:" + person.Id, new { before = Facts(person, before), after = Facts(input, after) });
        change.Db.Entry(person).Property(u => u.ConcurrencyStamp).OriginalValue = input.Version;
        if (person.IsActive != input.IsActive || !before.SequenceEqual(after))
        {
            NewAccounts.Renew(person);
        }
        else
        {
            person.ConcurrencyStamp = Guid.NewGuid().ToString();
        }

        (person.DisplayName, person.IsActive, person.SendLimit, person.ApprovalLimit) = (name, input.IsActive, input.SendLimit, input.ApprovalLimit);
        change.Db.UserRoles.RemoveRange(held.Where(h => !after.Any(role => Roles.IdOf(role) == h.RoleId)));
        change.Db.UserRoles.AddRange(after.Except(before).Select(role => new IdentityUserRole<Guid> { UserId = person.Id, RoleId = Roles.IdOf(role) }));
        return null;
    }

    private static object Facts(StaffUser person, IEnumerable<Role> roles) =>
        new { roles = roles.Select(Roles.NameOf), active = person.IsActive, sendLimit = person.SendLimit?.ToString(), approvalLimit = person.ApprovalLimit?.ToString() };

    private static object Facts(ChangeStaffInput input, IEnumerable<Role> roles) =>
        new { roles = roles.Select(Roles.NameOf), active = input.IsActive, sendLimit = input.SendLimit?.ToString(), approvalLimit = input.ApprovalLimit?.ToString() };
}
