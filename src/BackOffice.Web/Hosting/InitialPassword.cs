namespace BackOffice.Web.Hosting;

/// <summary>A password that an administrator handed over opens one page: the one where the person chooses their own.</summary>
internal static class InitialPassword
{
    public const string Claim = Core.Access.SignInClaims.PasswordIsInitial;

    public static void UseInitialPasswordGate(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.User.HasClaim(claim => claim.Type == Claim) || IsOpen(context.Request.Path))
        {
            return next(context);
        }

        context.Response.Redirect("/account/password");
        return Task.CompletedTask;
    });

    private static bool IsOpen(PathString path) =>
        path.StartsWithSegments("/account", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/preferences", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase) || path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase)
        || Path.HasExtension(path.Value);
}
