using System.Net;
using System.Net.Sockets;

namespace Unit.Testing;

/// <summary>An address at which nobody listens. The port stays taken, so that no partner of another test comes to listen there meanwhile.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Address => FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)socket.LocalEndPoint!).Port}");

    public void Dispose() => socket.Dispose();
}
