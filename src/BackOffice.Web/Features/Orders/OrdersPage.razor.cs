using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace BackOffice.Web.Features.Orders;

/// <summary>One box for everything a customer may have at hand. A single hit opens at once.</summary>
public sealed partial class OrdersPage : IDisposable
{
    private FoundOrders.Many? found;
    private Refusal? refusal;
    private string? typed;
    private bool isAsking;

    [Inject]
    public required FindOrders FindOrders { get; init; }

    [Inject]
    public required IRehearsal Rehearsal { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    public void Dispose() => Navigation.LocationChanged -= OnMoved;

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        return ArriveAsync();
    }

    /// <summary>Also Back and Forward arrive here; the same address can hold different searches in the tab's history.</summary>
    private void OnMoved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(async () =>
    {
        try
        {
            await ArriveAsync();
            StateHasChanged();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await DispatchExceptionAsync(fault);
        }
    });

    private async Task ArriveAsync()
    {
        var here = new Uri(Navigation.Uri);
        if (here.AbsolutePath != OrderUrls.Search)
        {
            return;
        }

        var inAddress = QueryHelpers.ParseQuery(here.Query).TryGetValue("q", out var values) ? values.ToString().Trim() : "";
        if (inAddress.Length > 0 && !OrderSearch.MayBeInAddress(inAddress))
        {
            Navigation.Go(inAddress, replaces: true);
            return;
        }

        var wanted = inAddress.Length > 0 ? inAddress : Navigation.HistoryEntryState ?? "";
        if (wanted != typed)
        {
            await AskAsync(wanted);
        }
    }

    private async Task SearchAsync(string text)
    {
        if (text.Length == 0)
        {
            (typed, found, refusal, isAsking) = ("", null, OrdersRefusals.EmptySearch, false);
        }
        else if (text == typed)
        {
            await AskAsync(text);
        }
        else
        {
            Navigation.Go(text);
        }
    }

    private async Task AskAsync(string text)
    {
        (typed, found, refusal, isAsking) = (text, null, null, text.Length > 0);
        if (text.Length == 0)
        {
            return;
        }

        StateHasChanged();
        var outcome = await FindOrders.ExecuteAsync(await Me.GetAsync(), text, Life.Token);
        if (text != typed)
        {
            return;
        }

        isAsking = false;
        if (!outcome.IsDone(out var result, out refusal))
        {
            return;
        }

        switch (result)
        {
            case FoundOrders.One one:
                Navigation.NavigateTo(OrderUrls.Order(one.OrderNo), replace: true);
                break;
            case FoundOrders.OneCase one:
                Navigation.NavigateTo(CaseUrls.Case(one.CaseNumber), replace: true);
                break;
            case FoundOrders.Many many:
                found = many;
                break;
        }
    }
}
