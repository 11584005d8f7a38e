namespace BackOffice.Core.Webhooks;

/// <summary>Wakes the worker when a notice was stored.</summary>
public sealed class NoticeArrivals
{
    private event Action? Arrived;

    public IDisposable Subscribe(Action arrived)
    {
        Arrived += arrived;
        return new Subscription(() => Arrived -= arrived);
    }

    public void Notify() => Arrived?.Invoke();

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
