namespace BackOffice.Sandbox;

/// <summary>Holds calls until it is opened, and tells when the first one has arrived.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when a call waits here.</summary>
    public Task Reached => reached.Task;

    /// <summary>Lets every waiting and later call through.</summary>
    public void Release() => opened.TrySetResult();

    internal Task PassAsync(CancellationToken cancellationToken)
    {
        reached.TrySetResult();
        return opened.Task.WaitAsync(cancellationToken);
    }
}
