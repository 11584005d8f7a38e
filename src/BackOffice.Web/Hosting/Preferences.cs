using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace BackOffice.Web.Hosting;

/// <summary>What a person chose for this browser: language and theme, each in a cookie that the server reads before it draws.</summary>
internal static class Preferences
{
    public const string LanguageCookie = "desk-language";
    public const string ThemeCookie = "desk-theme";

    public static IReadOnlyList<string> Themes { get; } = ["system", "light", "dark"];

    /// <summary>The chosen theme; <c>system</c> where none or an unknown one was chosen.</summary>
    public static string ThemeOf(HttpContext context) =>
        context.Request.Cookies.TryGetValue(ThemeCookie, out var theme) && Themes.Contains(theme, StringComparer.Ordinal) ? theme : Themes[0];

    public static void MapPreferences(this IEndpointRouteBuilder endpoints)
    {
        var preferences = endpoints.MapGroup("/preferences").AllowAnonymous();
        preferences.MapPost("/language", (HttpContext context, [FromForm] string language, [FromForm] string? returnUrl) =>
        {
            if (LocalizationSetup.IsKnown(language))
            {
                Keep(context, LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)));
            }

            return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
        });
        preferences.MapPost("/theme", (HttpContext context, [FromForm] string theme, [FromForm] string? returnUrl) =>
        {
            if (Themes.Contains(theme, StringComparer.Ordinal))
            {
                Keep(context, ThemeCookie, theme);
            }

            return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/"));
        });
    }

    private static void Keep(HttpContext context, string name, string value) =>
        context.Response.Cookies.Append(name, value, new CookieOptions
        {
            HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365), Path = "/",
        });
}
