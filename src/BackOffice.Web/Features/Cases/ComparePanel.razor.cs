using BackOffice.Core.Quoting;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Cases;

/// <summary>
/// Step 2: void, refund and keep side by side, asked of the partner when the step is opened and again when somebody wants. What is on the screen when the
/// void's last safe moment passes is drawn anew without the void.
/// </summary>
public sealed partial class ComparePanel : IDisposable
{
    private LiveReading? turns;
    private OptionsView? options;
    private Refusal? refusal;
    private bool isAsking;

    [Parameter, EditorRequired]
    public required CasePresenter Of { get; set; }

    [Inject]
    public required CompareOptions CompareOptions { get; init; }

    [Inject]
    public required LiveReadings Readings { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IStringLocalizer<SharedText> S { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    private CompareWords Words => new(L);

    /// <summary>Where the case cannot be quoted there is nothing to choose any more; figures that are on the screen already stay.</summary>
    private Refusal? WhyNotAsked => options is null && refusal is null ? Of.WhyNot(CaseAct.Quote) : null;

    public void Dispose() => turns?.Dispose();

    protected override Task OnInitializedAsync()
    {
        turns = Readings.StartByTime(() => InvokeAsync(DrawAgain));
        return WhyNotAsked is null ? AskAsync() : Task.CompletedTask;
    }

    /// <summary>Asked in vain, the figures that somebody is reading stay, with their age.</summary>
    private async Task AskAsync()
    {
        isAsking = true;
        try
        {
            var outcome = await CompareOptions.ExecuteAsync(await Me.GetAsync(), Of.View.Row.Number, Life.Token);
            options = outcome.IsDone(out var view, out refusal) ? view : options;
            WakeAtTheEnd();
        }
        finally
        {
            isAsking = false;
        }
    }

    private void DrawAgain()
    {
        WakeAtTheEnd();
        StateHasChanged();
    }

    /// <summary>The page of a refund knows of no window, and has the void beside it all the same.</summary>
    private void WakeAtTheEnd() =>
        turns?.WakeAt(options is { } asked && StandingOptions.LastMomentOf(asked) is { } last && last > Clock.GetUtcNow() ? last : null);
}
