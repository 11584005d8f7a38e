using System.Diagnostics;
using System.Text.Json;

namespace Hostile;

/// <summary>A running script. What it says on standard error is shown; its last line of standard output is its result, in JSON.</summary>
internal sealed class NodeRun(Process process) : IAsyncDisposable
{
    /// <summary>How long a script may be silent where something is to be heard from it.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(5);

    public async Task TellAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the next line that the script says.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(LongestSilence, TimeProvider.System);
        await using var end = silence.Token.Register(() => process.Kill());
        return await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The client ended without a word.");
    }

    /// <summary>All there is to tell; standard input ends with it.</summary>
    public async Task TellAllAsync(object facts)
    {
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(facts, JsonSerializerOptions.Web));
        process.StandardInput.Close();
    }

    /// <param name="term">How long it may take from now on; then it is killed, and has no result.</param>
    public async Task<T> ResultAsync<T>(TimeSpan term, CancellationToken cancellationToken)
    {
        using var time = new CancellationTokenSource(term, TimeProvider.System);
        await using var end = time.Token.Register(() => process.Kill());
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var last = said.TrimEnd().Split('\n')[^1];
        return process.ExitCode == 0 && last.StartsWith('{') && JsonSerializer.Deserialize<T>(last, JsonSerializerOptions.Web) is { } result
            ? result
            : throw new InvalidOperationException($"The client {(time.IsCancellationRequested ? "did not come to an end and was killed" : $"ended with {process.ExitCode}")}: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }
}
