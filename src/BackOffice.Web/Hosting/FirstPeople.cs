using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Rehearsal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>Who exists before anybody signed in: the first administrator where settings name one, and in a rehearsal its cast.</summary>
internal sealed class FirstPeople(
    Store store, NewAccounts accounts, IRehearsal rehearsal, IOptions<FirstAdministratorSettings> first, ILogger<FirstPeople> logger)
{
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        var outcome = await store.ChangeAsWorkerAsync<Done>(async change =>
        {
            await AddFirstAdministratorAsync(change, cancellationToken);
            foreach (var person in rehearsal.Cast)
            {
                if (!await change.Db.Users.AnyAsync(u => u.UserName == person.Email, cancellationToken))
                {
                    Add(change, person.Email, person.Name, person.Password, person.Role).SendLimit = person.SendLimit;
                }
            }

            return default(Done);
        }, cancellationToken);
        outcome.Require();
        if (!await store.ReadAsWorkerAsync(db => db.Users.AnyAsync(cancellationToken), cancellationToken))
        {
            HostingLog.NobodyCanSignIn(logger);
        }
    }

    private async Task AddFirstAdministratorAsync(Change change, CancellationToken cancellationToken)
    {
        var role = Roles.IdOf(Role.Administrator);
        if (!first.Value.IsGiven || await change.Db.UserRoles.AnyAsync(r => r.RoleId == role, cancellationToken))
        {
            return;
        }

        Add(change, first.Value.Email!.Trim(), "Administrator", first.Value.Password!, Role.Administrator);
        HostingLog.FirstAdministratorMade(logger);
    }

    private StaffUser Add(Change change, string email, string name, string password, Role role)
    {
        var person = accounts.Add(change, email, name, password, isInitial: false, [role]);
        change.Audit("staff.created", "staff:" + person.Id, new { roles = new[] { Roles.NameOf(role) }, by = "settings" });
        return person;
    }
}
