using BackOffice.Core.Access;
using BackOffice.Web.Hosting;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace BackOffice.Web.Components.Account;

/// <summary>The steps of signing in and out that are no pages.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        var account = endpoints.MapGroup("/account");
        account.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        account.MapPost("/passkey/request-options", RequestOptionsAsync).AllowAnonymous().RequireRateLimiting(SignInRate.Policy);
        account.MapPost("/passkey/creation-options", CreationOptionsAsync);
    }

    // The unread form value makes this an endpoint that binds a form: those are checked against forgery.
    private static async Task<IResult> SignOutAsync(
        HttpContext context, SignInManager<StaffUser> signIn, StaffSessions sessions, [FromForm(Name = "__RequestVerificationToken")] string token)
    {
        _ = token;
        sessions.End(context.User);
        await signIn.SignOutAsync();
        return Results.LocalRedirect(StaffSignIn.SignedOutPath);
    }

    private static async Task<IResult> RequestOptionsAsync(HttpContext context, SignInManager<StaffUser> signIn, IAntiforgery antiforgery) =>
        await antiforgery.IsRequestValidAsync(context)
            ? Results.Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json")
            : Results.BadRequest();

    private static async Task<IResult> CreationOptionsAsync(
        HttpContext context, UserManager<StaffUser> people, SignInManager<StaffUser> signIn, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await people.GetUserAsync(context.User) is not { } person)
        {
            return Results.BadRequest();
        }

        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = person.Id.ToString(), Name = person.Email!, DisplayName = person.DisplayName,
        });
        return Results.Content(options, "application/json");
    }
}
