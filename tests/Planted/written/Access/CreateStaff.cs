using BackOffice.Core.Data;
using BackOffice.Core.Values;
using Microsoft.EntityFrameworkCore;

namespace BackOffice.Core.Access;

public sealed record CreateStaffInput
{
    public required string Email { get; init; }
    public required string DisplayName { get; init; }
    public required IReadOnlyCollection<Role> Roles { get; init; }
    public Money? SendLimit { get; init; }
    public Money? ApprovalLimit { get; init; }
}

/// <param name="InitialPassword">Told once and stored nowhere; the person must choose another at the first sign-in.</param>
public sealed record StaffCreated(Guid UserId, string InitialPassword);

/// <summary>Makes an account. There is no other way to get one.</summary>
public sealed class CreateStaff(Store store, NewAccounts accounts)
{
    public Task<Outcome<StaffCreated>> ExecuteAsync(Actor actor, CreateStaffInput input, CancellationToken cancellationToken) =>
        store.ChangeAsync<StaffCreated>(actor, Permission.ManageStaff, async (change, _) =>
        {
            var (email, name) = (input.Email.Trim(), input.DisplayName.Trim());
            if (NewAccounts.WhyNot(email, name, input.SendLimit, input.ApprovalLimit) is { } refusal)
            {
                return refusal;
            }

            var password = NewAccounts.InitialPassword();
            var person = accounts.Add(change, email, name, password, isInitial: true, input.Roles.Distinct());
            if (await change.Db.Users.AnyAsync(u => u.NormalizedUserName == person.NormalizedUserName, cancellationToken))
            {
                return AccessRefusals.EmailTaken;
            }

            person.SendLimit = input.SendLimit;
            person.ApprovalLimit = input.ApprovalLimit;
            change.Audit("staff.created", "staff:" + person.Id, new
            {
                roles = input.Roles.Distinct().Order().Select(Roles.NameOf), sendLimit = input.SendLimit?.ToString(), approvalLimit = input.ApprovalLimit?.ToString(),
            });
            return new StaffCreated(person.Id, password);
        }, cancellationToken);
}
