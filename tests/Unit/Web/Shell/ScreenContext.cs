using System.Globalization;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Unit.Testing;

namespace Unit.Web.Shell;

/// <summary>A screen for one component: real texts, a clock of its own, a browser in UTC that answers everything with nothing.</summary>
public abstract class ScreenContext : BunitContext
{
    /// <summary>A quarter to nine in the morning, UTC.</summary>
    protected static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 45, 0, TimeSpan.Zero);

    protected ScreenContext()
    {
        Speak("en");
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton<TimeProvider>(new TestClock(Now));
        Services.AddScoped<BrowserTime>();
        Services.AddScoped<Browser>();
        Services.AddScoped<RefusalWords>();
    }

    protected static void Speak(string language) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
