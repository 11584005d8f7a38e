using BackOffice.Core.Access;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Components.Account;

/// <summary>The account behind the request of an account page, and the ways from one such page to the next.</summary>
public sealed class SignedInStaff(UserManager<StaffUser> people, SignInManager<StaffUser> signIn, NavigationManager navigation, StaffChanges changes)
{
    public async Task<StaffUser> OfAsync(HttpContext context) =>
        await people.GetUserAsync(context.User) ?? throw new InvalidOperationException("The account behind this cookie is gone.");

    /// <summary>
    /// After the stamp was renewed: this browser keeps its session, all others end, and open pages are told at once.
    /// </summary>
    public async Task KeepThisSessionAsync(StaffUser person)
    {
        await signIn.RefreshSignInAsync(person);
        changes.Notify(person.Id);
    }

    public void Go(string address, string? done = null) => navigation.NavigateTo(done is null ? address : address + "?done=" + done);
}
