using System.Net;
using System.Text;
using System.Text.Json;
using Simulation.Desks;
using Simulation.Engine;
using Simulation.Runs;

namespace Simulation.Partner;

/// <summary>
/// The network as .NET's own handler would use it with these settings: it follows redirects where that is on, and repeats a request by itself
/// where the connection broke before an answer and the body had been held back.
/// </summary>
internal sealed class Wire(World world, SocketsHttpHandler configured) : HttpMessageHandler
{
    private const int MostRedirects = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var bytes = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : [];
        var body = Encoding.UTF8.GetString(bytes);
        var path = request.RequestUri!.AbsolutePath.TrimStart('/');
        var id = request.Headers.TryGetValues("request-id", out var ids) ? ids.First() : null;
        for (var tries = 0; ; tries++)
        {
            await world.PointAsync(Place.BeforeTheCall);
            // A connection whose time is over sends nothing.
            cancellationToken.ThrowIfCancellationRequested();
            var reply = await GoAsync(path, body, id, cancellationToken);
            var repeats = reply.Status is null ? request.Headers.ExpectContinue is true || request.Content is null : reply.Status is 307 && configured.AllowAutoRedirect;
            if (!repeats || tries >= MostRedirects)
            {
                return reply.Status is { } status ? Response(status, reply) : throw new HttpRequestException(HttpRequestError.ResponseEnded);
            }
        }
    }

    private static HttpResponseMessage Response(int status, Reply reply)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(reply.Body)) };
        if (reply.Location is { } location)
        {
            response.Headers.Location = new Uri(location);
        }

        return response;
    }

    private async Task<Reply> GoAsync(string path, string body, string? id, CancellationToken cancellationToken)
    {
        var fibre = world.Current ?? throw new InvalidOperationException("Nobody sends this.");
        var packet = world.Network.Leave(path, SubjectOf(body), body, id, fibre);
        if (world.IsCalm)
        {
            world.Network.ArriveInPeace(packet);
            return packet.Reply ?? new Reply(null, "");
        }

        await using var patience = cancellationToken.Register(() => packet.IsGivenUp = true);
        await fibre.StandAsync(Stand.Wire, packet);
        return packet.Reply ?? throw new OperationCanceledException(cancellationToken);
    }

    private static string SubjectOf(string body)
    {
        if (body.Length == 0)
        {
            return "";
        }

        using var json = JsonDocument.Parse(body);
        return json.RootElement.TryGetProperty("orderNo", out var order) ? order.GetString() ?? ""
            : json.RootElement.TryGetProperty("tradeNo", out var payment) ? "payment:" + payment.GetString()
            : "";
    }
}
