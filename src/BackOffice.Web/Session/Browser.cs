using BackOffice.Web.Hosting;
using Microsoft.JSInterop;

namespace BackOffice.Web.Session;

/// <summary>
/// The few things that only the browser knows or can do. A browser that left is no error: nobody is there to miss the answer.
/// One that cannot do it, because the page's script did not reach it, does without: the page goes on in UTC.
/// </summary>
public sealed class Browser(IJSRuntime script, TimeProvider clock, ILogger<Browser> log)
{
    /// <summary>Marks the page as alive, gives it the server's clock, and brings the zone back; null where it cannot tell.</summary>
    public async Task<string?> WakeAsync() => await AskAsync<string?>("desk.wake", clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Sets the clock that all countdowns of the page run by.</summary>
    public Task SetClockAsync() => TellAsync("desk.setClock", clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Says a short sentence to screen readers.</summary>
    public Task AnnounceAsync(string sentence) => TellAsync("desk.announce", sentence);

    /// <summary>Forgets what was typed under this key: it has been saved.</summary>
    public Task ForgetDraftAsync(string key) => TellAsync("desk.forgetDraft", key);

    public Task FocusAsync(string elementId) => TellAsync("desk.focus", elementId);

    private async Task<T?> AskAsync<T>(string function, params object?[] arguments)
    {
        try
        {
            return await script.InvokeAsync<T>(function, arguments);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            return default;
        }
        catch (JSException fault)
        {
            HostingLog.ScriptFailed(log, fault, function);
            return default;
        }
    }

    private async Task TellAsync(string function, params object?[] arguments) => await AskAsync<object?>(function, arguments);
}
