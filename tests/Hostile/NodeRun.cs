using System.Diagnostics;
using System.Text.Json;

namespace Hostile;

/// <summary>A running script. What it says on standard error is shown; its last line of standard output is its result, in JSON.</summary>
internal sealed class NodeRun(Process process) : IAsyncDisposable
{
    public async Task TellAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        await process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the next line that the script says.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The client ended without a word.");

    /// <summary>All there is to tell; standard input ends with it.</summary>
    public async Task TellAllAsync(object facts)
    {
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(facts, JsonSerializerOptions.Web));
        process.StandardInput.Close();
    }

    public async Task<T> ResultAsync<T>(CancellationToken cancellationToken)
    {
        var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var last = said.TrimEnd().Split('\n')[^1];
        return process.ExitCode == 0 && last.StartsWith('{') && JsonSerializer.Deserialize<T>(last, JsonSerializerOptions.Web) is { } result
            ? result
            : throw new InvalidOperationException($"The client ended with {process.ExitCode}: {said}");
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
