using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>
/// Can it be voided now, until when, and if not, why not. Asked after the order is on the screen; it may be slow or fail alone.
/// Asked again when time alone may have made another answer of it: a page that is left open must not go on saying yes.
/// </summary>
public sealed partial class VoidLightPanel : IDisposable
{
    private LiveReading? turns;
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

    [Inject]
    public required LiveReadings Readings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    private string Shade => light switch
    {
        null => "open",
        { Refusal: null } => "yes",
        _ => "no",
    };

    private NextStep? Step => light?.Refusal is { } no ? NextSteps.Of(no, CaseKind.Void) : null;

    public void Dispose() => turns?.Dispose();

    protected override Task OnInitializedAsync()
    {
        turns = Readings.StartByTime(() => InvokeAsync(CheckAgainAsync), fault => DispatchExceptionAsync(fault));
        return CheckAsync();
    }

    private async Task CheckAgainAsync()
    {
        var check = CheckAsync();
        StateHasChanged();
        await check;
        StateHasChanged();
    }

    private async Task CheckAsync()
    {
        (light, failed) = (null, null);
        var outcome = await CheckVoidable.ExecuteAsync(await Me.GetAsync(), View.Order, Life.Token);
        light = outcome.IsDone(out var found, out failed) ? found : null;
        turns?.WakeAt(LightTurn.After(Clock.GetUtcNow(), light?.Deadline, View.Margin));
    }
}
