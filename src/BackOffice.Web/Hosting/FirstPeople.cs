using BackOffice.Core.Access;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Rehearsal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BackOffice.Web.Hosting;

/// <summary>Who exists before anybody signed in: the first administrator where settings name one, and in a rehearsal its cast.</summary>
internal sealed class FirstPeople(
    UserManager<StaffUser> people, IRehearsal rehearsal, TimeProvider clock,
    IOptions<FirstAdministratorSettings> first, ILogger<FirstPeople> logger)
{
    public async Task MakeAsync(CancellationToken cancellationToken)
    {
        await MakeFirstAdministratorAsync();
        foreach (var person in rehearsal.Cast)
        {
            if (await people.FindByEmailAsync(person.Email) is null)
            {
                await MakeAsync(person.Email, person.Password, person.Name, person.Role, person.SendLimit);
            }
        }

        if (!await people.Users.AnyAsync(cancellationToken))
        {
            HostingLog.NobodyCanSignIn(logger);
        }
    }

    private async Task MakeFirstAdministratorAsync()
    {
        if (!first.Value.IsGiven || (await people.GetUsersInRoleAsync(Roles.NameOf(Role.Administrator))).Count > 0)
        {
            return;
        }

        await MakeAsync(first.Value.Email!.Trim(), first.Value.Password!, "Administrator", Role.Administrator);
        HostingLog.FirstAdministratorMade(logger);
    }

    private async Task MakeAsync(string email, string password, string name, Role role, Money? sendLimit = null)
    {
        var person = new StaffUser
        {
            Id = Guid.CreateVersion7(), UserName = email, Email = email, EmailConfirmed = true, DisplayName = name,
            LockoutEnabled = true, CreatedAt = clock.GetUtcNow(), SendLimit = sendLimit,
        };
        Demand(await people.CreateAsync(person, password));
        Demand(await people.AddToRoleAsync(person, Roles.NameOf(role)));
    }

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("An account could not be made: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }
}
