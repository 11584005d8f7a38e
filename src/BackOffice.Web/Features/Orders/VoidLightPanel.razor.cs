using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>
/// Can it be voided now, until when, and if not, why not. Asked after the order is on the screen; it may be slow or fail alone.
/// Asked again when time alone may have made another answer of it, and when a case of ours has been sent or has ended: a page that is left open must not
/// go on saying yes.
/// </summary>
public sealed partial class VoidLightPanel : IDisposable
{
    private LiveReading? turns;
    private VoidLight? light;
    private Refusal? failed;
    private IReadOnlyList<(string Number, CaseState State)> heardOf = [];
    private int asks;

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

    /// <summary>
    /// What Atlas has heard of. Not before and not during a send: a quotation mints an offer, and the one that is being sent may have to be the newest.
    /// </summary>
    private IEnumerable<(string Number, CaseState State)> Sent =>
        View.Cases.Where(c => !CaseStates.IsBeforeSending(c.State) && c.State is not (CaseState.Sending or CaseState.Withdrawn)).Select(c => (c.Number, c.State));

    private NextStep? Step => light?.Refusal is { } no ? NextSteps.Of(no, CaseKind.Void) : null;

    public void Dispose() => turns?.Dispose();

    protected override Task OnInitializedAsync()
    {
        turns = Readings.StartByTime(() => InvokeAsync(CheckAgainAsync));
        return CheckAsync();
    }

    protected override Task OnParametersSetAsync() => heardOf.SequenceEqual(Sent) ? Task.CompletedTask : CheckAsync();

    private async Task CheckAgainAsync()
    {
        var check = CheckAsync();
        StateHasChanged();
        await check;
        StateHasChanged();
    }

    /// <summary>Questions can overlap; the newest wins.</summary>
    private async Task CheckAsync()
    {
        var ask = ++asks;
        (light, failed) = (null, null);
        heardOf = [.. Sent];
        var outcome = await CheckVoidable.ExecuteAsync(await Me.GetAsync(), View.Order, Life.Token);
        if (ask == asks)
        {
            light = outcome.IsDone(out var found, out failed) ? found : null;
            turns?.WakeAt(LightTurn.After(Clock.GetUtcNow(), light?.Deadline, View.Margin));
        }
    }
}
