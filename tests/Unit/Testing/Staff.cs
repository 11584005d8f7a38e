using BackOffice.Core.Access;
using BackOffice.Core.Settings;
using BackOffice.Core.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Unit.Testing;

/// <summary>The people of a desk, and the rules that an administrator gave them.</summary>
internal sealed class Staff(Desk desk)
{
    private int hired;

    public Task<Actor> AgentAsync(Money? sendLimit = null) => HireAsync([Role.Agent], sendLimit);

    public Task<Actor> SupervisorAsync(Money? approvalLimit = null) => HireAsync([Role.Supervisor], approvalLimit: approvalLimit);

    public async Task<Actor> HireAsync(IReadOnlyCollection<Role> roles, Money? sendLimit = null, Money? approvalLimit = null)
    {
        var name = FormattableString.Invariant($"{string.Join('-', roles)} {Interlocked.Increment(ref hired)}");
        var person = new StaffUser
        {
            Id = Guid.NewGuid(), DisplayName = name, UserName = name, NormalizedUserName = name.ToUpperInvariant(),
            CreatedAt = desk.Clock.GetUtcNow(), SendLimit = sendLimit, ApprovalLimit = approvalLimit,
        };
        await using var db = desk.Database.Open();
        db.Add(person);
        db.AddRange(roles.Select(role => new IdentityUserRole<Guid> { UserId = person.Id, RoleId = Roles.IdOf(role) }));
        await db.SaveChangesAsync();
        return new Actor(person.Id, person.DisplayName);
    }

    public Task DisableAsync(Actor who) => ChangeAsync(who, person => person.IsActive = false);

    public Task LimitApprovalsAsync(Actor who, Money? limit) => ChangeAsync(who, person => person.ApprovalLimit = limit);

    public Task LimitSendingAsync(Actor who, Money? limit) => ChangeAsync(who, person => person.SendLimit = limit);

    public async Task TakeRoleAsync(Actor who, Role role)
    {
        await using var db = desk.Database.Open();
        await db.UserRoles.Where(r => r.UserId == who.Id && r.RoleId == Roles.IdOf(role)).ExecuteDeleteAsync();
    }

    /// <summary>From now on: free up to the first sum, two approvals from the second on.</summary>
    public async Task SetRuleAsync(Money freeUpTo, Money? secondFrom = null)
    {
        await using var db = desk.Database.Open();
        await db.Set<ApprovalRule>().Where(r => r.Currency == freeUpTo.Currency).ExecuteDeleteAsync();
        db.Add(new ApprovalRule { Currency = freeUpTo.Currency, FreeUpToMinor = freeUpTo.Minor, SecondFromMinor = secondFrom?.Minor });
        await db.SaveChangesAsync();
    }

    private async Task ChangeAsync(Actor who, Action<StaffUser> change)
    {
        await using var db = desk.Database.Open();
        change(await db.Users.SingleAsync(u => u.Id == who.Id));
        await db.SaveChangesAsync();
    }
}
