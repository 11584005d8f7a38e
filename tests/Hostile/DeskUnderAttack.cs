using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using BackOffice.Sandbox;

namespace Hostile;

/// <summary>The real program as a process of its own, as it would run in an office.</summary>
internal sealed partial class DeskUnderAttack : IAsyncDisposable
{
    /// <summary>Many times what a start takes on a machine with other things to do.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Task drained;

    private DeskUnderAttack(Process process, Uri address, Task drained)
    {
        this.process = process;
        this.drained = drained;
        Address = address;
    }

    public Uri Address { get; }

    public bool IsAlive => !process.HasExited;

    /// <summary>What the process holds of the machine's memory, in bytes; 0 where it is gone.</summary>
    public long ResidentBytes
    {
        get
        {
            process.Refresh();
            return process.HasExited ? 0 : process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it listens; throws, with what it said last, where it ends before or does not listen in time.</summary>
    /// <param name="log">Where everything goes that it says.</param>
    public static async Task<DeskUnderAttack> StartAsync(string folder, Uri partner, StandInOptions account, string log)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "BackOffice.Web.dll"), .. Settings.Of(folder, partner, account)])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        // A leak ends the process here rather than the machine: the run then fails for a crash.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x40000000";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var drained = Task.WhenAll(DrainAsync(process.StandardOutput, log + ".out", listens), DrainAsync(process.StandardError, log + ".err", listens: null));
        await Task.WhenAny(listens.Task, process.WaitForExitAsync(), Task.Delay(LongestStart, TimeProvider.System));
        if (!listens.Task.IsCompletedSuccessfully)
        {
            var how = process.HasExited ? "ended" : "did not listen in time";
            process.Kill();
            await drained;
            throw new InvalidOperationException($"The program {how}: " + await LastWordsAsync(log + ".out") + await LastWordsAsync(log + ".err"));
        }

        return new DeskUnderAttack(process, await listens.Task, drained);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await drained;
        process.Dispose();
    }

    private static async Task DrainAsync(StreamReader said, string file, TaskCompletionSource<Uri>? listens)
    {
        await using var log = new StreamWriter(file);
        while (await said.ReadLineAsync() is { } line)
        {
            await log.WriteLineAsync(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                listens?.TrySetResult(new Uri(match.Groups["address"].Value));
            }
        }
    }

    private static async Task<string> LastWordsAsync(string file) => string.Concat((await File.ReadAllLinesAsync(file)).TakeLast(40).Select(line => line + "\n"));

    public string Memory => string.Create(CultureInfo.InvariantCulture, $"{ResidentBytes / 1024 / 1024} MB");

    [GeneratedRegex(@"listens at (?<address>http://127\.0\.0\.1:\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
