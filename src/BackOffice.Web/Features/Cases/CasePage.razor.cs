using BackOffice.Core.Approvals;
using BackOffice.Core.Cases;
using BackOffice.Core.Recovery;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>One case: how long there is, what it brings, what can be done now, and all that happened.</summary>
public sealed partial class CasePage : IDisposable
{
    private CasePresenter? presenter;
    private CaseLive? live;
    private Refusal? refusal;
    private CaseStep shown;
    private string? read;
    private string? askedStep;
    private int turns;
    private bool takesFocus;
    private bool isGone;

    [Parameter]
    public required string Number { get; set; }

    [SupplyParameterFromQuery]
    public string? Step { get; set; }

    [Inject]
    public required ReadCase ReadCase { get; init; }

    [Inject]
    public required LiveReadings Readings { get; init; }

    [Inject]
    public required CaseWatchers Watchers { get; init; }

    [Inject]
    public required RecoveryWatch Recovery { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    [Inject]
    public required Browser Browser { get; init; }

    private string Title => presenter is { View.Row: var row } ? $"{row.Number} · {L[CaseWords.KeyOf(row)]}" : Number;

    public void Dispose()
    {
        isGone = true;
        live?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (read != Number)
        {
            var isAnother = read is not null;
            (read, presenter, askedStep) = (Number, null, Step);
            live?.Dispose();
            live = null;
            await ReadAsync();
            // To the router it is the same page, and it moves the focus between pages only.
            takesFocus = isAnother;
        }
        else if (askedStep != Step)
        {
            (askedStep, takesFocus) = (Step, true);
            Show();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (takesFocus)
        {
            takesFocus = false;
            await Browser.FocusAsync("step-title");
        }
    }

    /// <summary>Readings can overlap; the newest wins.</summary>
    private async Task ReadAsync()
    {
        var number = CaseNumber.Read(Number) ?? Number;
        var actor = await Me.GetAsync();
        var turn = ++turns;
        var outcome = await ReadCase.ExecuteAsync(actor, number, Life.Token);
        if (turn != turns)
        {
            return;
        }

        if (!outcome.IsDone(out var view, out refusal))
        {
            presenter = null;
            return;
        }

        var before = presenter?.State;
        presenter = new CasePresenter(view, Recovery.Now is not null);
        Show();
        // A browser that left while its case was being read is told nothing and is nobody who looks at it.
        live ??= isGone ? null : new CaseLive(Readings, Watchers, Recovery, view.Row.Id, actor, () => InvokeAsync(RefreshAsync));
        live?.WakeAt(presenter.TurnsAt);
        if (before is not null && before != presenter.State)
        {
            await Browser.AnnounceAsync(Title);
        }
    }

    /// <summary>After something was done here. Where that cannot be read, what stands on the page stays, as after a colleague's act.</summary>
    private Task ReadAgainAsync() => live?.ReadAgainAsync() ?? Task.CompletedTask;

    /// <summary>After an own act the focus goes to the step, whose button may be gone.</summary>
    private async Task AfterActAsync()
    {
        var before = (presenter?.State, shown);
        await ReadAgainAsync();
        takesFocus = before != (presenter?.State, shown);
    }

    private void Show() => shown = presenter?.Shown(CaseSteps.Read(Step)) ?? CaseStep.Quote;

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }
}
