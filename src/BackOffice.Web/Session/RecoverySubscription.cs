using BackOffice.Core.Recovery;

namespace BackOffice.Web.Session;

internal static class RecoverySubscription
{
    /// <summary>
    /// Until disposed, <paramref name="changed"/> is called after each change, in the culture of whoever subscribes: the rounds of a recovery run in nobody's.
    /// </summary>
    public static IDisposable SubscribeHere(this RecoveryWatch watch, Action changed)
    {
        if (ExecutionContext.Capture() is not { } here)
        {
            return watch.Subscribe(changed);
        }

        return watch.Subscribe(() => ExecutionContext.Run(here, static state => ((Action)state!)(), changed));
    }
}
