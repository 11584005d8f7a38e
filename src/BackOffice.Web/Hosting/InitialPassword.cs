using BackOffice.Web.Components.Account.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace BackOffice.Web.Hosting;

/// <summary>A password that an administrator handed over opens one page: the one where the person chooses their own.</summary>
internal static class InitialPassword
{
    public const string Claim = Core.Access.SignInClaims.PasswordIsInitial;

    public static void UseInitialPasswordGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == Claim) || IsOpen(context.GetEndpoint()))
        {
            return next(context);
        }

        context.Response.Redirect("/account/password");
        return Task.CompletedTask;
    });

    /// <summary>
    /// What every stranger may have (the files of the site, the choice of a language, signing in and out), and the page itself. Judged by what
    /// would answer and not by its address: an export is named like a file.
    /// </summary>
    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata is { } known && (known.GetMetadata<IAllowAnonymous>() is not null || known.GetMetadata<ComponentTypeMetadata>()?.Type == typeof(PasswordPage));
}
