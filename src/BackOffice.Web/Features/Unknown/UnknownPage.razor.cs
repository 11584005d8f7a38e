using BackOffice.Core.Access;
using BackOffice.Core.Reconciliation;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Unknown;

/// <summary>Outcomes that a person must look at: what left the house, what was asked since, and what may be decided.</summary>
public sealed partial class UnknownPage(
    ReadUnknown read, LiveReadings readings, CurrentActor current, CircuitLife life, Browser browser, NavigationManager navigation) : IDisposable
{
    private Actor me = Actor.Worker;
    private UnknownView? view;
    private Refusal? refusal;
    private UnknownDecided? said;
    private bool mayAsk;
    private bool isFound;
    private LiveReading? reading;

    public void Dispose() => reading?.Dispose();

    protected override async Task OnInitializedAsync()
    {
        me = await current.GetAsync();
        mayAsk = await current.MaySeeAsync(Permission.WorkCases);
        reading = readings.Start(() => InvokeAsync(RefreshAsync));
        await ReadAsync();
    }

    /// <summary>An address with a case's number behind the hash leads to that case.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isFound && view is not null)
        {
            isFound = true;
            if (new Uri(navigation.Uri).Fragment is { Length: > 1 } fragment)
            {
                await browser.FocusAsync(fragment[1..]);
            }
        }
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task ReadAsync()
    {
        if ((await read.ExecuteAsync(me, life.Token)).IsDone(out var fresh, out refusal))
        {
            view = fresh with { Rows = UnknownPresenter.Steady(view?.Rows ?? [], fresh.Rows) };
            reading?.WakeAt(UnknownPresenter.NextTurn(fresh));
        }
    }

    private async Task SayAsync(UnknownDecided decided)
    {
        said = decided;
        await ReadAgainAsync();
    }

    /// <summary>After something was done here. Where that cannot be read, what stands on the page stays, as after a colleague's act.</summary>
    private Task ReadAgainAsync() => reading?.ReadAgainAsync() ?? Task.CompletedTask;
}
