namespace BackOffice.Core.Dispatch;

/// <summary>Lets a loop sleep until it is woken or a span of real time is over. Many wakes before a wait count as one.</summary>
internal sealed class WakeSignal : IDisposable
{
    private readonly SemaphoreSlim signal = new(0, 1);

    public void Set()
    {
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake.
        }
        catch (ObjectDisposedException)
        {
            // The loop has ended; nobody is left to wake.
        }
    }

    /// <summary>Returns early, without a throw, when the loop is to stop.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await signal.WaitAsync(atMost, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The loop's own condition ends it.
        }
    }

    public void Dispose() => signal.Dispose();
}
