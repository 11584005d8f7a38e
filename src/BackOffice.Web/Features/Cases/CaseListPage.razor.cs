using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Components.Shared;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>All cases, newest first. The filters are the address, so that a list can be shared and Back works.</summary>
public sealed partial class CaseListPage : IDisposable
{
    private CaseListQuery query = new();
    private Core.Cases.CasePage? listed;
    private StableRows<CaseRow> rows = new([], 0);
    private LiveReading? reading;
    private Refusal? refusal;

    [SupplyParameterFromQuery]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Airline { get; set; }

    [SupplyParameterFromQuery]
    public string? Mine { get; set; }

    [SupplyParameterFromQuery]
    public string? Open { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? To { get; set; }

    [SupplyParameterFromQuery]
    public string? Key { get; set; }

    [Inject]
    public required ListCases ListCases { get; init; }

    [Inject]
    public required LiveReadings Readings { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

    public void Dispose() => reading?.Dispose();

    protected override void OnInitialized() => reading = Readings.Start(() => InvokeAsync(RefreshAsync));

    /// <summary>Another address shows another list: it is taken as it comes. One that may hold a name is replaced at once.</summary>
    protected override async Task OnParametersSetAsync()
    {
        var asked = CaseListQuery.Read(name => name switch
        {
            "text" => Text,
            "kind" => Kind,
            "state" => State,
            "airline" => Airline,
            "mine" => Mine,
            "open" => Open,
            "from" => From,
            "to" => To,
            _ => Key,
        });
        if (asked.Text is null && !string.IsNullOrWhiteSpace(Text))
        {
            Navigation.NavigateTo(asked.ToUrl(), replace: true);
            return;
        }

        if (listed is not null && asked.ToUrl() == query.ToUrl())
        {
            return;
        }

        query = asked;
        await RetryAsync();
    }

    private async Task RefreshAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private async Task RetryAsync()
    {
        await ReadAsync();
        ShowNewOrder();
    }

    private async Task ReadAsync()
    {
        var asked = query;
        var outcome = await ListCases.ExecuteAsync(await Me.GetAsync(), asked.ToFilter(Time.Zone), asked.Before, Life.Token);
        if (asked == query)
        {
            listed = outcome.IsDone(out var found, out refusal) ? found : null;
            rows = listed is null ? rows : StableRows<CaseRow>.Merge(rows.Rows, Rows(listed));
        }
    }

    private void ShowNewOrder() => rows = listed is null ? rows : new StableRows<CaseRow>(Rows(listed), 0);

    private static IReadOnlyList<StableRow<CaseRow>> Rows(Core.Cases.CasePage page) => [.. page.Rows.Select(r => new StableRow<CaseRow>(r.Id, r, null))];

    private void Go(CaseListQuery wanted) => Navigation.NavigateTo((wanted with { Before = null }).ToUrl());
}
