using BackOffice.Core.Cases;
using BackOffice.Core.Export;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Reports;

/// <summary>What the report is narrowed to. Usual periods are links; the rest is applied together.</summary>
public sealed partial class ReportFilters(BrowserTime time, NavigationManager navigation)
{
    private const string Several = "several";

    private ReportQuery? filled;
    private DateOnly? from;
    private DateOnly? to;
    private string? state;
    private string? airline;
    private string? owner;

    /// <summary>What the address says; none where it cannot be read.</summary>
    [Parameter, EditorRequired]
    public ReportQuery? Of { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ReportOwner> Owners { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<string> Airlines { get; set; }

    [Parameter, EditorRequired]
    public DateOnly Today { get; set; }

    [Inject]
    public required IStringLocalizer<ReportsText> L { get; init; }

    [Inject]
    public required IStringLocalizer<CasesText> Cases { get; init; }

    private ReportQuery Base => Of ?? new ReportQuery { Zone = time.Zone };

    private bool IsNarrowed => Of is not null && (Of.States.Count > 0 || Of.Airline is not null || Of.Owner is not null);

    private IEnumerable<(string Name, DateOnly? From, DateOnly? To)> Periods
    {
        get
        {
            var month = new DateOnly(Today.Year, Today.Month, 1);
            yield return ("Today", Today, Today);
            yield return ("Week", Today.AddDays(-6), Today);
            yield return ("Days30", Today.AddDays(-29), Today);
            yield return ("Month", month, month.AddMonths(1).AddDays(-1));
            yield return ("LastMonth", month.AddMonths(-1), month.AddDays(-1));
            yield return ("All", null, null);
        }
    }

    protected override void OnParametersSet()
    {
        // Filled once for each address that could be read: what was typed and refused stays as it was typed.
        if (filled is not null && filled == Of)
        {
            return;
        }

        filled = Of;
        (from, to) = (Base.From, Base.To);
        state = Base.States switch { [] => "", [var one] => CaseStates.TextOf(one), _ => Several };
        (airline, owner) = (Base.Airline, Base.Owner?.ToString() ?? "");
    }

    /// <summary>Goes by way of the address, so that what was typed is judged in one place only.</summary>
    private void Apply()
    {
        var states = state == Several ? Base.States.Select(CaseStates.TextOf) : string.IsNullOrEmpty(state) ? [] : [state];
        navigation.NavigateTo(ReportUrls.Typed(ReportQuery.Written(from), ReportQuery.Written(to), Base.Zone.Id, states, airline, owner));
    }
}
