namespace Unit.Testing;

internal static class Waiting
{
    /// <summary>Far longer than any machine needs. A call that is never made fails its own test, and does not hang the run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits for what another part of the program does, such as <see cref="BackOffice.Sandbox.Gate.Reached"/>.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static Task WithinAsync(this Task signal) => signal.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
