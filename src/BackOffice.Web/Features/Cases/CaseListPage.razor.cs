using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;

namespace BackOffice.Web.Features.Cases;

/// <summary>All cases, newest first. The filters are the address, so that a list can be shared and Back works.</summary>
public sealed partial class CaseListPage
{
    private CaseListQuery query = new();
    private Core.Cases.CasePage? listed;
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
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required BrowserTime Time { get; init; }

    [Inject]
    public required CurrentActor Me { get; init; }

    [Inject]
    public required CircuitLife Life { get; init; }

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
        if (listed is not null && asked.ToUrl() == query.ToUrl())
        {
            return;
        }

        query = asked;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var asked = query;
        var outcome = await ListCases.ExecuteAsync(await Me.GetAsync(), asked.ToFilter(Time.Zone), asked.Before, Life.Token);
        if (asked == query)
        {
            listed = outcome.IsDone(out var found, out refusal) ? found : null;
        }
    }

    private void Go(CaseListQuery wanted) => Navigation.NavigateTo((wanted with { Before = null }).ToUrl());
}
