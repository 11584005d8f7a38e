namespace BackOffice.Core.AsiaBill;

/// <summary>
/// What carries the bytes of a connection that was set up. In the program it is the very handler; a simulated network takes its place and
/// obeys its settings.
/// </summary>
internal delegate HttpMessageHandler AsiaBillTransport(SocketsHttpHandler configured);
