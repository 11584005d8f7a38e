using BackOffice.Core.Cases;
using BackOffice.Core.Values;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace BackOffice.Web.Features.Cases;

/// <summary>All cases, newest first. The filters are the address, so that a list can be shared and Back works.</summary>
public sealed partial class CaseListPage
{
    private CaseListQuery query = new();
    private Core.Cases.CasePage? listed;
    private Refusal? refusal;
    private string? read;

    [SupplyParameterFromQuery(Name = "key")]
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
        if (read == Navigation.Uri)
        {
            return;
        }

        read = Navigation.Uri;
        var parameters = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        query = CaseListQuery.Read(name => parameters.TryGetValue(name, out var values) ? values.ToString() : null);
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
