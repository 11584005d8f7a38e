using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>Can it be voided now, until when, and if not, why not. Asked after the order is on the screen; it may be slow or fail alone.</summary>
public sealed partial class VoidLightPanel
{
    private VoidLight? light;
    private Refusal? failed;

    [Parameter, EditorRequired]
    public required OrderView View { get; set; }

    [Parameter]
    public EventCallback OnRead { get; set; }

    /// <summary>A refund is wanted instead.</summary>
    [Parameter]
    public EventCallback OnRefund { get; set; }

    [Inject]
    public required CheckVoidable CheckVoidable { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private string Shade => light switch
    {
        null => "open",
        { Refusal: null } => "yes",
        _ => "no",
    };

    private NextStep? Step => light?.Refusal is { } no ? NextSteps.Of(no, CaseKind.Void) : null;

    protected override Task OnInitializedAsync() => CheckAsync();

    private async Task CheckAsync()
    {
        (light, failed) = (null, null);
        var outcome = await CheckVoidable.ExecuteAsync(await Me.GetAsync(), View.Order, Life.Token);
        light = outcome.IsDone(out var found, out failed) ? found : null;
    }
}
