using BackOffice.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BackOffice.Web.Session;

/// <summary>
/// As long as a circuit is open, a change of its person's account is looked at the moment it is committed, and an end of their session when it comes:
/// an open page stops acting at once.
/// Requests without a circuit are not watched; each of them asks the database anyway.
/// </summary>
internal sealed class StaffWatch(AuthenticationStateProvider state, StaffChanges changes, CircuitLife life) : CircuitHandler, IDisposable
{
    private IDisposable? subscription;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (state is StaffAuthenticationState staff && CurrentActor.ActorOf((await state.GetAuthenticationStateAsync()).User) is { } actor)
        {
            subscription = changes.Subscribe(actor.Id, () => Hand(() => LookAsync(staff)));
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => subscription?.Dispose();

    /// <summary>The notifier's thread only hands over.</summary>
    private static void Hand(Func<Task> look) => _ = Task.Run(look);

    private async Task LookAsync(StaffAuthenticationState staff)
    {
        try
        {
            await staff.LookAgainAsync(life.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The circuit ended first: there is nobody left to turn away.
        }
    }
}
