using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace E2E.Stage;

/// <summary>Somebody at a browser of their own. Keeps a picture of the last screen when a test throws it away in pain.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly Uri address;

    private Person(IPage page, Uri address)
    {
        Page = page;
        this.address = address;
        Page.PageError += (_, fault) => Complaints.Enqueue(fault);
    }

    public IPage Page { get; }

    /// <summary>
    /// Errors that no script caught, in all the browsers of this journey. One that is there at its end fails it, by
    /// <see cref="EndsWithoutComplaintsAttribute"/>: a journey that provokes one takes it out.
    /// </summary>
    public ConcurrentQueue<string> Complaints { get; } = EndsWithoutComplaintsAttribute.OfThisTest();

    public static async Task<Person> ArriveAsync(Uri address, bool isDark = false, string language = "en-GB")
    {
        SetDefaultExpectTimeout(20_000);
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 }, Locale = language, TimezoneId = "Europe/Paris",
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light, AcceptDownloads = true,
        });
        context.SetDefaultTimeout(20_000);
        return new Person(await context.NewPageAsync(), address);
    }

    public static async Task<Person> SignInAsync(Uri address, string email, string password = Cast.Password, bool isDark = false, string language = "en-GB")
    {
        var person = await ArriveAsync(address, isDark, language);
        await person.Page.GotoAsync(new Uri(address, "/account/sign-in").ToString());
        await person.Page.Locator("#email").FillAsync(email);
        await person.Page.Locator("#password").FillAsync(password);
        await person.Page.Locator("button.is-main").ClickAsync();
        await person.Page.WaitForURLAsync(url => !url.Contains("/account/sign-in", StringComparison.Ordinal));
        return person;
    }

    /// <summary>Goes there with a full load and waits until the page is alive.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(new Uri(address, path).ToString());
        await AliveAsync();
    }

    public Task AliveAsync() => Page.WaitForSelectorAsync("body[data-interactive]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = name });

    /// <summary>What axe finds against WCAG 2.2 AA, one line for each.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        });
        return [.. result.Violations.Select(v => $"{Page.Url} {v.Id}: {v.Help} @ {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")];
    }

    public async ValueTask DisposeAsync()
    {
        if (TestContext.Current.TestState?.Result == TestResult.Failed || TestContext.Current.TestStatus == TestEngineStatus.Running)
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "last-seen"));
            var name = string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder.FullName, name[..Math.Min(name.Length, 100)] + ".png") });
        }

        await Page.Context.CloseAsync();
    }
}
