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
    private int turns;

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

    /// <summary>An answer that comes afterwards must lead nobody away from where they went.</summary>
    public void Dispose()
    {
        turns++;
        Navigation.LocationChanged -= OnMoved;
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnMoved;
        return ArriveAsync(isSearch: false);
    }

    /// <summary>
    /// Whoever searches for the same once more wants to know anew. Back, Forward and links ask only for something else; the same address can hold
    /// different searches in the tab's history.
    /// </summary>
    private void OnMoved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(async () =>
    {
        try
        {
            await ArriveAsync(isSearch: !moved.IsNavigationIntercepted);
            StateHasChanged();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await DispatchExceptionAsync(fault);
        }
    });

    private async Task ArriveAsync(bool isSearch)
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
        if (isSearch || wanted != typed)
        {
            await AskAsync(wanted);
        }
    }

    private async Task SearchAsync(string text)
    {
        if (text.Length == 0)
        {
            turns++;
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

    /// <summary>Questions can overlap; the newest wins.</summary>
    private async Task AskAsync(string text)
    {
        var turn = ++turns;
        (typed, found, refusal, isAsking) = (text, null, null, text.Length > 0);
        if (text.Length == 0)
        {
            return;
        }

        StateHasChanged();
        var outcome = await FindOrders.ExecuteAsync(await Me.GetAsync(), text, Life.Token);
        if (turn != turns)
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
