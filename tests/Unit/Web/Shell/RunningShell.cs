using System.Net;
using System.Text.RegularExpressions;
using BackOffice.Core.Access;
using BackOffice.Core.Data;
using BackOffice.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Unit.Web.Shell;

/// <summary>The real program in rehearsal on a free loopback port, and browsers that keep cookies and follow nothing.</summary>
public sealed partial class RunningShell : IAsyncLifetime
{
    public const string Password = "Rehearsal-2026!";

    private int hashes;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("back-office-shell-");
    private WebApplication? app;

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => app!.Services;

    /// <summary>How many passwords were hashed or compared, which is what takes the time of a sign-in.</summary>
    public int Hashes => Volatile.Read(ref hashes);

    public async ValueTask InitializeAsync()
    {
        app = BackOfficeApp.Build(
            [
                "--environment", "Development", "--contentRoot", folder.FullName, "--Urls", "http://127.0.0.1:0",
                "--ConnectionStrings:BackOffice", "Data Source=" + Path.Combine(folder.FullName, "desk.db"),
            ],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Critical);
                builder.Services.AddScoped<IPasswordHasher<StaffUser>>(_ => new CountedHasher(this));
            });
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async ValueTask DisposeAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    public HttpClient Browser()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    public async Task<HttpClient> SignedInAsync(string who)
    {
        var browser = Browser();
        using var answer = await SignInAsync(browser, who + "@rehearsal.example", Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    public static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string? returnUrl = null) =>
        PostAsync(browser, "/account/sign-in" + (returnUrl is null ? "" : "?returnUrl=" + Uri.EscapeDataString(returnUrl)), new() { ["Email"] = email, ["Password"] = password }, "sign-in");

    /// <summary>Opens a page, and posts its form back with the page's own token.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, Dictionary<string, string> fields, string form)
    {
        fields["__RequestVerificationToken"] = await TokenAsync(browser, page);
        fields["_handler"] = form;
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);
    }

    public static async Task<string> TokenAsync(HttpClient browser, string page) =>
        Token().Match(await browser.GetStringAsync(new Uri(page, UriKind.Relative))).Groups["token"].Value;

    /// <summary>The address within the site that an answer sends the browser to; null where it sends it nowhere.</summary>
    public static string? LeadsTo(HttpResponseMessage answer) => answer.Headers.Location switch
    {
        null => null,
        { IsAbsoluteUri: true, Host: "127.0.0.1" } own => own.PathAndQuery,
        var other => other.OriginalString,
    };

    public async Task<T> ReadAsync<T>(Func<BackOfficeDb, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BackOfficeDb>>().CreateDbContextAsync();
        return await read(db);
    }

    private sealed class CountedHasher(RunningShell shell) : PasswordHasher<StaffUser>
    {
        public override string HashPassword(StaffUser user, string password)
        {
            Interlocked.Increment(ref shell.hashes);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(StaffUser user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref shell.hashes);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
