using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BackOffice.Web.Session;

/// <summary>
/// A token that ends with the circuit: pages pass it to everything they wait for. It ends waiting only; what was sent to a partner
/// is not in the hands of a page.
/// </summary>
public sealed class CircuitLife : CircuitHandler, IDisposable
{
    private readonly CancellationTokenSource ended = new();

    public CancellationToken Token { get; }

    public CircuitLife() => Token = ended.Token;

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ended.Cancel();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        if (!ended.IsCancellationRequested)
        {
            ended.Cancel();
        }

        ended.Dispose();
    }
}
