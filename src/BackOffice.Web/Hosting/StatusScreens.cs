using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace BackOffice.Web.Hosting;

/// <summary>An answer without a body gets a page that says what to do, with the status kept. Machines get the bare status.</summary>
internal static class StatusScreens
{
    public static void UseStatusScreens(this IApplicationBuilder app)
    {
        app.UseWhen(
            context => IsForEyes(context.Request),
            screens => screens.UseStatusCodePagesWithReExecute("/problem/{0}", null, createScopeForStatusCodePages: true));
        app.Use((context, next) =>
        {
            // The page that speaks for a refused form is read, not posted to.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
            }

            return next(context);
        });
    }

    /// <summary>
    /// A form that was opened before someone else signed in here: the page is shown again, under the address that was asked for, instead of a bare refusal.
    /// It says what happened, and no longer what was done before.
    /// </summary>
    public static void UseStaleFormRescue(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && IsForEyes(context.Request)
            && context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null)
        {
            var kept = QueryString.Create(context.Request.Query.Where(part => part.Key is not ("stale" or "done")));
            context.Response.Redirect(context.Request.Path.ToUriComponent() + kept.Add("stale", "1"));
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsForEyes(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/webhooks", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    /// <summary>The address that the person asked for, also when another page speaks for it.</summary>
    public static string AskedPath(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path;
}
