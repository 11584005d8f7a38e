using System.Security.Claims;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Web.Components.Account;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace BackOffice.Web.Hosting;

/// <summary>
/// How staff sign in. Nobody registers: an administrator makes the account. What has to do with sign-in lives in real time,
/// also while a rehearsal's clock is moved: nobody is thrown out by a jump.
/// </summary>
internal static class StaffSignIn
{
    public const string SignInPath = "/account/sign-in";
    public const string SignedOutPath = "/account/signed-out";

    public static void AddStaffSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(options => options.DefaultScheme = IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddIdentityCore<StaffUser>(Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<BackOfficeDb>()
            .AddClaimsPrincipalFactory<StaffClaims>()
            .AddSignInManager<ActiveStaffSignIn>()
            .AddDefaultTokenProviders();
        services.AddScoped<FirstPeople>();
        services.AddScoped<SignedInStaff>();
        services.AddSingleton(provider => new StaffSessions(provider.GetRequiredService<StaffChanges>(), TimeProvider.System));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "desk-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // Framing is forbidden by the content security policy, for every page alike.
            options.SuppressXFrameOptionsHeader = true;
        });
        // A stamp that was renewed ends the next request at once, not half an hour later.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.Zero;
            options.TimeProvider = TimeProvider.System;
            options.OnRefreshingPrincipal = KeepSession;
        });
        services.ConfigureApplicationCookie(ConfigureCookie);
        foreach (var scheme in new[] { IdentityConstants.TwoFactorUserIdScheme, IdentityConstants.TwoFactorRememberMeScheme })
        {
            services.Configure<CookieAuthenticationOptions>(scheme, options => Harden(options, "desk-" + scheme["Identity.".Length..]));
        }

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, StaffAuthenticationState>();
    }

    /// <summary>The person is read anew from the database, which knows no sessions.</summary>
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing is { CurrentPrincipal: { } kept, NewPrincipal.Identity: ClaimsIdentity fresh } && kept.FindFirst(StaffSessions.ClaimType) is { } session)
        {
            fresh.AddClaim(session);
        }

        return Task.CompletedTask;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.Password.RequiredLength = 12;
        options.Password.RequireDigit = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireLowercase = false;
        options.Password.RequiredUniqueChars = 5;
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        Harden(options, "desk");
        options.LoginPath = SignInPath;
        options.ReturnUrlParameter = "returnUrl";
        options.ExpireTimeSpan = StaffSessions.CookieLife;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized, redirect: true);
        // No redirect: the page inside the frame says why, under the address that was asked for.
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden, redirect: false);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status, bool redirect)
    {
        var isForEyes = context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        if (redirect && isForEyes)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.TimeProvider = TimeProvider.System;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostBoundCookies();
        options.Cookie.Name = name;
    }
}
