using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace BackOffice.Web.Components.Layout;

/// <summary>The frame round every page of the desk. The page is drawn once the browser has told its time zone, so that no time is drawn twice.</summary>
public sealed partial class MainLayout(NavigationManager navigation, Browser browser, BrowserTime time, RailCounts counts, IRehearsal rehearsal) : IDisposable
{
    private ErrorBoundary? boundary;
    private IDisposable? clock;
    private bool isAwake;

    private string Here => "/" + navigation.ToBaseRelativePath(navigation.Uri).Split('#')[0];

    public void Dispose()
    {
        navigation.LocationChanged -= OnMoved;
        clock?.Dispose();
    }

    protected override void OnInitialized()
    {
        navigation.LocationChanged += OnMoved;
        clock = rehearsal.OnMoved(() => _ = InvokeAsync(browser.SetClockAsync));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            time.Learn(await browser.WakeAsync());
            isAwake = true;
            StateHasChanged();
            counts.Start();
        }
    }

    private void OnMoved(object? sender, LocationChangedEventArgs moved) => Retry();

    private void Retry() => boundary?.Recover();
}
