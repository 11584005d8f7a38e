using BackOffice.Core.Orders;
using BackOffice.Core.Values;
using BackOffice.Web.Features.Cases;
using BackOffice.Web.Features.Rehearsal;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Orders;

/// <summary>One box for everything a customer may have at hand. A single hit opens at once.</summary>
public sealed partial class OrdersPage
{
    private FoundOrders.Many? found;
    private Refusal? refusal;
    private string? typed;
    private bool isAsking;

    [SupplyParameterFromQuery(Name = "q")]
    public string? InAddress { get; set; }

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

    protected override async Task OnParametersSetAsync()
    {
        var wanted = (InAddress ?? Navigation.HistoryEntryState ?? "").Trim();
        if (InAddress is not null && wanted.Length > 0 && !OrderSearch.MayBeInAddress(wanted))
        {
            Navigation.Go(wanted, replaces: true);
            return;
        }

        if (wanted != (typed ?? ""))
        {
            await AskAsync(wanted);
        }
    }

    private async Task SearchAsync(string text)
    {
        if (text == typed || text.Length == 0)
        {
            await AskAsync(text);
            return;
        }

        Navigation.Go(text);
        if (!OrderSearch.MayBeInAddress(text))
        {
            // The address stays the same, so no parameter changes and nothing else would ask.
            await AskAsync(text);
        }
    }

    private async Task AskAsync(string text)
    {
        (typed, found, refusal, isAsking) = (text, null, null, text.Length > 0);
        if (text.Length == 0)
        {
            refusal = InAddress is null && Navigation.HistoryEntryState is null ? OrdersRefusals.EmptySearch : null;
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
