using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace BackOffice.Web.Hosting;

/// <summary>The languages of the desk. The cookie decides; without one, what the browser prefers.</summary>
internal static class LocalizationSetup
{
    /// <summary>Each with the name it calls itself.</summary>
    public static IReadOnlyList<(string Code, string OwnName)> Languages { get; } = [("en", "English"), ("zh-Hans", "简体中文")];

    public static void AddLocalization(this WebApplicationBuilder builder)
    {
        builder.Services.AddLocalization();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.Select(l => CultureInfo.GetCultureInfo(l.Code)).ToList();
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = Preferences.LanguageCookie }, new AcceptLanguageHeaderRequestCultureProvider()];
        });
    }

    public static bool IsKnown(string? code) => Languages.Any(l => string.Equals(l.Code, code, StringComparison.Ordinal));
}
