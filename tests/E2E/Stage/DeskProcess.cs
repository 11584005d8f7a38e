using System.Diagnostics;
using System.Text.RegularExpressions;

namespace E2E.Stage;

/// <summary>The program as a process of its own, in Live mode against a stand-in on loopback: it can be killed, and started again on the same database.</summary>
public sealed partial class DeskProcess : IAsyncDisposable
{
    public const string AdministratorEmail = "first@desk.example";
    public const string AdministratorPassword = "A-first-password-1!";

    /// <summary>Many times what a start takes on a machine with other things to do.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private DeskProcess(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens; throws, with what it said, where it ends before or does not listen in time.</summary>
    public static async Task<DeskProcess> StartAsync(string folder, Uri partner, string clientId, string clientSecret)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BackOffice.Web.dll")])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_CONTENTROOT"] = folder, ["Mode"] = "Live", ["Urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings__BackOffice"] = "Data Source=" + Path.Combine(folder, "desk.db"),
            ["Atlas__BaseUrl"] = partner.ToString(), ["Atlas__ClientId"] = clientId, ["Atlas__ClientSecret"] = clientSecret,
            ["Atlas__WebhookSecret"] = "a-secret-of-the-tests-0123456789",
            ["FirstAdministrator__Email"] = AdministratorEmail, ["FirstAdministrator__Password"] = AdministratorPassword,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        using var time = new CancellationTokenSource(LongestStart, TimeProvider.System);
        await using var end = time.Token.Register(() => process.Kill());
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // The pipes must be drained, or a full one would stop the program.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new DeskProcess(process, new Uri(match.Groups["address"].Value));
            }
        }

        var how = time.IsCancellationRequested ? "did not listen in time" : "ended";
        throw new InvalidOperationException($"The program {how}: " + string.Join('\n', said) + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>SIGKILL: nothing is drained, nothing is said.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    [GeneratedRegex(@"listens at (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
