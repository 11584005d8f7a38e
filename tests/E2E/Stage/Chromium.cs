using Microsoft.Playwright;

namespace E2E.Stage;

/// <summary>One browser for the whole run; every person gets a context of their own in it.</summary>
public static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Shared = new(LaunchAsync);

    public static Task<IBrowser> BrowserAsync() => Shared.Value;

    private static async Task<IBrowser> LaunchAsync()
    {
        var installed = Environment.GetEnvironmentVariable("BACKOFFICE_CHROMIUM") is { Length: > 0 } named
            ? named
            : new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        if (installed is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException("There is no Chromium, and Playwright could not fetch one: set BACKOFFICE_CHROMIUM.");
        }

        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = installed,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }
}
