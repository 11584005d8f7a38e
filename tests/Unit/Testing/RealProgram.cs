using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Unit.Testing;

/// <summary>The program as a process of its own, on the database of a <see cref="Desk"/> and against its partner.</summary>
internal sealed partial class RealProgram : IAsyncDisposable
{
    /// <summary>Many times what a start or a command takes on a machine with other things to do.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private RealProgram(Process process) => this.process = process;

    /// <summary>Starts it and waits until it listens; throws, with what it said, where it ends before or does not listen in time.</summary>
    public static async Task<RealProgram> StartAsync(Desk desk)
    {
        var process = Launch(desk, []);
        using var time = new CancellationTokenSource(Longest, TimeProvider.System);
        await using var end = time.Token.Register(() => process.Kill());
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (Listening().IsMatch(line))
            {
                // The pipes must be drained, or a full one would stop the program.
                _ = process.StandardOutput.ReadToEndAsync();
                _ = process.StandardError.ReadToEndAsync();
                return new RealProgram(process);
            }
        }

        var how = time.IsCancellationRequested ? "did not listen in time" : "ended";
        throw new InvalidOperationException($"The program {how}: " + string.Join('\n', said) + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>Runs one of its commands to the end; one that does not come to it is killed.</summary>
    public static async Task<(int Code, string Said, string Complained)> CommandAsync(Desk desk, params string[] arguments)
    {
        using var process = Launch(desk, arguments);
        using var time = new CancellationTokenSource(Longest, TimeProvider.System);
        await using var end = time.Token.Register(() => process.Kill());
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await complained);
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

    private static Process Launch(Desk desk, string[] arguments)
    {
        var folder = Path.GetDirectoryName(desk.Database.File)!;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BackOffice.Web.dll"), .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_CONTENTROOT"] = folder, ["Mode"] = "Live", ["Urls"] = "http://127.0.0.1:0",
            ["ConnectionStrings__BackOffice"] = desk.Database.ConnectionString,
            ["Atlas__BaseUrl"] = desk.PartnerAddress.ToString(), ["Atlas__ClientId"] = desk.Partner.Options.ClientId,
            ["Atlas__ClientSecret"] = desk.Partner.Options.ClientSecret, ["Atlas__WebhookSecret"] = "a-secret-of-the-tests-0123456789",
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    [GeneratedRegex(@"listens at http://127\.0\.0\.1:\d+", RegexOptions.None, 1000)]
    private static partial Regex Listening();
}
