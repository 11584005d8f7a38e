using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Kills;

/// <summary>A program of ours as a process of its own on loopback. What it says goes to a file, for people; nothing is judged by it.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private readonly Process process;
    private readonly Task said;
    private readonly TaskCompletionSource<Uri?> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, string log, Regex address)
    {
        this.process = process;
        Id = process.Id;
        said = Task.WhenAll(KeepAsync(process.StandardOutput, log, address), KeepAsync(process.StandardError, log + ".err", address));
    }

    public int Id { get; }

    /// <summary>Where it listens; null where it ended before.</summary>
    public Task<Uri?> Listening => listening.Task;

    public bool IsListening => listening.Task is { IsCompletedSuccessfully: true } && !HasExited;

    public bool HasExited => process.HasExited;

    /// <param name="address">Finds, in a line it says, where it listens: the group <c>address</c>.</param>
    public static ChildProcess Start(string dll, IEnumerable<string> args, IReadOnlyDictionary<string, string> settings, string folder, string log, Regex address)
    {
        var start = new ProcessStartInfo("dotnet", [dll, .. args])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("ASPNETCORE_URLS");
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }

        return new ChildProcess(Process.Start(start) ?? throw new InvalidOperationException("The process did not start."), log, address);
    }

    /// <summary>SIGKILL. False where it had ended by itself before.</summary>
    public async Task<bool> KillAsync()
    {
        if (process.HasExited)
        {
            return false;
        }

        process.Kill();
        await process.WaitForExitAsync();
        return process.ExitCode == 128 + 9;
    }

    /// <summary>SIGTERM; does not wait.</summary>
    public void SendTerminate() => _ = SendSignal(process.Id, Terminate);

    /// <summary>Where it listens; null where it ended before, or does not listen in time.</summary>
    public async Task<Uri?> ListeningAsync(TimeSpan patience) =>
        await Task.WhenAny(Listening, Task.Delay(patience, TimeProvider.System)) == Listening ? await Listening : null;

    /// <summary>The exit code, or null where it did not end in time.</summary>
    public async Task<int?> ExitAsync(TimeSpan patience)
    {
        using var time = new CancellationTokenSource(patience, TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await said;
        process.Dispose();
    }

    private async Task KeepAsync(StreamReader lines, string log, Regex address)
    {
        StreamWriter? file = null;
        while (await lines.ReadLineAsync() is { } line)
        {
            file ??= new StreamWriter(log, append: true) { AutoFlush = true };
            await file.WriteLineAsync(line);
            if (address.Match(line) is { Success: true } match)
            {
                listening.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }

        if (file is not null)
        {
            await file.DisposeAsync();
        }

        if (lines == process.StandardOutput)
        {
            listening.TrySetResult(null);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int processId, int signal);
}
