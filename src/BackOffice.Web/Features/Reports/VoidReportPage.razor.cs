using System.Globalization;
using BackOffice.Core.Access;
using BackOffice.Core.Export;
using BackOffice.Core.Values;
using BackOffice.Web.Resources;
using BackOffice.Web.Session;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace BackOffice.Web.Features.Reports;

/// <summary>What a period of voids came to. Everything that is chosen stands in the address; a new choice ends the read of the one before.</summary>
public sealed partial class VoidReportPage(ReadVoidReport read, CurrentActor current, CircuitLife life, BrowserTime time, NavigationManager navigation) : IDisposable
{
    private const int UsualDays = 30;

    private CancellationTokenSource? reading;
    private ReportQuery? query;
    private VoidReport? report;
    private Refusal? refusal;
    private bool isLoading;
    private bool seesNames;

    /// <summary>They only make the page look again when the address changes; <see cref="ReportQuery"/> reads it.</summary>
    [SupplyParameterFromQuery(Name = "from")]
    public string? From { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    [SupplyParameterFromQuery(Name = "state")]
    public string[]? State { get; set; }

    [SupplyParameterFromQuery(Name = "airline")]
    public string? Airline { get; set; }

    [SupplyParameterFromQuery(Name = "owner")]
    public string? Owner { get; set; }

    [SupplyParameterFromQuery(Name = "zone")]
    public string? Zone { get; set; }

    [Inject]
    public required IStringLocalizer<ReportsText> L { get; init; }

    private DateOnly Today => DateOnly.FromDateTime(time.Now.DateTime);

    private string PeriodSentence => (query?.From, query?.To) switch
    {
        (null, null) => L["Lead.All"],
        ({ } from, null) => L["Lead.From", Long(from)],
        (null, { } to) => L["Lead.To", Long(to)],
        ({ } from, { } to) when from == to => L["Lead.Day", Long(from)],
        ({ } from, { } to) => L["Lead.Between", Long(from), Long(to)],
    };

    public void Dispose() => EndReading();

    protected override async Task OnParametersSetAsync()
    {
        seesNames = await current.MaySeeAsync(Permission.SeePersonalData);
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        EndReading();
        if (!ReportQuery.Read(new Uri(navigation.Uri).Query, time.Zone).IsDone(out var asked, out refusal))
        {
            (report, isLoading) = (null, false);
            return;
        }

        query = asked.NamesDays ? asked : asked with { From = Today.AddDays(1 - UsualDays), To = Today };
        var mine = reading = CancellationTokenSource.CreateLinkedTokenSource(life.Token);
        var token = mine.Token;
        isLoading = true;
        try
        {
            var outcome = await read.ExecuteAsync(await current.GetAsync(), new ReadVoidReportInput(query.ToFilter(), query.Zone), token);
            if (mine == reading)
            {
                (report, isLoading) = (outcome.IsDone(out var found, out refusal) ? found : null, false);
            }
        }
        catch (OperationCanceledException) when (mine != reading || mine.IsCancellationRequested)
        {
            // Something newer was asked for; what came of that is to be shown.
        }
    }

    private void EndReading()
    {
        reading?.Cancel();
        reading?.Dispose();
        reading = null;
    }

    /// <summary>Summer time may have begun or ended since: it is the zone in which the period begins, and that of now where its beginning is open.</summary>
    private string ZoneNameOf(ReportQuery of) => BrowserTime.NameOf(of.Zone, of.ToFilter().OpenedFrom ?? time.Now, CultureInfo.CurrentUICulture);

    private string Long(DateOnly day) => day.ToString(L["Day.Long"], CultureInfo.CurrentCulture);
}
