namespace BackOffice.Sandbox;

/// <summary>What a receiver said to a notice.</summary>
internal sealed record CourierAnswer(int StatusCode, string Text);

/// <summary>Carries notices to whoever wants them: straight, without cookies, and not for ever.</summary>
internal sealed class Courier : IDisposable
{
    private const int MostRead = 4 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker invoker = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    public static bool May(Uri address, bool staysOnLoopback) => address.IsLoopback || !staysOnLoopback;

    /// <summary>Null where the receiver could not be reached in time.</summary>
    public async Task<CourierAnswer?> CarryAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await invoker.SendAsync(message, patience.Token);
            return new CourierAnswer((int)answer.StatusCode, await ReadAsync(answer.Content, patience.Token));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => invoker.Dispose();

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[MostRead];
        var read = await stream.ReadAtLeastAsync(bytes, MostRead, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(bytes, 0, read);
    }
}
